import type { FindingCode } from '../check/codes';
import type { Area } from '../media/crop';
import type { Doc } from '../model/doc';
import type { Lang, PieceKind } from '../model/records';
import type { CounterId, Format } from '../platforms/pack';
import type { TraceReason } from './reasons';
import type { Tier, WeightPart } from './weights';

/** A picture as adaptation sees it: facts about the file, never its bytes. */
export type SourceImage = {
  /** Asset id, or the path in a Markdown file; matches `image.attrs.src` in the body. */
  readonly src: string;
  readonly name: string;
  readonly alt: string;
  readonly mime: string;
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
  /** Point of interest in thousandths of width and height; the middle when absent. */
  readonly focalX?: number | undefined;
  readonly focalY?: number | undefined;
  /** An animation. */
  readonly moves?: boolean | undefined;
  /** It is made anew for each format: kind and size are the format's, not the file's. Without a window originals go out. */
  readonly remade?: boolean | undefined;
};

/** One piece, ready for adaptation: the same shape from the database, a plan file or a Markdown file. */
export type Source = {
  readonly title: string;
  readonly kind: PieceKind;
  readonly subkind: string | null;
  readonly lang: Lang;
  readonly brief: Readonly<Record<string, string>>;
  readonly body: Doc;
  readonly tags: readonly string[];
  /** The address readers should reach; empty for none. */
  readonly link: string;
  /** What the piece is about by name; a sentence that names it weighs more. */
  readonly product?: string | undefined;
  readonly images: readonly SourceImage[];
};

/** What an account and its persona add or refuse. */
export type Voice = {
  readonly lang: Lang;
  readonly signOff: string;
  readonly linkLine: string;
  readonly standingTags: readonly string[];
  readonly avoidWords: readonly string[];
  /** Words this account and its persona like to use: a sentence with one of them weighs more. */
  readonly useWords: readonly string[];
  /** What the account and its persona are called. */
  readonly names?: readonly string[] | undefined;
  /** Benefit of a private-domain tier, for its copy. */
  readonly tierBenefit: string;
  /** The tier itself with how its readers are spoken to; absent outside the private domain. */
  readonly tier?: TierVoice | undefined;
  /** Looks of the account's articles, where it has some of its own. */
  readonly theme?: string | undefined;
};

/** A tier of the private domain as its sender needs it: how to speak, and by how many hours it hears first. */
export type TierVoice = {
  readonly tier: 'core' | 'active' | 'potential';
  readonly tone: string;
  readonly earlyHours: number;
};

/** Where a sentence stands in the source: its top-level block and its number within that block, both from 0. */
export type SentencePlace = { readonly block: number; readonly index: number };

/** Fields a person wrote over the computed ones; absent means inherited. */
export type Overrides = Partial<Readonly<Record<OverrideField, string>>>;
export const overrideFields = [
  'title',
  'body',
  'digest',
  'cover',
  'firstComment',
  'tags',
  'script',
  'chapters',
  'runOfShow',
] as const;
export type OverrideField = (typeof overrideFields)[number];

export type AdaptInput = {
  readonly source: Source;
  readonly format: Format;
  readonly voice?: Voice | undefined;
  readonly overrides?: Overrides | undefined;
  /** Sentences of the source a person wants in this variant, as the trace's `before` has them. */
  readonly keep?: readonly string[] | undefined;
  /** Looks of an article in this variant (`article/themes.ts`); the account's where it has none of its own. */
  readonly theme?: string | undefined;
};

export type Count = {
  /** `title`, `body`, `tags`, `digest`, `part 2` … */
  readonly field: string;
  readonly unit: CounterId | 'items' | 'youtube_tags';
  readonly value: number;
  /** null where no limit is known. */
  readonly limit: number | null;
};

export type Severity = 'error' | 'warning' | 'info';

export type Finding = {
  /** From the table of rules; worded by `sayFinding`. */
  readonly code: FindingCode;
  readonly severity: Severity;
  /** Where: `title`, `body`, `tags`, `images`, `link`, `brief.deadline` … */
  readonly field: string;
  readonly params: Readonly<Record<string, string | number>>;
};

/** One thing one step did, down to the sentence. */
export type TraceEntry = {
  readonly step: StepId;
  readonly action: 'kept' | 'removed' | 'changed' | 'moved' | 'added' | 'split';
  /** Why, as a code worded by `sayTrace`: `too_long`, `block_not_for_platform`, `link_not_clickable` … */
  readonly reason: TraceReason;
  readonly before: string;
  readonly after: string;
  /** Index of the top-level source block, when it concerns one. */
  readonly block: number | null;
  /** The sentence within that block, when it concerns one. */
  readonly sentence?: number | undefined;
  /** The sentence's weight when it competed for space, its tier, and what the weight is made of (`adapt/weights.ts`). */
  readonly weight?: number | undefined;
  readonly tier?: Tier | undefined;
  readonly parts?: readonly WeightPart[] | undefined;
  /** The field it is about, where a person wrote one: `before` is then what was computed, `after` what was written. */
  readonly field?: OverrideField | undefined;
  /** How far beyond the limit the text would be if this sentence had stayed beside all that did. */
  readonly over?: Over | undefined;
};

/** Units beyond a limit, rounded up as the platform counts: 留下会超 22. */
export type Over = { readonly unit: CounterId; readonly by: number };

/** The recipe, in order. */
export const stepIds = [
  'blocks',
  'opening',
  'order',
  'fit',
  'voice',
  'links',
  'mentions',
  'tags',
  'lines',
  'media',
  'parts',
  'overrides',
] as const;
export type StepId = (typeof stepIds)[number];

export type Shot = {
  readonly seconds: number;
  readonly picture: string;
  readonly voice: string;
  readonly caption: string;
};

/** A chapter of a film: where it begins, in seconds, and its name. */
export type Chapter = { readonly at: number; readonly title: string };

/** One item of a live stream's run of show, in whole minutes from its start. */
export type Segment = {
  readonly at: number;
  readonly minutes: number;
  readonly title: string;
  /** What is said, paragraph by paragraph. */
  readonly say: readonly string[];
  /** Where viewers act: questions of the text, and what an interactive brief asks of them. */
  readonly ask: readonly string[];
  /** Addresses to put on the screen. */
  readonly links: readonly string[];
  /** Words advertising law watches, each with its article. */
  readonly risks: readonly string[];
};

/** How long a script takes to say at the stated rate, against what the format allows; seconds. */
export type Timing = {
  readonly seconds: number;
  /** Chinese characters and English words a second. */
  readonly rate: { readonly han: number; readonly words: number };
  readonly min: number | null;
  readonly max: number | null;
};

/** A picture in its place: the ratio it takes there and the part of it that shows. */
export type Slot = {
  readonly asset: string;
  /** `3:4`; null where the format takes any. */
  readonly ratio: string | null;
  /** In thousandths of width and height. */
  readonly focal: { readonly x: number; readonly y: number };
  /** In pixels of the original; null shows all of it. */
  readonly crop: Area | null;
};

/** A cover as one place of the platform shows it; `place` and its names are the pack's. */
export type CoverSlot = Slot & { readonly place: string; readonly zh: string; readonly en: string };

/** What only those see who open the post. */
export type FoldHidden = { readonly kind: 'link' | 'tag' | 'call'; readonly text: string };

/** The fold in the body or the first post: `at` counts UTF-16 units of that text. */
export type Fold = { readonly field: string; readonly at: number; readonly hides: readonly FoldHidden[] };

/** What the sender of a private message must know about its readers; never part of the text. */
export type Sending = TierVoice & { readonly benefit: string };

/** A heading of an article; 1 is the outermost. */
export type ContentsEntry = { readonly level: number; readonly title: string };

export type Extra = {
  readonly digest?: string;
  readonly cover?: string;
  readonly html?: string;
  readonly script?: readonly Shot[];
  /** Which sentence each stretch of the script's voice, or of the run of show, is (`spoken.ts`); none where written by hand. */
  readonly spoken?: readonly Origin[];
  readonly srt?: string;
  readonly firstComment?: string;
  readonly sourceUrl?: string;
  /** Images chosen, in posting order. */
  readonly images?: readonly string[];
  /** The same images with their crops. */
  readonly slots?: readonly Slot[];
  /** The first image as each cover of the platform shows it. */
  readonly covers?: readonly CoverSlot[];
  /** Topics as they are typed, to be chosen from the platform's list one by one. */
  readonly topics?: readonly string[];
  readonly timing?: Timing;
  readonly chapters?: readonly Chapter[];
  /** Headings of an article, where the format has contents and the text enough of them. */
  readonly contents?: readonly ContentsEntry[];
  readonly runOfShow?: readonly Segment[];
  readonly fold?: Fold;
  readonly sending?: Sending;
};

/** Where a stretch of a variant comes from. Nothing in a computed variant comes from anywhere else. */
export type OriginFrom =
  | ({ readonly kind: 'sentence' } & SentencePlace)
  | { readonly kind: 'title' }
  /** What the account, its persona or the platform adds: `sign_off`, `link`, `tags` … */
  | { readonly kind: 'closing'; readonly closing: string };

/** `[start, end)` in UTF-16 units of one text of the variant. A text written by hand has no origins. */
export type Origin = {
  /** `body`, or `part 2` in a thread. */
  readonly field: string;
  readonly start: number;
  readonly end: number;
  readonly from: OriginFrom;
};

export type Variant = {
  readonly platform: string;
  readonly format: string;
  /** null for a format without a title. */
  readonly title: string | null;
  readonly body: string;
  /** The posts of a thread; a single one equals the body. */
  readonly parts: readonly string[];
  readonly tags: readonly string[];
  readonly counts: readonly Count[];
  readonly findings: readonly Finding[];
  readonly trace: readonly TraceEntry[];
  /** Which sentence of the source each stretch of the body, or of the posts, is. */
  readonly origins: readonly Origin[];
  readonly extra: Extra;
};
