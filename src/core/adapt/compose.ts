import type { Closing, Draft, Paragraph, ParagraphKind, Run, Sentence } from './draft';

/**
 * How paragraphs become one text. A sheet is a set of small functions whose results only need joining, so that the
 * cost of a sentence can be counted alone: fitting relies on that.
 */
export type Sheet = {
  readonly run: (run: Run) => string;
  /** What stands before the first and after the last sentence of a paragraph. */
  readonly open: (paragraph: Paragraph) => string;
  readonly close: (paragraph: Paragraph) => string;
  readonly closing: (closing: Closing) => string;
  /** White space between two sentences. */
  readonly gap: (gap: string, paragraph: Paragraph) => string;
  /** What stands before a paragraph or closing line that is not the first. */
  readonly between: (next: Paragraph | Closing) => string;
};

export function sentenceText(sheet: Sheet, { runs }: Sentence): string {
  let text = '';
  for (const run of runs) text += sheet.run(run);
  return text;
}

/** A paragraph counts as there when it has a sentence, or is a picture or rule the sheet draws. */
export const isShown = (sheet: Sheet, paragraph: Paragraph): boolean =>
  paragraph.sentences.length > 0 || sheet.open(paragraph) !== '';

/** A stretch of a text that is being composed: white space and signs around sentences come from nowhere. */
export type Stretch = { readonly text: string; readonly from: Sentence | Closing | null };

function paragraphStretches(sheet: Sheet, paragraph: Paragraph): readonly Stretch[] {
  const stretches: Stretch[] = [{ text: sheet.open(paragraph), from: null }];
  let before: Sentence | null = null;
  for (const sentence of paragraph.sentences) {
    const text = sentenceText(sheet, sentence);
    if (text === '') continue;
    if (before !== null) stretches.push({ text: sheet.gap(gapBetween(before, sentence), paragraph), from: null });
    stretches.push({ text, from: sentence });
    before = sentence;
  }
  if (before === null && paragraph.sentences.length > 0) return [];
  stretches.push({ text: sheet.close(paragraph), from: null });
  return stretches;
}

/**
 * The white space between two sentences that now follow each other. Where the one between them was left out, two words
 * or addresses may meet that nothing kept apart (`…/lamps` `https://…`): they would read as one, so a space parts them.
 */
export function gapBetween(before: Sentence, after: Sentence): string {
  if (after.gap !== '') return after.gap;
  return WORD.test(plainEdge(before, 'last')) && WORD.test(plainEdge(after, 'first')) ? ' ' : '';
}
const WORD = /^[A-Za-z0-9/]$/;

/** The first or last UTF-16 unit a sentence shows. */
function plainEdge({ runs }: Sentence, edge: 'first' | 'last'): string {
  for (let at = 0; at < runs.length; at += 1) {
    const run = runs[edge === 'first' ? at : runs.length - 1 - at];
    const text = run === undefined ? '' : plainText(run);
    if (text !== '') return text.charAt(edge === 'first' ? 0 : text.length - 1);
  }
  return '';
}

/** The whole body: paragraphs, then closing lines. What `stretchesOf` gives, as one text. */
export function compose(sheet: Sheet, draft: Pick<Draft, 'paragraphs' | 'closings'>): string {
  let text = '';
  let isFirst = true;
  const add = (part: string, of: Paragraph | Closing) => {
    if (part === '') return;
    if (!isFirst) text += sheet.between(of);
    text += part;
    isFirst = false;
  };
  for (const paragraph of draft.paragraphs) add(paragraphText(sheet, paragraph), paragraph);
  for (const closing of draft.closings) add(sheet.closing(closing), closing);
  return text;
}

function paragraphText(sheet: Sheet, paragraph: Paragraph): string {
  let text = sheet.open(paragraph);
  let before: Sentence | null = null;
  for (const sentence of paragraph.sentences) {
    const own = sentenceText(sheet, sentence);
    if (own === '') continue;
    if (before !== null) text += sheet.gap(gapBetween(before, sentence), paragraph);
    text += own;
    before = sentence;
  }
  return before === null && paragraph.sentences.length > 0 ? '' : text + sheet.close(paragraph);
}

/** The same body, sentence by sentence. */
export function stretchesOf(sheet: Sheet, draft: Pick<Draft, 'paragraphs' | 'closings'>): readonly Stretch[] {
  const all: Stretch[] = [];
  const add = (stretches: readonly Stretch[], of: Paragraph | Closing) => {
    if (stretches.every(({ text }) => text === '')) return;
    if (all.length > 0) all.push({ text: sheet.between(of), from: null });
    for (const stretch of stretches) all.push(stretch);
  };
  for (const paragraph of draft.paragraphs) add(paragraphStretches(sheet, paragraph), paragraph);
  for (const closing of draft.closings) add([{ text: sheet.closing(closing), from: closing }], closing);
  return all;
}

const plainOpen: { readonly [K in ParagraphKind]: (paragraph: Paragraph) => string } = {
  title: () => '',
  text: () => '',
  heading: () => '',
  quote: () => '',
  item: (paragraph) => '\u3000'.repeat(Math.min(paragraph.level, 4)) + paragraph.marker,
  code: () => '',
  rule: () => '',
  image: () => '',
  table: () => '',
};

const plainRun: { readonly [K in Run['kind']]: (run: Extract<Run, { kind: K }>) => string } = {
  text: (run) => run.text,
  link: (run) => run.label,
  hashtag: (run) => run.raw,
  mention: (run) => run.raw,
  note: (run) => `[${run.number}]`,
  cell: (run) => run.plain,
};

const plainText = (run: Run): string => (plainRun[run.kind] as (run: Run) => string)(run);

/** Plain text: an empty line, one line end or nothing between paragraphs; items always keep together. */
export function plainSheet(lines: Draft['lines']): Sheet {
  const paragraphBreak = { blank: '\n\n', single: '\n', collapse: ' ' }[lines];
  const lineBreak = lines === 'collapse' ? ' ' : '\n';
  return {
    run: (run) => {
      const text = plainText(run);
      return lines === 'collapse' ? text.replace(/\s*\n\s*/g, ' ') : text;
    },
    open: (paragraph) => (paragraph.sentences.length === 0 ? '' : plainOpen[paragraph.kind](paragraph)),
    close: () => '',
    closing: (closing) => closing.text,
    gap: (gap) => (gap.includes('\n') ? lineBreak : gap),
    between: (next) => (next.kind === 'item' || next.kind === 'footnote' ? lineBreak : paragraphBreak),
  };
}
