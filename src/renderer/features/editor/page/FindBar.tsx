import { Button, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconLetterCase, IconX } from '@tabler/icons-react';
import type { Editor } from '@tiptap/core';
import { type KeyboardEvent, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { occurrences, replaceOccurrences } from '../../../../core/text/occurrences';
import { writingWords } from '../../../../core/words/writing';
import { useLang, useStudio, useWords } from '../../../state/StudioProvider';
import { IconButton } from '../../../ui/IconButton';
import { hitsOf, seek, step } from '../extensions/find';
import type { Session } from '../session';
import classes from './Page.module.css';
import { type PlainText, plainTexts, sayPlace, showPlace, writePlainTexts } from './plainTexts';
import { useAfterEdit } from './useAfterEdit';

/**
 * Find and replace above the text. Enter goes on, Shift+Enter back, Escape returns to the text. Hits in title, brief and
 * the words of pictures are named beside it, to be gone to; replacing all takes them along.
 */
export function FindBar({
  session,
  editor,
  replacing,
  readOnly,
  onShowBrief,
  onClose,
}: {
  readonly session: Session;
  readonly editor: Editor;
  readonly replacing: boolean;
  readonly readOnly: boolean;
  readonly onShowBrief: () => void;
  readonly onClose: () => void;
}) {
  const t = useWords(writingWords);
  const lang = useLang();
  const announce = useStudio((state) => state.announce);
  const [text, setText] = useState(() => selectedText(editor));
  const [replace, setReplace] = useState('');
  const [exact, setExact] = useState(false);
  const [composing, setComposing] = useState(false);
  const said = useAfterEdit(editor, (now) => JSON.stringify(hitsOf(now)), Object.is, '{"count":0,"at":0}');
  const { count, at } = JSON.parse(said) as ReturnType<typeof hitsOf>;
  const outside = useOutside(session, editor, text, exact);

  useEffect(() => {
    if (!composing) seek(editor, { text, replace, exact });
  }, [editor, text, replace, exact, composing]);
  useEffect(
    () => () => {
      if (!editor.isDestroyed) seek(editor, { text: '', replace: '', exact: false });
    },
    [editor],
  );

  const close = (): void => {
    onClose();
    // At once: the editor's own command waits for a frame, and a key in between would go to the plan's undo.
    editor.view.focus();
  };
  const keys = (event: KeyboardEvent, enter: () => void): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      close();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      enter();
    }
  };
  const composition = {
    onCompositionStart: () => setComposing(true),
    onCompositionEnd: () => setComposing(false),
  };
  return (
    <search className={classes.find} aria-label={t('find.label')}>
      <TextInput
        size="xs"
        className={classes.findField}
        aria-label={t('find.text')}
        placeholder={t('find.text')}
        autoFocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => keys(event, () => step(editor, event.shiftKey ? 'previous' : 'next'))}
        {...composition}
      />
      <span className={classes.findCount} role="status">
        {text === '' ? '' : t('find.count', { at, count })}
      </span>
      <IconButton
        label={t('find.previous')}
        keys="shift+enter"
        disabled={count === 0}
        onClick={() => step(editor, 'previous')}
      >
        <IconChevronUp size={16} stroke={1.6} />
      </IconButton>
      <IconButton label={t('find.next')} keys="enter" disabled={count === 0} onClick={() => step(editor, 'next')}>
        <IconChevronDown size={16} stroke={1.6} />
      </IconButton>
      <IconButton label={t('find.exact')} pressed={exact} onClick={() => setExact(!exact)}>
        <IconLetterCase size={16} stroke={1.6} />
      </IconButton>
      <IconButton label={t('find.close')} keys="escape" onClick={close}>
        <IconX size={16} stroke={1.6} />
      </IconButton>
      {replacing && !readOnly && (
        <span className={classes.replaceRow}>
          <TextInput
            size="xs"
            className={classes.findField}
            aria-label={t('find.replace_with')}
            placeholder={t('find.replace_with')}
            value={replace}
            onChange={(event) => setReplace(event.currentTarget.value)}
            onKeyDown={(event) => keys(event, () => step(editor, 'replace'))}
            {...composition}
          />
          <Button size="compact-sm" disabled={count === 0} onClick={() => step(editor, 'replace')}>
            {t('find.replace')}
          </Button>
          <Button
            size="compact-sm"
            disabled={count + outside.length === 0}
            onClick={() => {
              const hits = outside.reduce((sum, place) => sum + place.hits, count);
              if (count > 0) step(editor, 'replace_all');
              void writePlainTexts(
                session,
                editor,
                plainTexts(session.getState().piece, editor).flatMap((place) => {
                  const made = replaceOccurrences(place.text, text, replace, exact);
                  return made === place.text ? [] : [{ place, text: made }];
                }),
              );
              announce(t('find.replaced', { count: hits }));
            }}
          >
            {t('find.replace_all')}
          </Button>
        </span>
      )}
      {outside.length > 0 && (
        <span className={classes.elsewhere}>
          {t('find.elsewhere')}
          {outside.map(({ place, hits, first }) => (
            <button
              key={place.key}
              type="button"
              className={classes.place}
              aria-label={t('find.go', { place: t('find.place', { place: sayPlace(lang, place), count: hits }) })}
              onClick={() => {
                if (place.kind === 'brief') onShowBrief();
                requestAnimationFrame(() => showPlace(editor, place, first, first + text.length));
              }}
            >
              {t('find.place', { place: sayPlace(lang, place), count: hits })}
            </button>
          ))}
        </span>
      )}
    </search>
  );
}

type Outside = { readonly place: PlainText; readonly hits: number; readonly first: number };

/** Where else in the piece the text stands: in its title, its brief, and the words of its pictures. */
function useOutside(session: Session, editor: Editor, text: string, exact: boolean): readonly Outside[] {
  const piece = useStore(session, (state) => state.piece);
  const pictures = useAfterEdit(editor, pictureWords, Object.is, '');
  return useMemo(
    () =>
      // The pictures' words are read again when they are others.
      (pictures === null ? [] : plainTexts(piece, editor)).flatMap((place) => {
        const found = occurrences(place.text, text, exact);
        return found[0] === undefined ? [] : [{ place, hits: found.length, first: found[0] }];
      }),
    [piece, editor, text, exact, pictures],
  );
}

const pictureWords = (editor: Editor): string => {
  const words: unknown[] = [];
  editor.state.doc.descendants((node, at) => {
    if (node.type.name === 'image') words.push([at, node.attrs.alt, node.attrs.title]);
    return !node.isTextblock;
  });
  return JSON.stringify(words);
};

/** What is selected is what one wants to find, as long as it is one line. */
function selectedText(editor: Editor): string {
  const { from, to } = editor.state.selection;
  const text = editor.state.doc.textBetween(from, to, '\n');
  return text.includes('\n') || text.length > 100 ? '' : text;
}
