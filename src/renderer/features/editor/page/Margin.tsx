import { Menu } from '@mantine/core';
import { IconFlag, IconGripVertical, IconLock, IconScissors } from '@tabler/icons-react';
import type { Editor } from '@tiptap/core';
import type { BlockMarks } from '../../../../core/model/doc';
import type { PlatformPack } from '../../../../core/platforms/pack';
import { editorWords } from '../../../../core/words/editor';
import { useLang, useStudio, useWords } from '../../../state/StudioProvider';
import { PlatformTile } from '../../../ui/PlatformTile';
import { setMarks } from '../extensions/blocks';
import classes from './Margin.module.css';
import { MarkMenu } from './MarkMenu';
import { type MarginEntry, readMargin, sameMargin, toggled } from './marginMarks';
import { useAfterEdit } from './useAfterEdit';

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
  const entries = useAfterEdit<readonly MarginEntry[]>(editor, readMargin, sameMargin, []);
  return (
    <div className={classes.margin}>
      {entries.map((entry) => (
        <Entry
          key={entry.marks.id ?? entry.pos}
          entry={entry}
          editor={editor}
          platforms={platforms}
          open={open === entry.pos}
          onOpen={(wanted) => onOpen(wanted ? entry.pos : null)}
        />
      ))}
    </div>
  );
}

function Entry({
  entry,
  editor,
  platforms,
  open,
  onOpen,
}: {
  readonly entry: MarginEntry;
  readonly editor: Editor;
  readonly platforms: readonly string[];
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}) {
  const t = useWords(editorWords);
  const { marks, pos, top, line } = entry;
  const names = useMarkNames(marks);
  return (
    <Menu
      opened={open}
      onChange={onOpen}
      onClose={() => editor.commands.focus()}
      position="bottom-start"
      width={264}
      closeOnItemClick={false}
      // In a scrolled page the margin counts as out of sight, and an open menu nobody sees would hold the keys.
      hideDetached={false}
      withinPortal
    >
      <Menu.Target>
        <button
          type="button"
          className={classes.entry}
          style={{ top, height: line }}
          aria-label={t('margin.open', { marks: names.length === 0 ? t('margin.mark') : names.join(' ') })}
          disabled={!editor.isEditable}
        >
          <Label marks={marks} />
        </button>
      </Menu.Target>
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

/** The strongest mark in words; platforms as letters. */
function Label({ marks }: { readonly marks: BlockMarks }) {
  const t = useWords(editorWords);
  if (marks.only.length > 0)
    return (
      <span className={classes.label} data-tone="only">
        {t('margin.only')} <Glyphs refs={marks.only} />
      </span>
    );
  if (marks.not.length > 0)
    return (
      <span className={classes.label}>
        {t('margin.not')} <Glyphs refs={marks.not} />
      </span>
    );
  if (marks.lead)
    return (
      <span className={classes.label}>
        <IconFlag size={13} stroke={1.6} aria-hidden="true" /> {t('margin.lead')}
      </span>
    );
  if (marks.keep)
    return (
      <span className={classes.label}>
        <IconLock size={13} stroke={1.6} aria-hidden="true" /> {t('margin.keep')}
      </span>
    );
  if (marks.optional)
    return (
      <span className={classes.label}>
        <IconScissors size={13} stroke={1.6} aria-hidden="true" /> {t('margin.optional')}
      </span>
    );
  return (
    <span className={classes.label} data-tone="quiet">
      <IconGripVertical size={13} stroke={1.6} aria-hidden="true" /> {t('margin.mark')}
    </span>
  );
}

const SHOWN = 2;

function Glyphs({ refs }: { readonly refs: readonly string[] }) {
  const t = useWords(editorWords);
  const packs = useStudio((state) => state.packs);
  const platforms = [...new Set(refs.map(platformId))];
  return (
    <>
      {platforms.slice(0, SHOWN).map((id) => (
        <PlatformTile key={id} size="small" glyph={packs?.get(id)?.glyph ?? id.slice(0, 1)} />
      ))}
      {platforms.length > SHOWN && (
        <span aria-hidden="true">{t('margin.more', { count: platforms.length - SHOWN })}</span>
      )}
    </>
  );
}

const platformId = (ref: string): string => ref.split('/', 1)[0] ?? ref;

/** Every mark of a block in words, for the button's name. */
function useMarkNames(marks: BlockMarks): readonly string[] {
  const t = useWords(editorWords);
  const lang = useLang();
  const packs = useStudio((state) => state.packs);
  const named = (refs: readonly string[]): string => refs.map((ref) => nameOf(packs, lang, ref)).join(' ');
  return [
    ...(marks.lead ? [t('margin.lead')] : []),
    ...(marks.keep ? [t('margin.keep')] : []),
    ...(marks.optional ? [t('margin.optional')] : []),
    ...(marks.only.length > 0 ? [`${t('margin.only')} ${named(marks.only)}`] : []),
    ...(marks.not.length > 0 ? [`${t('margin.not')} ${named(marks.not)}`] : []),
  ];
}

const nameOf = (packs: ReadonlyMap<string, PlatformPack> | null, lang: 'zh' | 'en', ref: string): string =>
  packs?.get(platformId(ref))?.[lang] ?? ref;
