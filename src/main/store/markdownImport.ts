import { basename, dirname, join, resolve, sep } from 'node:path';
import { readMarkdown } from '../../core/markdown/read';
import type { BlockNode, Doc } from '../../core/model/doc';
import { createOp, type Op } from '../../core/plan/ops';
import { Refusal } from '../../core/result';
import { keepImage, MAX_IMAGE, readChosen } from './assets';
import type { StoreContext } from './context';
import { listViews } from './rows';

/** Largest Markdown file, in bytes: a long article is a thousandth of it. */
const MAX_MARKDOWN = 5 * 1024 * 1024;

export type MarkdownImport = {
  readonly title: string;
  readonly ops: readonly Op[];
  readonly warnings: readonly string[];
};

/**
 * A Markdown file as a new piece: front matter, block marks, and the pictures beside it. A picture that is missing,
 * or lies outside the file's folder, stays a name in the text and is told as a warning; nothing is dropped.
 */
export function importMarkdown(store: StoreContext, id: string, path: string): MarkdownImport {
  const name = basename(path);
  const bytes = readChosen(path, MAX_MARKDOWN);
  const read = readMarkdown(new TextDecoder('utf-8').decode(bytes), name);
  if (!read.ok) throw new Refusal(read.error);
  const { source, persona, warnings } = read.value;
  const ops: Op[] = [];
  const said: string[] = [...warnings];
  const kept = new Map<string, string>();
  for (const { src } of source.images) {
    try {
      const image = keepImage(store.db, store.folder, basename(src), readChosen(inside(dirname(path), src), MAX_IMAGE));
      kept.set(src, image.id);
      ops.push(...image.ops);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      said.push(src);
    }
  }
  const { title, kind, subkind, lang, brief, tags, link } = source;
  const personaId = listViews(store.db, 'persona').find((known) => known.name === persona)?.id ?? null;
  const doc = withAssets(source.body, kept);
  ops.push(
    createOp(
      'piece',
      id,
      { title, kind, subkind, lang, brief, tags, link, personaId, state: 'drafting', createdOn: store.today() },
      doc,
    ),
  );
  return { title, ops: uniqueCreates(ops), warnings: said };
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
