import type { Source, SourceImage } from '../adapt/types';
import type { BlockNode, Doc, InlineNode } from '../model/doc';
import type { Lang, PieceKind } from '../model/records';
import { type Failure, ok, type Result } from '../result';
import { languageOf } from '../text/han';
import { readFrontMatter } from './frontMatter';
import type { MarkdownWarning } from './problems';
import { parseTree } from './syntax';
import { toDoc } from './toDoc';

/** A piece as a Markdown file holds it. Pictures are named by their paths; facts about them are the reader's to add. */
export type MarkdownPiece = {
  readonly title: string;
  readonly kind: PieceKind;
  readonly subkind: string | null;
  readonly lang: Lang;
  readonly brief: Readonly<Record<string, string>>;
  readonly tags: readonly string[];
  /** Name of the persona; empty for none. */
  readonly persona: string;
  readonly link: string;
  /** Paths as written, those of the head first, then those of the text, each once. */
  readonly images: readonly string[];
  readonly doc: Doc;
};

export type MarkdownRead = { readonly piece: MarkdownPiece; readonly warnings: readonly MarkdownWarning[] };

/**
 * Reads a Markdown file. A missing title is the first heading, or the file's name; a missing kind is `scene`; a
 * missing language is told from the text. Fails only on a head that cannot be understood (`markdown_front_matter`,
 * with `file`, `line`, `problem`, `key`, `value`).
 */
export function readMarkdown(content: string, file: string): Result<MarkdownRead, Failure> {
  const text = content
    .toWellFormed()
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n');
  const head = readFrontMatter(text, file);
  if (!head.ok) return head;
  const { matter, rest, linesBefore } = head.value;
  const body = toDoc(parseTree(rest), linesBefore);
  const warnings: MarkdownWarning[] = [...head.value.warnings];
  const titled = matter.title === null || matter.title === '' ? titleFromHeading(body.doc) : null;
  if (titled !== null) warnings.push({ code: 'no_title', line: 1, name: titled.title });
  if (matter.kind === null) warnings.push({ code: 'no_kind', line: 1, name: 'scene' });
  const doc = titled?.doc ?? body.doc;
  return ok({
    piece: {
      title: titled?.title ?? matter.title ?? '',
      kind: matter.kind ?? 'scene',
      subkind: matter.subkind,
      lang: matter.lang ?? languageOf(rest) ?? 'zh',
      brief: matter.brief,
      tags: matter.tags,
      persona: matter.persona,
      link: matter.link,
      images: [...new Set([...matter.images, ...imagesIn(doc)])],
      doc,
    },
    warnings: [...warnings, ...body.warnings],
  });
}

/** The piece as adaptation takes it. `images` are the facts found; a picture without facts is left out by the caller. */
export function toSource(piece: MarkdownPiece, images: readonly SourceImage[]): Source {
  const { title, kind, subkind, lang, brief, tags, link, doc } = piece;
  return { title, kind, subkind, lang, brief, body: doc, tags, link, images };
}

/** Alternative texts by path, as the text gives them. */
export const altsIn = (doc: Doc): ReadonlyMap<string, string> =>
  new Map(doc.content.flatMap(imageBlocks).map(({ attrs }) => [attrs.src, attrs.alt ?? '']));

type ImageBlock = Extract<BlockNode, { type: 'image' }>;

const imagesIn = (doc: Doc): readonly string[] => doc.content.flatMap(imageBlocks).map(({ attrs }) => attrs.src);

function imageBlocks(block: BlockNode): readonly ImageBlock[] {
  switch (block.type) {
    case 'image':
      return [block];
    case 'blockquote':
      return block.content.flatMap(imageBlocks);
    case 'bulletList':
    case 'orderedList':
      return block.content.flatMap((item) => item.content.flatMap(imageBlocks));
    default:
      return [];
  }
}

/** UTF-16 units; the head takes no longer one. */
const MAX_TITLE = 500;

/** The first heading becomes the title and leaves the text, when it is how the text begins and the title holds all of it. */
function titleFromHeading(doc: Doc): { title: string; doc: Doc } {
  const at = doc.content.findIndex((block) => block.type === 'heading');
  const heading = doc.content[at];
  if (heading?.type !== 'heading') return { title: '', doc };
  const whole = (heading.content ?? []).map(inlineText).join('').trim();
  const title = whole
    .slice(0, MAX_TITLE)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd();
  return { title, doc: at === 0 && title === whole ? { ...doc, content: doc.content.slice(1) } : doc };
}

function inlineText(node: InlineNode): string {
  switch (node.type) {
    case 'text':
      return node.text;
    case 'hardBreak':
      return ' ';
    case 'hashtag':
      return `#${node.attrs.label ?? node.attrs.id}#`;
    case 'mention':
      return `@${node.attrs.label ?? node.attrs.id}`;
    case 'field':
      return `{{${node.attrs.name}}}`;
  }
}
