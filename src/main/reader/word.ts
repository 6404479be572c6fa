import mammoth from 'mammoth';
import { told } from '../../core/importing/draft';
import type { Looked } from '../../core/importing/images';
import type { RowMessage } from '../../core/importing/model';
import { readZip } from '../../core/plan/file/unzip';
import { writeZip } from '../../core/plan/file/zip';
import { Refusal, refuse } from '../../core/result';
import type { Pictures } from './pictures';

export type WordRead = {
  readonly html: string;
  readonly pictures: ReadonlyMap<string, Looked>;
  readonly messages: readonly RowMessage[];
};

/** Older Word files, and every file behind a password, begin like this. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
/** Elements within elements of a part; Word's own stay under sixty. */
const MAX_XML_DEPTH = 250;
const DOCUMENT = 'word/document.xml';

/** Word's built-in names are the same in every language; these it leaves to us. */
const styles = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  // A line below a picture becomes the picture's own (`core/html/pictures.ts`).
  "p[style-name='caption'] => figcaption:fresh",
  'u => u',
  'comment-reference => ',
];

/**
 * A Word document as a page. The zip is read by our own bounded reader first, and only what it found true goes on: a
 * library that trusts what a header says never sees the file itself.
 */
export async function readWord(bytes: Uint8Array, file: string, keep: Pictures): Promise<WordRead> {
  if (OLE.every((byte, index) => bytes[index] === byte)) refuse('file_old_word', { file });
  const zip = readZip(bytes, file);
  if (!zip.ok) {
    const { code, params } = zip.error;
    throw new Refusal({ code: code === 'file_not_plan' ? 'file_damaged' : code, params: { place: 'zip', ...params } });
  }
  if (!zip.value.some(({ path }) => path === DOCUMENT)) refuse('file_damaged', { file, place: DOCUMENT });
  for (const { path, bytes: part } of zip.value)
    if (/\.(xml|rels)$/.test(path) && !isPlainXml(part)) refuse('file_damaged', { file, place: path });
  const buffer = Buffer.from(writeZip(zip.value, () => true));
  const pictures = new Map<string, Looked>();
  const convertImage = mammoth.images.imgElement(async (image) => {
    const name = `word-${pictures.size + 1}`;
    const content = await image.readAsBuffer();
    pictures.set(
      name,
      keep.try(() => keep.keep(content, `${name}.${image.contentType.split('/').at(-1) ?? ''}`)),
    );
    return { src: name };
  });
  try {
    const { value, messages } = await mammoth.convertToHtml(
      { buffer },
      { convertImage, styleMap: styles, externalFileAccess: false },
    );
    return { html: value, pictures, messages: notes(messages) };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    // Whatever the library stumbles over is for the user one thing: the document is broken.
    return refuse('file_damaged', { file, place: DOCUMENT });
  }
}

/** Styles of the author's own become plain paragraphs, which nobody needs to be told; other losses are named once. */
function notes(messages: readonly { readonly type: string; readonly message: string }[]): readonly RowMessage[] {
  const names = messages
    .map(({ message }) => message)
    .filter((message) => !/^Unrecognised (paragraph|run|table) style/.test(message))
    .map((message) => /: ([\w:]+)$/.exec(message)?.[1] ?? message.slice(0, 80));
  return [...new Set(names)].slice(0, 5).map((name) => told('word_note', { name }));
}

/** No document types (they define entities without end) and no endless nesting, seen from the bytes alone. */
function isPlainXml(part: Uint8Array): boolean {
  let depth = 0;
  for (let at = 0; at < part.length; at += 1) {
    if (part[at] !== 0x3c) continue;
    const next = part[at + 1];
    if (next === 0x21 && (part[at + 2] === 0x44 || part[at + 2] === 0x64)) return false;
    if (next === 0x2f) depth -= 1;
    else if (next !== 0x21 && next !== 0x3f && !isClosed(part, at)) depth += 1;
    if (depth > MAX_XML_DEPTH) return false;
  }
  return true;
}

function isClosed(part: Uint8Array, from: number): boolean {
  for (let at = from; at < part.length; at += 1) if (part[at] === 0x3e) return part[at - 1] === 0x2f;
  return true;
}
