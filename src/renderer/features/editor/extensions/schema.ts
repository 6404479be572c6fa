import type { Extensions } from '@tiptap/core';
import { Placeholder } from '@tiptap/extensions';
import { StarterKit } from '@tiptap/starter-kit';
import { Away } from './away';
import { Blocks } from './blocks';
import { Completion, type CompletionListener } from './completion';
import { Field, type FieldValues, newFieldValues } from './field';
import { Find } from './find';
import { Picture, type PictureWords } from './picture';
import { tableExtensions } from './table';
import { Hashtag, MentionToken } from './tokens';

/** What the writer may link to; everything else in pasted or typed links is left as plain text. */
const linkSchemes = ['http:', 'https:', 'mailto:'];

/** Whether an address may be a link of a piece: absolute, and http, https or mailto. */
export function isSafeLink(href: string): boolean {
  if (!URL.canParse(href)) return false;
  return linkSchemes.includes(new URL(href).protocol);
}

export type EditorParts = {
  readonly placeholder: string;
  readonly fields: FieldValues;
  readonly completion: CompletionListener;
  readonly picture: PictureWords;
};

const bare: EditorParts = {
  placeholder: '',
  fields: newFieldValues({}),
  completion: { ask: () => {}, key: () => false },
  picture: { missing: '', noAlt: '', hasOwnAlt: () => false },
};

/**
 * The one list of extensions: exactly the nodes and marks of `core/model/doc.ts`, so that what the editor holds is what
 * the store accepts. StarterKit brings link and underline; no trailing paragraph is added to a document by opening it.
 */
export const editorExtensions = (parts: EditorParts = bare): Extensions => [
  StarterKit.configure({
    heading: { levels: [1, 2, 3, 4] },
    trailingNode: false,
    link: {
      openOnClick: false,
      autolink: true,
      linkOnPaste: true,
      defaultProtocol: 'https',
      isAllowedUri: (url) => isSafeLink(url),
      HTMLAttributes: { target: null, rel: 'noopener noreferrer nofollow' },
    },
    dropcursor: { class: 'drop-cursor', color: false, width: 2 },
    undoRedo: { depth: 500 },
  }),
  ...tableExtensions,
  Find,
  Blocks,
  Away,
  Picture.configure({ words: parts.picture }),
  Hashtag,
  MentionToken,
  Field.configure({ fields: parts.fields }),
  Completion.configure({ listener: parts.completion }),
  Placeholder.configure({ placeholder: parts.placeholder, showOnlyWhenEditable: true }),
];
