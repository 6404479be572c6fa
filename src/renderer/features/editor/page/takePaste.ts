import type { Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { Fragment, Slice } from '@tiptap/pm/model';
import { captionLine, mapImages } from '../../../../core/importing/draft';
import type { BlockNode } from '../../../../core/model/doc';
import type { Clipboard } from '../../../../core/paste/readPaste';
import { arrivalOf, arrivalOfBytes, bringIn } from '../../../state/bringIn';
import type { Studio } from '../../../state/studio';
import { isSafeLink } from '../extensions/schema';
import { isPicture, type Refused } from './takeImages';

/** What came of a paste, for the sentence that says what did not come along. */
export type PasteDone =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'too_big'; readonly limit: number }
  | {
      readonly kind: 'pasted';
      readonly remote: number;
      readonly lost: number;
      readonly wordsOnly: boolean;
      readonly refused: readonly Refused[];
    };

/**
 * The reader of foreign markup is loaded when a piece is opened, at rest: it brings an HTML and a Markdown parser that no
 * other part of the screen needs.
 */
const reader = () => import('../../../../core/paste/readPaste');
export const warmPaste = (): void => void reader();

/** Reads a foreign clipboard and puts it in at the selection, as one step of undo. */
export async function takePaste(
  studio: Studio,
  editor: Editor,
  clipboard: Clipboard & { readonly files: readonly File[]; readonly asText: boolean },
  sayPicture: string,
): Promise<PasteDone> {
  const { MAX_PASTE, plainBlocks, readPaste } = await reader();
  if (clipboard.asText) {
    if (clipboard.text.length > MAX_PASTE) return { kind: 'too_big', limit: MAX_PASTE };
    const blocks = plainBlocks(clipboard.text);
    if (blocks.length > 0) putIn(editor, blocks);
    return blocks.length === 0 ? { kind: 'nothing' } : clean;
  }
  const address = clipboard.text.trim();
  if (!editor.state.selection.empty && !/\s/.test(address) && isSafeLink(address)) {
    editor.chain().setLink({ href: address }).run();
    return clean;
  }
  const read = readPaste(clipboard, sayPicture);
  if (read.kind === 'too_big') return read;
  if (read.kind === 'empty') return { kind: 'nothing' };
  const { remote, lost, wordsOnly } = read;
  // A browser puts a copied picture beside its markup: then the markup is only its address.
  const [file] = clipboard.files;
  if (file !== undefined && remote + lost === 1 && read.blocks.length === 1) {
    const { outcomes } = await bringIn(studio, [arrivalOf(studio, file)], isPicture);
    putIn(
      editor,
      outcomes.flatMap((one): BlockNode[] => ('id' in one ? [{ type: 'image', attrs: { src: one.id } }] : [])),
    );
    return { ...clean, refused: outcomes.flatMap((one) => ('failure' in one ? [one] : [])) };
  }
  const inside = [...read.pictures];
  const { outcomes } = await bringIn(
    studio,
    inside.map(([, address]) => arrivalOfBytes(studio, `${sayPicture}.${extensionOf(address)}`, bytesOf(address))),
    isPicture,
  );
  const kept = new Map(
    outcomes.flatMap((one, index) => ('id' in one ? [[inside[index]?.[0] ?? '', one.id] as const] : [])),
  );
  const refused = outcomes.flatMap((one) => ('failure' in one ? [{ ...one, name: sayPicture }] : []));
  const { content } = mapImages({ type: 'doc', content: read.blocks }, (image): BlockNode | readonly BlockNode[] => {
    const id = kept.get(image.attrs.src);
    return id === undefined
      ? [
          { type: 'paragraph', content: [{ type: 'text', text: `［${image.attrs.alt || sayPicture}］` }] },
          ...captionLine(image, image.attrs.alt || sayPicture),
        ]
      : { ...image, attrs: { ...image.attrs, src: id } };
  });
  putIn(editor, content);
  return { kind: 'pasted', remote, lost, wordsOnly, refused };
}

const clean: PasteDone & { kind: 'pasted' } = { kind: 'pasted', remote: 0, lost: 0, wordsOnly: false, refused: [] };

const extensionOf = (address: string): string =>
  /^data:image\/(?:x-)?([a-z0-9]{2,5})/i.exec(address)?.[1]?.toLowerCase().replace('jpeg', 'jpg') ?? 'png';

/** Bytes of a `data:` address; empty when it is no base64, which the store refuses with a sentence. */
function bytesOf(address: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(address.slice(address.indexOf(',') + 1)), (sign) => sign.charCodeAt(0));
  } catch (error) {
    if (error instanceof DOMException) return new Uint8Array();
    throw error;
  }
}

/** Blocks in place of the selection. One paragraph joins the line it is put in; a cell of a table takes lines. */
function putIn(editor: Editor, blocks: readonly BlockNode[]): void {
  if (editor.isDestroyed || blocks.length === 0) return;
  const { state, view } = editor;
  const doc = state.schema.nodeFromJSON({ type: 'doc', content: blocks });
  const inCell = state.selection.$from.depth > 0 && isInCell(editor);
  const slice = inCell ? asLines(doc.content, editor) : openSlice(doc.content);
  const tr = closeHistory(state.tr).replaceSelection(slice).scrollIntoView();
  view.dispatch(tr);
  view.dispatch(closeHistory(view.state.tr));
}

const isInCell = (editor: Editor): boolean => {
  const { $from } = editor.state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1)
    if (/^table(Cell|Header)$/.test($from.node(depth).type.name)) return true;
  return false;
};

const openSlice = (content: Fragment): Slice => {
  const open = (node: { readonly type: { readonly name: string } } | null): number =>
    node?.type.name === 'paragraph' ? 1 : 0;
  return new Slice(content, open(content.firstChild), open(content.lastChild));
};

function asLines(content: Fragment, { schema }: Editor): Slice {
  const inlines: ReturnType<Fragment['child']>[] = [];
  content.descendants((node) => {
    if (!node.isTextblock) return true;
    if (inlines.length > 0) inlines.push(schema.nodes.hardBreak?.create() ?? schema.text(' '));
    inlines.push(...node.children);
    return false;
  });
  return new Slice(Fragment.from(inlines), 0, 0);
}
