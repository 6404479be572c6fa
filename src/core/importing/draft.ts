import { imagesIn } from '../adapt/source';
import { type BlockNode, type Doc, docSchema, type InlineNode } from '../model/doc';
import { docText } from '../model/docText';
import { err, type Failure, failure, ok, type Result } from '../result';
import { languageOf } from '../text/han';
import { titleOfFile } from './files';
import type { ImageDraft, ImportRow, PieceDraft, RowMessage, RowSource } from './model';
import { blankDraft } from './model';

/** A document as its reader understood it, before its pictures were looked for. */
export type ReadDocument = {
  readonly piece: PieceDraft;
  readonly messages: readonly RowMessage[];
  /** Pictures written into the document itself: path in the body → `data:` address. */
  readonly inlined: ReadonlyMap<string, string>;
};

export const told = (
  code: RowMessage['code'],
  params: RowMessage['params'] = {},
  line: number | null = null,
): RowMessage => ({ code, params, line });

/** UTF-16 units of a title, as the record holds it. */
const MAX_TITLE = 500;

/** The body of a foreign document as a draft: its first heading is the title, else what the file calls itself. */
export function draftOf(
  body: Doc,
  named: { readonly title: string; readonly file: string },
): Result<ReadDocument, Failure> {
  const checked = docSchema.safeParse(body);
  if (!checked.success) return err(failure('file_too_big', { file: named.file, limit: '10,000' }));
  const { title, doc } = titled(body, named.title);
  const messages: RowMessage[] = [];
  const shown = title === '' ? titleOfFile(named.file) : title;
  if (title === '') messages.push(told('title_from_file', { name: shown }));
  const short = clipped(shown);
  if (short !== shown) messages.push(told('title_shortened', { count: MAX_TITLE }));
  const text = docText(doc);
  if (text === '') messages.push(told('empty_text'));
  const lang = languageOf(`${title}\n${text}`) ?? 'zh';
  return ok({
    piece: { ...blankDraft, title: short, lang, body: filled(doc), images: imagesOf(doc) },
    messages,
    inlined: new Map(),
  });
}

/** The heading a document begins with is its title and leaves the text, when the title can hold all of it. */
function titled(doc: Doc, given: string): { readonly title: string; readonly doc: Doc } {
  const [first, ...rest] = doc.content;
  if (first?.type !== 'heading') return { title: given, doc };
  const title = (first.content ?? []).map(inlineText).join('').trim();
  return title === '' || clipped(title) !== title
    ? { title: given || title, doc }
    : { title, doc: { ...doc, content: rest } };
}

const clipped = (title: string): string =>
  title
    .slice(0, MAX_TITLE)
    .replace(/[\ud800-\udbff]$/, '')
    .trim();

const inlineText = (node: InlineNode): string =>
  docText({ type: 'doc', content: [{ type: 'paragraph', content: [node] }] });

/** The editor wants one paragraph to stand in. */
const filled = (doc: Doc): Doc => (doc.content.length === 0 ? { ...doc, content: [{ type: 'paragraph' }] } : doc);

/** The pictures of a body, each once, still to be looked for. */
export function imagesOf(doc: Doc, more: readonly string[] = []): readonly ImageDraft[] {
  const alts = new Map<string, string>();
  walkImages(doc, (image) => {
    if (!alts.has(image.attrs.src)) alts.set(image.attrs.src, image.attrs.alt ?? '');
  });
  return [...new Set([...more, ...imagesIn(doc)])].map((path) => ({ path, alt: alts.get(path) ?? '', found: null }));
}

export type ImageBlock = Extract<BlockNode, { type: 'image' }>;

export function walkImages(doc: Doc, see: (image: ImageBlock) => void): void {
  mapImages(doc, (image) => {
    see(image);
    return image;
  });
}

/** The body with each picture replaced by what `change` makes of it. */
export function mapImages(doc: Doc, change: (image: ImageBlock) => BlockNode | readonly BlockNode[]): Doc {
  const place = (block: BlockNode): BlockNode | readonly BlockNode[] => {
    if (block.type === 'image') return change(block);
    if (block.type === 'blockquote') return { ...block, content: block.content.flatMap(place) };
    if (block.type === 'bulletList' || block.type === 'orderedList')
      return { ...block, content: block.content.map((item) => ({ ...item, content: item.content.flatMap(place) })) };
    return block;
  };
  return { ...doc, content: doc.content.flatMap(place) };
}

/** The caption of a picture that could not stay, as a paragraph of its own: words are never lost with it. */
export const captionLine = ({ attrs: { title } }: ImageBlock, said: string): readonly BlockNode[] =>
  !title || title === said ? [] : [{ type: 'paragraph', content: [{ type: 'text', text: title }] }];

/** A row that cannot be taken, with the sentence why. */
export const refusedRow = (source: RowSource, { code, params }: Failure): ImportRow => ({
  source,
  verdict: 'refused',
  piece: null,
  placements: [],
  messages: [told(code, params)],
});
