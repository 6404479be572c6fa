import { Portal } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { useEffect, useId, useRef, useState } from 'react';
import { editorWords } from '../../../../core/words/editor';
import { useLang, useStudio, useWords } from '../../../state/StudioProvider';
import { type Asking, askingAt, type CompletionListener, insertToken } from '../extensions/completion';
import type { Session } from '../session';
import classes from './CompletionList.module.css';
import { type Suggestion, suggestionsFor } from './completions';

/** The wire between the editor's plugin and the list: made before either, given to both. */
export type CompletionWire = CompletionListener & { connect: (to: CompletionListener) => () => void };

export function newCompletionWire(): CompletionWire {
  let to: CompletionListener | null = null;
  return {
    ask: (asking) => to?.ask(asking),
    key: (event) => to?.key(event) ?? false,
    connect: (next) => {
      to = next;
      return () => {
        to = null;
      };
    },
  };
}

/** What fits behind `#`, `@` and `{{`. Arrows choose, Enter or Tab puts it in, Escape keeps what was typed. */
export function CompletionList({
  editor,
  wire,
  session,
}: {
  readonly editor: Editor;
  readonly wire: CompletionWire;
  readonly session: Session;
}) {
  const t = useWords(editorWords);
  const lang = useLang();
  const outline = useStudio((state) => state.outline);
  const announce = useStudio((state) => state.announce);
  const listId = useId();
  const [asking, setAsking] = useState<Asking | null>(null);
  const [index, setIndex] = useState(0);
  const found = asking === null ? [] : suggestionsFor(asking, session.getState().piece, outline, lang);
  const at = Math.min(index, Math.max(0, found.length - 1));

  const pick = (suggestion: Suggestion | undefined): boolean => {
    // The text may have grown since it was asked about; what stands there now is what is replaced.
    const now = askingAt(editor.state);
    if (asking === null || suggestion === undefined || now?.from !== asking.from) return false;
    insertToken(editor, now, suggestion);
    setAsking(null);
    return true;
  };
  const move = (by: number): boolean => {
    if (found.length === 0) return false;
    setIndex((at + by + found.length) % found.length);
    return true;
  };
  const press = (key: string): boolean => {
    switch (key) {
      case 'ArrowDown':
        return move(1);
      case 'ArrowUp':
        return move(-1);
      case 'Enter':
      case 'Tab':
        return pick(found[at]);
      case 'Escape':
        setAsking(null);
        return true;
      default:
        return false;
    }
  };

  const latest = useRef({ press, open: false });
  useEffect(() => {
    latest.current = { press, open: asking !== null && found.length > 0 };
  });
  useEffect(
    () =>
      wire.connect({
        ask: (next) => {
          setAsking(next);
          setIndex(0);
        },
        key: (event) => latest.current.open && latest.current.press(event.key),
      }),
    [wire],
  );
  const chosen = found[at];
  useEffect(() => {
    if (chosen !== undefined) announce(chosen.shown);
  }, [announce, chosen]);

  if (asking === null || found.length === 0) return null;
  const { left, bottom } = editor.view.coordsAtPos(asking.from);
  return (
    <Portal>
      <div className={classes.list} style={{ left: Math.min(left, window.innerWidth - 300), top: bottom + 6 }}>
        <p className={classes.head}>{t(`complete.${asking.trigger}`)}</p>
        <div role="listbox" id={listId} aria-label={t(`complete.${asking.trigger}`)}>
          {found.map((suggestion, place) => (
            <button
              key={suggestion.id}
              type="button"
              role="option"
              aria-selected={place === at}
              tabIndex={-1}
              className={classes.item}
              onMouseDown={(event) => {
                event.preventDefault();
                pick(suggestion);
              }}
              onMouseEnter={() => setIndex(place)}
            >
              <span>{suggestion.shown}</span>
              <span className={classes.note}>{suggestion.note}</span>
            </button>
          ))}
        </div>
      </div>
    </Portal>
  );
}
