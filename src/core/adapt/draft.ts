import type { Format } from '../platforms/pack';
import type { Extra, Finding, Origin, Overrides, SentencePlace, Source, StepId, TraceEntry, Voice } from './types';

/**
 * A variant in the making: what one step hands to the next. Every step is `(draft, context) => draft`, pure.
 *
 *   Doc ──blocks──▶ paragraphs of sentences of runs ──…──▶ title, body, parts, tags, extra
 *
 * Text stays in runs (links, hashtags, mentions are not yet letters) until the step that gives each the platform's
 * own form; `compose.ts` joins the rest.
 */

export type RunMark = 'bold' | 'italic' | 'strike' | 'code' | 'underline';

export type Run =
  | { readonly kind: 'text'; readonly text: string; readonly marks: readonly RunMark[] }
  /** `label` equals `href` for an address standing in the text. */
  | { readonly kind: 'link'; readonly label: string; readonly href: string; readonly marks: readonly RunMark[] }
  /** `raw` is how the source writes it: `#夜拍#`. */
  | { readonly kind: 'hashtag'; readonly tag: string; readonly raw: string }
  | { readonly kind: 'mention'; readonly name: string; readonly raw: string }
  /** A footnote's number; the note itself is a closing line. */
  | { readonly kind: 'note'; readonly number: number }
  | CellRun;
/**
 * Where a cell of a table begins, or the row ends. `plain` stands there in a text without tables: `：`, `；地点：`. The
 * text of a heading cell is here, because lines repeat it and only a table shows it by itself.
 */
export type CellRun = {
  readonly kind: 'cell';
  readonly edge: 'first' | 'next' | 'end';
  readonly heading: string | null;
  readonly plain: string;
};
export type RunKind = Run['kind'];

export type Sentence = {
  /** As the source has it, for the trace; never shown. */
  readonly source: string;
  /** Absent for what the source's body does not hold: the title as a first line, a text written by hand. */
  readonly at?: SentencePlace | undefined;
  /** What it is when the recipe added it, as origins name it: `greeting`. */
  readonly added?: string | undefined;
  /** White space between the previous sentence of the paragraph and this one. */
  readonly gap: string;
  readonly runs: readonly Run[];
};

/** What a paragraph is; each kind has one handler wherever paragraphs become text. */
export type ParagraphKind = 'title' | 'text' | 'heading' | 'quote' | 'item' | 'code' | 'rule' | 'image' | 'table';

export type Paragraph = {
  readonly kind: ParagraphKind;
  /** Heading 1–4; list depth from 0; else 0. */
  readonly level: number;
  /** Shown before the first sentence of an item: `• `, `2. `; empty for a later paragraph of the same item. */
  readonly marker: string;
  /** The image's source, for `image`. */
  readonly src: string;
  /** Shown under the image where the format has text between pictures. */
  readonly caption?: string | undefined;
  /** Index of the top-level block of the source; null for what the recipe adds. */
  readonly block: number | null;
  readonly keep: boolean;
  readonly lead: boolean;
  readonly optional: boolean;
  readonly sentences: readonly Sentence[];
};

/** Lines that follow the text; dropped in the order of `sheddable` when even one sentence would not fit with them. */
export type ClosingKind = 'benefit' | 'link' | 'footnote' | 'sign_off' | 'tags';
export type Closing = { readonly kind: ClosingKind; readonly text: string; readonly href: string | null };

export type Draft = {
  /** null for a format without a title. */
  readonly title: string | null;
  readonly paragraphs: readonly Paragraph[];
  /** Every paragraph this platform may see, before fitting: scripts and digests are made from it. */
  readonly all: readonly Paragraph[];
  readonly closings: readonly Closing[];
  /** Closing kinds given up for space. */
  readonly shed: readonly ClosingKind[];
  /** Lawful tags in the order of importance, without signs. */
  readonly tags: readonly string[];
  readonly lines: 'blank' | 'single' | 'collapse';
  readonly parts: readonly string[];
  /** Which sentence each stretch of the posts is; empty where a person wrote them. */
  readonly origins: readonly Origin[];
  /** A person's text for the body; replaces the composed one. */
  readonly bodyOverride: string | null;
  readonly extra: Extra;
  readonly findings: readonly Finding[];
  readonly trace: readonly TraceEntry[];
};

export type Context = {
  readonly source: Source;
  readonly format: Format;
  readonly voice: Voice;
  readonly overrides: Overrides;
  /** Sentences a person wants in this variant (`keep.ts`). */
  readonly keep: ReadonlySet<string>;
  /** Looks of an article (`article/themes.ts`). */
  readonly theme?: string | undefined;
};

export type Step = (draft: Draft, context: Context) => Draft;

/**
 * A step that answers the draft it was asked last with the same draft: fitting dresses a text as the later steps will, and where
 * nothing had to go, the recipe asks them for just that again.
 */
export function once(step: Step): Step {
  let last: { readonly draft: Draft; readonly context: Context; readonly next: Draft } | null = null;
  return (draft, context) => {
    if (last !== null && last.draft === draft && last.context === context) return last.next;
    const next = step(draft, context);
    last = { draft, context, next };
    return next;
  };
}

/** A paragraph of no block of the source: the title as a line, a greeting, what a person wrote. Nothing is promised of it. */
export const ownParagraph = (kind: Paragraph['kind'], sentences: readonly Sentence[]): Paragraph => ({
  kind,
  level: 0,
  marker: '',
  src: '',
  block: null,
  keep: false,
  lead: false,
  optional: false,
  sentences,
});

export const noVoice = (source: Pick<Source, 'lang'>): Voice => ({
  lang: source.lang,
  signOff: '',
  linkLine: '',
  standingTags: [],
  avoidWords: [],
  useWords: [],
  tierBenefit: '',
});

export const emptyDraft: Draft = {
  title: null,
  paragraphs: [],
  all: [],
  closings: [],
  shed: [],
  tags: [],
  lines: 'blank',
  parts: [],
  origins: [],
  bodyOverride: null,
  extra: {},
  findings: [],
  trace: [],
};

/** A trace entry with the usual blanks filled in. */
export const entry = (
  step: StepId,
  action: TraceEntry['action'],
  reason: TraceEntry['reason'],
  rest: Partial<
    Pick<TraceEntry, 'before' | 'after' | 'block' | 'sentence' | 'weight' | 'tier' | 'parts' | 'over' | 'field'>
  > = {},
): TraceEntry => ({ step, action, reason, before: '', after: '', block: null, ...rest });

export const traced = (draft: Draft, entries: readonly TraceEntry[]): Draft =>
  entries.length === 0 ? draft : { ...draft, trace: [...draft.trace, ...entries] };

export const found = (draft: Draft, findings: readonly Finding[]): Draft =>
  findings.length === 0 ? draft : { ...draft, findings: [...draft.findings, ...findings] };

export const withExtra = (draft: Draft, extra: Extra): Draft => ({ ...draft, extra: { ...draft.extra, ...extra } });

/** Whether a paragraph holds a run of this kind: every step asks, and most paragraphs hold none. */
export function holds({ sentences }: Paragraph, kind: RunKind): boolean {
  for (const { runs } of sentences) for (const run of runs) if (run.kind === kind) return true;
  return false;
}

/**
 * Rewrites runs sentence by sentence in the paragraphs that hold such a run; what comes back unchanged keeps its identity.
 */
export function mapSentences(
  paragraphs: readonly Paragraph[],
  change: (sentence: Sentence, paragraph: Paragraph) => Sentence,
  kind?: RunKind,
): readonly Paragraph[] {
  return paragraphs.map((paragraph) => {
    if (kind !== undefined && !holds(paragraph, kind)) return paragraph;
    const sentences = paragraph.sentences.map((sentence) => change(sentence, paragraph));
    return sentences.every((sentence, index) => sentence === paragraph.sentences[index])
      ? paragraph
      : { ...paragraph, sentences };
  });
}
