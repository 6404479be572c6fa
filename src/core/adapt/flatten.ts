import type { BlockMarks, BlockNode, InlineNode } from '../model/doc';
import type { Lang } from '../model/records';
import { sentences } from '../text/sentences';
import type { Paragraph, ParagraphKind, Run, RunMark, Sentence } from './draft';
import { rawText, tokenise } from './inlineTokens';
import { tableRows } from './tableRows';

/**
 * The body as a flat list of paragraphs, each a list of sentences: what fitting can take away and nothing smaller.
 * One handler per node kind, so a new kind of block must be decided here.
 */
export type FieldReader = (name: string) => string | null;

type Place = {
  readonly block: number;
  readonly marks: Partial<BlockMarks>;
  readonly kind: ParagraphKind;
  readonly level: number;
  readonly marker: string;
  readonly field: FieldReader;
  readonly lang: Lang;
};

type Handlers = {
  readonly [K in BlockNode['type']]: (node: Extract<BlockNode, { type: K }>, place: Place) => readonly Paragraph[];
};

const flattenNode: Handlers = {
  paragraph: (node, place) => [paragraph(place, runsOf(node.content, place.field))],
  heading: (node, place) => [
    paragraph({ ...place, kind: 'heading', level: node.attrs.level }, runsOf(node.content, place.field)),
  ],
  blockquote: (node, place) => node.content.flatMap((inner) => flatten(inner, { ...place, kind: 'quote' })),
  bulletList: (node, place) => listItems(node.content, place, () => '• '),
  orderedList: (node, place) => {
    const start = node.attrs?.start ?? 1;
    return listItems(node.content, place, (index) => `${start + index}. `);
  },
  codeBlock: (node, place) => {
    const text = (node.content ?? []).map((inner) => inner.text).join('');
    return [{ ...blank({ ...place, kind: 'code' }), sentences: text === '' ? [] : [verbatim(clean(text))] }];
  },
  image: (node, place) => [
    { ...blank({ ...place, kind: 'image' }), src: node.attrs.src, caption: clean(node.attrs.title ?? '') },
  ],
  horizontalRule: (_node, place) => [blank({ ...place, kind: 'rule' })],
  table: (node, place) => [
    {
      ...blank({ ...place, kind: 'table' }),
      sentences: tableRows(node.content, place.lang, (content) => runsOf(content, place.field)),
    },
  ],
};

/** Flattens one top-level block. `block` is its index in the source; `field` answers `{{name}}`. */
export function flattenBlock(node: BlockNode, block: number, field: FieldReader, lang: Lang): readonly Paragraph[] {
  let index = 0;
  return flatten(node, { block, marks: node.attrs ?? {}, kind: 'text', level: 0, marker: '', field, lang }).map(
    (flat) =>
      flat.sentences.length === 0
        ? flat
        : { ...flat, sentences: flat.sentences.map((sentence) => ({ ...sentence, at: { block, index: index++ } })) },
  );
}

/**
 * The same with the fields of a brief, remembered for the node: one text is read once for all formats, and after an edit
 * only the block that was edited is read again. Nodes and briefs are values; a changed one is another object.
 */
export function readBlock(node: BlockNode, block: number, brief: Brief, lang: Lang): readonly Paragraph[] {
  const known = readings.get(node);
  if (known !== undefined && known.block === block && known.brief === brief && known.lang === lang) return known.flat;
  const flat = flattenBlock(node, block, (name) => answerOf(brief, name), lang);
  readings.set(node, { block, brief, lang, flat });
  return flat;
}

type Brief = Readonly<Record<string, string>>;
type Reading = {
  readonly block: number;
  readonly brief: Brief;
  readonly lang: Lang;
  readonly flat: readonly Paragraph[];
};
const readings = new WeakMap<BlockNode, Reading>();

/** What the brief answers for `{{name}}`; null for nothing. */
function answerOf(brief: Brief, name: string): string | null {
  const value = Object.hasOwn(brief, name) ? clean(brief[name] ?? '').trim() : '';
  return value === '' ? null : value;
}

const flatten = (node: BlockNode, place: Place): readonly Paragraph[] =>
  (flattenNode[node.type] as (node: BlockNode, place: Place) => readonly Paragraph[])(node, place);

function listItems(
  items: readonly { readonly content: readonly BlockNode[] }[],
  place: Place,
  marker: (index: number) => string,
): readonly Paragraph[] {
  const level = place.kind === 'item' ? place.level + 1 : 0;
  return items.flatMap((item, index) =>
    item.content.flatMap((inner, position) =>
      flatten(inner, { ...place, kind: 'item', level, marker: position === 0 ? marker(index) : '' }),
    ),
  );
}

const blank = ({ block, marks, kind, level, marker }: Place): Paragraph => ({
  kind,
  level,
  marker: kind === 'item' ? marker : '',
  src: '',
  block,
  keep: marks.keep ?? false,
  lead: marks.lead ?? false,
  optional: marks.optional ?? false,
  sentences: [],
});

const paragraph = (place: Place, runs: readonly Run[]): Paragraph => ({
  ...blank(place),
  sentences: sentencesOf(runs, place.lang),
});

const verbatim = (text: string): Sentence => ({ source: text, gap: '', runs: [{ kind: 'text', text, marks: [] }] });

/** Splits runs at the sentence ends of their joined text; a link, hashtag or mention is never divided. */
export function sentencesOf(runs: readonly Run[], lang: Lang): readonly Sentence[] {
  const pieces = sentences(runs.map(rawText).join(''), lang);
  const found: Sentence[] = [];
  let space = '';
  for (const piece of cutRuns(runs, pieces)) {
    const source = piece.map(rawText).join('');
    const core = source.trim();
    if (core === '') {
      space += source;
      continue;
    }
    const lead = source.length - source.trimStart().length;
    const tail = source.length - source.trimEnd().length;
    found.push({
      source: core,
      gap: found.length === 0 ? '' : gapOf(space + source.slice(0, lead)),
      runs: trimRuns(piece, lead, tail),
    });
    space = source.slice(source.length - tail);
  }
  return found;
}

/** White space between sentences is a line end, one space, or nothing. */
const gapOf = (space: string): string => (space.includes('\n') ? '\n' : space === '' ? '' : ' ');

/** Cuts runs where the pieces of their text end; where that falls inside a link or tag, after it instead. */
function cutRuns(runs: readonly Run[], pieces: readonly string[]): readonly (readonly Run[])[] {
  const result: Run[][] = [];
  let current: Run[] = [];
  let piece = 0;
  let left = pieces[0]?.length ?? 0;
  const close = () => {
    if (current.length > 0) result.push(current);
    current = [];
  };
  for (const run of runs) {
    let rest = rawText(run);
    while (rest.length > 0) {
      const take = run.kind === 'text' ? Math.min(left, rest.length) : rest.length;
      current.push(run.kind === 'text' ? { ...run, text: rest.slice(0, take) } : run);
      rest = rest.slice(take);
      left -= take;
      const ended = left <= 0;
      while (left <= 0 && piece < pieces.length) {
        piece += 1;
        left += pieces[piece]?.length ?? Number.POSITIVE_INFINITY;
      }
      if (ended) close();
    }
  }
  close();
  return result;
}

function trimRuns(runs: readonly Run[], lead: number, tail: number): readonly Run[] {
  let result = [...runs];
  let left = lead;
  while (left > 0 && result[0] !== undefined) {
    const [first, ...rest] = result;
    if (first.kind !== 'text') break;
    const cut = Math.min(left, first.text.length);
    left -= cut;
    result = cut === first.text.length ? rest : [{ ...first, text: first.text.slice(cut) }, ...rest];
  }
  let right = tail;
  while (right > 0) {
    const last = result.at(-1);
    if (last?.kind !== 'text') break;
    const cut = Math.min(right, last.text.length);
    right -= cut;
    result = result.slice(0, -1);
    if (cut < last.text.length) result.push({ ...last, text: last.text.slice(0, last.text.length - cut) });
  }
  return result;
}

/** Inline nodes as runs: fields are answered, plain text is read for addresses, hashtags and mentions. */
export function runsOf(content: readonly InlineNode[] | undefined, field: FieldReader): readonly Run[] {
  const runs: Run[] = [];
  for (const node of content ?? []) {
    for (const run of inlineRuns(node, field)) push(runs, run);
  }
  return runs;
}

function inlineRuns(node: InlineNode, field: FieldReader): readonly Run[] {
  switch (node.type) {
    case 'text':
      return textRuns(node, field);
    case 'hardBreak':
      return [{ kind: 'text', text: '\n', marks: [] }];
    case 'hashtag': {
      const tag = clean(node.attrs.label ?? node.attrs.id)
        .replace(/^#+|#+$/g, '')
        .trim();
      return tag === '' ? [] : [{ kind: 'hashtag', tag, raw: `#${tag}#` }];
    }
    case 'mention': {
      const name = clean(node.attrs.label ?? node.attrs.id)
        .replace(/^@+/, '')
        .trim();
      return name === '' ? [] : [{ kind: 'mention', name, raw: `@${name}` }];
    }
    case 'field':
      return tokenise(field(node.attrs.name) ?? `{{${node.attrs.name}}}`);
  }
}

const fieldPattern = /\{\{\s*([\p{L}\p{N}_.-]{1,80})\s*\}\}/gu;

function textRuns(node: Extract<InlineNode, { type: 'text' }>, field: FieldReader): readonly Run[] {
  const marks: RunMark[] = [];
  let href: string | null = null;
  for (const mark of node.marks ?? []) {
    if (mark.type === 'link') href = mark.attrs.href;
    else marks.push(mark.type);
  }
  const text = clean(node.text);
  if (href !== null && /^(https?:\/\/|mailto:)/i.test(href))
    return [{ kind: 'link', label: text.replace(fieldPattern, answered), href: clean(href), marks }];
  if (marks.includes('code')) return text === '' ? [] : [{ kind: 'text', text, marks }];
  // Read piece by piece: the answer of a field never becomes a part of the address or tag before it.
  const runs: Run[] = [];
  let from = 0;
  for (const match of text.matchAll(fieldPattern)) {
    runs.push(...tokenise(text.slice(from, match.index), marks));
    runs.push(...tokenise(answered(match[0], match[1] ?? ''), marks));
    from = match.index + match[0].length;
  }
  return [...runs, ...tokenise(text.slice(from), marks)];

  function answered(written: string, name: string): string {
    return field(name) ?? written;
  }
}

/**
 * Adds a run; neighbours of one link join (an address written out stays by itself), and letters behind a bare address are kept off it by a space, a name's sign
 * too: where nobody can be mentioned the sign goes and the name would run on.
 */
function push(runs: Run[], run: Run): void {
  const last = runs.at(-1);
  if (last?.kind === 'link' && last.label === last.href && /^[A-Za-z0-9/_?#&=%~.@＠-]/.test(rawText(run)))
    runs.push({ kind: 'text', text: ' ', marks: [] });
  const isMore = run.kind === 'link' && run.label !== run.href;
  if (last?.kind === 'link' && isMore && last.href === run.href && last.label !== last.href) {
    runs[runs.length - 1] = { ...last, label: last.label + run.label };
  } else runs.push(run);
}

/** Text that every platform accepts: lone surrogates become U+FFFD, control characters go, line ends are `\n`. */
export const clean = (text: string): string => text.replace(/\r\n?/g, '\n').toWellFormed().replace(unspeakable, '');
const unspeakable = /(?![\n\t])\p{Cc}|[\ufffe\uffff]/gu;
