import { Menu } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { useState } from 'react';
import { editorWords } from '../../../../core/words/editor';
import { useLang, useWords } from '../../../state/StudioProvider';
import { Hint } from '../../../ui/Hint';
import { setMarks } from '../extensions/blocks';
import classes from './Margin.module.css';
import { MarkLabel, useMarkNames } from './MarkLabel';
import { MarkMenu } from './MarkMenu';
import { type MarginEntry, readMargin, sameMargin, toggled } from './marginMarks';
import { useAfterEdit } from './useAfterEdit';
import { useHoveredBlock } from './useHoveredBlock';

/**
 * The margin left of the text: what each block is for. It stands beside the editable text, not in it, so that its
 * buttons can be reached by keyboard and no input method meets them.
 */
export function Margin({
  editor,
  platforms,
  open,
  onOpen,
}: {
  readonly editor: Editor;
  /** Platforms the piece goes to, offered first. */
  readonly platforms: readonly string[];
  /** Position of the block whose menu is open. */
  readonly open: number | null;
  readonly onOpen: (pos: number | null) => void;
}) {
  const marked = useAfterEdit<readonly MarginEntry[]>(editor, readMargin, sameMargin, []);
  const hovered = useHoveredBlock(editor);
  // The block of an open menu stays, wherever the mouse goes.
  const [held, setHeld] = useState<MarginEntry | null>(null);
  const extra = open !== null && held?.pos === open ? held : hovered;
  const entries = extra === null || marked.some(({ pos }) => pos === extra.pos) ? marked : [...marked, extra];
  return (
    <div className={classes.margin}>
      {entries.map((entry) => (
        <Entry
          key={entry.marks.id ?? entry.pos}
          entry={entry}
          editor={editor}
          platforms={platforms}
          hovered={hovered?.pos === entry.pos}
          open={open === entry.pos}
          onOpen={(wanted) => {
            setHeld(wanted ? entry : null);
            onOpen(wanted ? entry.pos : null);
          }}
        />
      ))}
    </div>
  );
}

function Entry({
  entry,
  editor,
  platforms,
  hovered,
  open,
  onOpen,
}: {
  readonly entry: MarginEntry;
  readonly editor: Editor;
  readonly platforms: readonly string[];
  /** The mouse is at this block. */
  readonly hovered: boolean;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}) {
  const t = useWords(editorWords);
  const lang = useLang();
  const { marks, pos, top, line } = entry;
  const names = useMarkNames(marks);
  return (
    <Menu
      opened={open}
      onChange={onOpen}
      // Without a scroll: the block may be far from the caret.
      onClose={() => editor.view.focus()}
      position="bottom-start"
      width={264}
      closeOnItemClick={false}
      // In a scrolled page the margin counts as out of sight, and an open menu nobody sees would hold the keys.
      hideDetached={false}
      // Low in the page it moves up beside the block instead of out of the window.
      middlewares={{ flip: true, shift: { crossAxis: true, padding: 8 } }}
      withinPortal
    >
      <Hint label={names.length === 0 ? t('mark.tip') : names.join(lang === 'zh' ? '，' : ', ')}>
        <Menu.Target>
          <button
            type="button"
            className={classes.entry}
            data-hovered={hovered || undefined}
            style={{ top, lineHeight: `${line}px` }}
            aria-label={t('margin.open', { marks: names.length === 0 ? t('margin.mark') : names.join(' ') })}
            disabled={!editor.isEditable}
          >
            <MarkLabel marks={marks} />
          </button>
        </Menu.Target>
      </Hint>
      <Menu.Dropdown>
        <MarkMenu
          marks={marks}
          platforms={platforms}
          onChoose={(choice) => editor.view.dispatch(setMarks(editor.state.tr, pos, toggled(marks, choice)))}
        />
      </Menu.Dropdown>
    </Menu>
  );
}
