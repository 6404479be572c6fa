import { basename, dirname, join, resolve, sep } from 'node:path';
import type { ImportWarning } from '../../contract';
import { imagesIn } from '../../core/adapt/source';
import { readMarkdown } from '../../core/markdown/readMarkdown';
import type { BlockNode, Doc } from '../../core/model/doc';
import { createOp, type Op } from '../../core/plan/ops';
import { Refusal, refuse } from '../../core/result';
import { keepImage, MAX_IMAGE, readChosen } from './assets';
import type { StoreContext } from './context';
import { listViews } from './rows';

/** Largest Markdown file, in bytes: a long article is a thousandth of it. */
const MAX_MARKDOWN = 5 * 1024 * 1024;

export type MarkdownImport = {
  readonly title: string;
  readonly ops: readonly Op[];
  readonly warnings: readonly ImportWarning[];
};

/**
 * A Markdown file as a new piece: front matter, block marks, and the pictures beside it. A picture that is missing,
 * or lies outside the file's folder, stays a name in the text and is told as a warning; nothing is dropped.
 */
export function importMarkdown(store: StoreContext, id: string, path: string): MarkdownImport {
  const name = basename(path);
  const bytes = readChosen(path, MAX_MARKDOWN);
  const read = readMarkdown(decoded(bytes, name), name);
  if (!read.ok) throw new Refusal(read.error);
  const { piece, warnings } = read.value;
  const ops: Op[] = [];
  const missing: ImportWarning[] = [];
  const kept = new Map<string, string>();
  for (const src of piece.images) {
    try {
      const image = keepImage(store.db, store.folder, basename(src), readChosen(inside(dirname(path), src), MAX_IMAGE));
      kept.set(src, image.id);
      ops.push(...image.ops);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      missing.push({ code: 'missing_image', line: 0, name: src });
    }
  }
  const { title, kind, subkind, lang, brief, tags, link } = piece;
  const personaId = listViews(store.db, 'persona').find((known) => known.name === piece.persona)?.id ?? null;
  const doc = withAssets(piece.doc, kept);
  // A picture named only in the head leads; one in the text stays where it is.
  const shown = new Set(imagesIn(doc));
  const coverId = piece.images.map((src) => kept.get(src)).find((id) => id !== undefined && !shown.has(id)) ?? null;
  const draft = {
    title,
    kind,
    subkind,
    lang,
    brief,
    tags,
    link,
    personaId,
    coverId,
    state: 'drafting' as const,
    createdOn: store.today(),
  };
  ops.push(createOp('piece', id, draft, doc));
  return { title, ops: uniqueCreates(ops), warnings: [...warnings, ...missing] };
}

/** A file in another encoding would come in as replacement characters, which nobody could bring back. */
function decoded(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refuse('file_damaged', { file: name, place: 'UTF-8' });
  }
}

/** Only files in or below the Markdown file's own folder. */
function inside(folder: string, src: string): string {
  const target = resolve(folder, src);
  return target.startsWith(resolve(folder) + sep) ? target : join(folder, basename(src));
}

function withAssets(doc: Doc, kept: ReadonlyMap<string, string>): Doc {
  const place = (block: BlockNode): BlockNode => {
    if (block.type === 'image')
      return { ...block, attrs: { ...block.attrs, src: kept.get(block.attrs.src) ?? block.attrs.src } };
    if (block.type === 'blockquote') return { ...block, content: block.content.map(place) };
    if (block.type === 'bulletList' || block.type === 'orderedList')
      return { ...block, content: block.content.map((item) => ({ ...item, content: item.content.map(place) })) };
    return block;
  };
  return { ...doc, content: doc.content.map(place) };
}

/** The same picture twice in one file is made once. */
const uniqueCreates = (ops: readonly Op[]): readonly Op[] => [
  ...new Map(ops.map((op) => [`${op.type}\n${op.id}`, op])).values(),
];
