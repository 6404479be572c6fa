import { safeAddress } from '../html/filth';
import { htmlToDoc } from '../html/toDoc';
import { captionLine, mapImages } from '../importing/draft';
import { parseTree } from '../markdown/syntax';
import { toDoc } from '../markdown/toDoc';
import type { BlockNode, Doc } from '../model/doc';
import { looksLikeMarkdown } from './looksLikeMarkdown';
import { takeOutPictures } from './pictures';

/**
 * What a clipboard holds, as blocks of a body. Read from the parsed tree alone: nothing is run, fetched or shown, so it
 * makes no difference what the markup wanted. The same reader serves imported pages (`core/html`).
 */
export type Clipboard = {
  readonly html: string;
  readonly text: string;
};

export type PasteRead =
  | {
      readonly kind: 'blocks';
      readonly blocks: readonly BlockNode[];
      /** Pictures that came inside the markup: the name that stands in `src` → its `data:` address. */
      readonly pictures: ReadonlyMap<string, string>;
      /** Pictures that stand elsewhere: they are not fetched, a link is in their place. */
      readonly remote: number;
      /** Pictures nobody can reach from here (`file:`, `cid:`): their words are in their place. */
      readonly lost: number;
      /** The markup was too large, so only its words came. */
      readonly wordsOnly: boolean;
    }
  | { readonly kind: 'empty' }
  /** More than a body holds. `limit` in characters. */
  | { readonly kind: 'too_big'; readonly limit: number };

/** Markup without its pictures, in UTF-16 units: what is read well within a second. */
const MAX_MARKUP = 2_000_000;
/** Text in one paste, in UTF-16 units: a long novel. More goes through import, which works beside the screen. */
export const MAX_PASTE = 600_000;
/** Blocks a body takes (`docSchema`). */
const MAX_BLOCKS = 8_000;

export function readPaste({ html, text }: Clipboard, sayPicture: string): PasteRead {
  const stripped = takeOutPictures(html);
  const plain = text.replace(/\r\n?/g, '\n');
  if (stripped.html.trim() === '' || (isCodeEditor(stripped.html) && plain !== ''))
    return readText(plain, false, sayPicture);
  if (stripped.html.length > MAX_MARKUP) return readText(plain, true, sayPicture);
  const read = htmlToDoc(stripped.html);
  if (read === null) return readText(plain, true, sayPicture);
  if (read.doc.content.length > MAX_BLOCKS || lengthOf(read.doc.content) > MAX_PASTE)
    return { kind: 'too_big', limit: MAX_PASTE };
  const found = picturesOf(read.doc, read.inlined, stripped.pictures, sayPicture);
  if (found.blocks.length === 0) return readText(plain, false, sayPicture);
  // A page that only wraps text someone wrote as Markdown.
  if (isPlain(found.blocks) && looksLikeMarkdown(plain)) return readText(plain, false, sayPicture);
  return { kind: 'blocks', ...found, wordsOnly: false };
}

/** Text alone: Markdown when it is written so, else a paragraph a line. */
function readText(text: string, wordsOnly: boolean, sayPicture: string): PasteRead {
  if (text.length > MAX_PASTE) return { kind: 'too_big', limit: MAX_PASTE };
  const doc = looksLikeMarkdown(text) ? toDoc(parseTree(text), 0).doc : null;
  const found =
    doc === null ? { blocks: plainBlocks(text), remote: 0, lost: 0 } : picturesOf(doc, none, [], sayPicture);
  if (found.blocks.length === 0) return { kind: 'empty' };
  if (found.blocks.length > MAX_BLOCKS) return { kind: 'too_big', limit: MAX_PASTE };
  return { kind: 'blocks', ...found, pictures: none, wordsOnly };
}

/** Words without any reading: what the clipboard says, line by line. */
export function plainBlocks(text: string): readonly BlockNode[] {
  const lines = text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(unseen, '')
    .split('\n')
    .filter((line) => line.trim() !== '');
  return lines.map((line) => ({ type: 'paragraph', content: [{ type: 'text', text: line }] }));
}
const unseen = /[\u200b\u2060\ufeff]|(?![\t\n])\p{Cc}/gu;
const none: ReadonlyMap<string, string> = new Map();

const isCodeEditor = (html: string): boolean =>
  /^\s*(<meta[^>]*>\s*)?<div[^>]{0,400}font-family:[^;"]*(consolas|monospace|menlo|courier)[^>]{0,400}white-space:\s*pre/i.test(
    html.slice(0, 2_000),
  );

const isPlain = (blocks: readonly BlockNode[]): boolean =>
  blocks.every(
    (block) =>
      block.type === 'paragraph' &&
      (block.content ?? []).every(
        (node) => node.type !== 'text' || node.marks === undefined || node.marks.length === 0,
      ),
  );

function picturesOf(
  doc: Doc,
  inlined: ReadonlyMap<string, string>,
  addresses: readonly string[],
  sayPicture: string,
): {
  readonly blocks: readonly BlockNode[];
  readonly pictures: ReadonlyMap<string, string>;
  readonly remote: number;
  readonly lost: number;
} {
  const pictures = new Map<string, string>();
  let remote = 0;
  let lost = 0;
  const { content } = mapImages(doc, (image): BlockNode | readonly BlockNode[] => {
    const { src, alt, title } = image.attrs;
    const inside = inlined.get(src);
    if (inside !== undefined) {
      const at = /^data:image\/[^,]*,(\d+)$/.exec(inside)?.[1];
      pictures.set(src, at === undefined ? inside : (addresses[Number(at)] ?? inside));
      return image;
    }
    const words = alt || title || sayPicture;
    const href = safeAddress(src);
    if (href === null) {
      lost += 1;
      return [{ type: 'paragraph', content: [{ type: 'text', text: `［${words}］` }] }, ...captionLine(image, words)];
    }
    remote += 1;
    return [
      {
        type: 'paragraph',
        content: [{ type: 'text', text: `［${words}］`, marks: [{ type: 'link', attrs: { href } }] }],
      },
      ...captionLine(image, words),
    ];
  });
  return { blocks: content, pictures, remote, lost };
}

const lengthOf = (value: unknown): number => {
  let length = 0;
  const waiting: unknown[] = [value];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (Array.isArray(next)) for (const one of next) waiting.push(one);
    else if (typeof next === 'object' && next !== null) {
      const { text, content } = next as { readonly text?: unknown; readonly content?: unknown };
      if (typeof text === 'string') length += text.length;
      if (content !== undefined) waiting.push(content);
    }
  }
  return length;
};
