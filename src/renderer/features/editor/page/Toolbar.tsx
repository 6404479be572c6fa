import {
  IconAt,
  IconBlockquote,
  IconBold,
  IconBraces,
  IconH1,
  IconH2,
  IconHash,
  IconItalic,
  IconLink,
  IconList,
  IconListNumbers,
  IconMinus,
  IconPhoto,
  IconTable,
  IconTextSpellcheck,
  type TablerIcon,
} from '@tabler/icons-react';
import type { Editor } from '@tiptap/core';
import { Fragment } from 'react';
import { editorWords } from '../../../../core/words/editor';
import { typographyWords } from '../../../../core/words/typography';
import { useWords } from '../../../state/StudioProvider';
import { IconButton } from '../../../ui/IconButton';
import { textKeys } from '../textKeys';
import classes from './Page.module.css';
import { PictureMenu } from './PictureMenu';
import { TableMenu } from './TableMenu';
import { useAfterEdit } from './useAfterEdit';

type Tool = {
  readonly name:
    | 'h1'
    | 'h2'
    | 'bold'
    | 'italic'
    | 'quote'
    | 'bullets'
    | 'numbers'
    | 'image'
    | 'link'
    | 'hashtag'
    | 'mention'
    | 'field'
    | 'table'
    | 'divider';
  readonly Icon: TablerIcon;
  readonly keys?: string;
  readonly active?: (editor: Editor) => boolean;
  /** null: the page does it (it needs a dialog or a list). */
  readonly run: ((editor: Editor) => unknown) | null;
};

/** Types the sign that opens a completion list. As a node: a string would be parsed as HTML. */
const typeSign = (sign: string) => (editor: Editor) =>
  editor.chain().focus().insertContent({ type: 'text', text: sign }).run();

const groups: readonly (readonly Tool[])[] = [
  [
    {
      name: 'h1',
      Icon: IconH1,
      keys: textKeys.h1,
      active: (editor) => editor.isActive('heading', { level: 1 }),
      run: (editor) => editor.chain().focus().toggleHeading({ level: 1 }).run(),
    },
    {
      name: 'h2',
      Icon: IconH2,
      keys: textKeys.h2,
      active: (editor) => editor.isActive('heading', { level: 2 }),
      run: (editor) => editor.chain().focus().toggleHeading({ level: 2 }).run(),
    },
  ],
  [
    {
      name: 'bold',
      Icon: IconBold,
      keys: textKeys.bold,
      active: (editor) => editor.isActive('bold'),
      run: (editor) => editor.chain().focus().toggleBold().run(),
    },
    {
      name: 'italic',
      Icon: IconItalic,
      keys: textKeys.italic,
      active: (editor) => editor.isActive('italic'),
      run: (editor) => editor.chain().focus().toggleItalic().run(),
    },
  ],
  [
    {
      name: 'quote',
      Icon: IconBlockquote,
      keys: textKeys.quote,
      active: (editor) => editor.isActive('blockquote'),
      run: (editor) => editor.chain().focus().toggleBlockquote().run(),
    },
    {
      name: 'bullets',
      Icon: IconList,
      keys: textKeys.bullets,
      active: (editor) => editor.isActive('bulletList'),
      run: (editor) => editor.chain().focus().toggleBulletList().run(),
    },
    {
      name: 'numbers',
      Icon: IconListNumbers,
      keys: textKeys.numbers,
      active: (editor) => editor.isActive('orderedList'),
      run: (editor) => editor.chain().focus().toggleOrderedList().run(),
    },
    { name: 'table', Icon: IconTable, active: (editor) => editor.isActive('table'), run: null },
    {
      name: 'divider',
      Icon: IconMinus,
      run: (editor) => editor.chain().focus().setHorizontalRule().run(),
    },
  ],
  [
    { name: 'image', Icon: IconPhoto, run: null },
    { name: 'link', Icon: IconLink, keys: 'mod+k', active: (editor) => editor.isActive('link'), run: null },
    { name: 'hashtag', Icon: IconHash, run: typeSign('#') },
    { name: 'mention', Icon: IconAt, run: typeSign('@') },
    { name: 'field', Icon: IconBraces, run: typeSign('{{') },
  ],
];
const watched = groups.flat().filter((tool) => tool.active !== undefined);

/** Text tools in the order the design gives them. Arrow keys are the text's; Tab walks the buttons. */
export function Toolbar({
  editor,
  onFile,
  onLibrary,
  onLink,
  onTypography,
}: {
  readonly editor: Editor;
  readonly onFile: () => void;
  readonly onLibrary: () => void;
  readonly onLink: () => void;
  readonly onTypography: () => void;
}) {
  const t = useWords(editorWords);
  const say = useWords(typographyWords);
  const active = useAfterEdit(
    editor,
    (now) =>
      watched
        .filter((tool) => tool.active?.(now))
        .map((tool) => tool.name)
        .join(' '),
    Object.is,
    '',
  ).split(' ');
  const own: Partial<Record<Tool['name'], () => void>> = { link: onLink };
  return (
    <div className={classes.tools} role="toolbar" aria-label={t('tool.bar')}>
      {groups.map((tools, index) => (
        <Fragment key={tools[0]?.name}>
          {index > 0 && <span className={classes.rule} aria-hidden="true" />}
          {tools.map(({ name, Icon, keys, active: watch, run }) =>
            name === 'table' ? (
              <TableMenu key={name} editor={editor} inside={active.includes('table')} />
            ) : name === 'image' ? (
              <PictureMenu key={name} onFile={onFile} onLibrary={onLibrary} />
            ) : (
              <IconButton
                key={name}
                label={t(`tool.${name}`)}
                keys={keys}
                {...(watch === undefined ? {} : { pressed: active.includes(name) })}
                onClick={() => (run === null ? own[name]?.() : run(editor))}
              >
                <Icon size={17} stroke={1.6} />
              </IconButton>
            ),
          )}
        </Fragment>
      ))}
      <span className={classes.rule} aria-hidden="true" />
      <IconButton label={say('command')} keys="mod+shift+y" onClick={onTypography}>
        <IconTextSpellcheck size={17} stroke={1.6} />
      </IconButton>
    </div>
  );
}
