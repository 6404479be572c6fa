import { z } from 'zod';
import type { SlipRow } from '../core/desk/takeSlip';
import { idSchema } from '../core/model/ids';
import { text } from '../core/model/json';
import { langs, type ReviewMark } from '../core/model/records';
import { marksPage } from '../core/review/marksPage';
import type { MaybeNewer } from '../core/review/newer';
import type { ReviewPage } from '../core/review/reviewFile';
import { MOST_ITEMS, type ReviewTarget, reviewTarget } from '../core/review/reviewTarget';
import type { ReviewStanding } from '../core/review/standing';
import type { MarksReport } from '../core/review/takeMarks';
import type { ReviewText } from '../core/review/texts';
import type { WallDate, WallTime } from '../core/time/wallDate';
import { exportChoice } from './exports';

/** A text that can be handed over for reading: a piece, or one of its versions that are still to go out. */
export type ReviewOffer = {
  readonly target: ReviewTarget;
  readonly title: string;
  readonly platform: string;
  readonly format: string;
  readonly account: string;
  readonly day: WallDate | null;
  readonly time: WallTime | null;
  readonly standing: ReviewStanding;
  /** It is one of those that were asked for, and not just another text of the same piece. */
  readonly asked: boolean;
  /** Of the words, in characters as people count them, and pictures that go along. */
  readonly length: number;
  readonly pictures: number;
  /** Pictures beyond what a reader's machine is asked to show; they stay at home. */
  readonly morePictures: number;
  readonly errors: number;
};

/** Whose texts are offered: these pieces, or what stands in a part of the plan, told as for an export. */
export const reviewSource = z
  .object({
    pieceIds: z.array(idSchema).max(500).default([]),
    plan: exportChoice
      .pick({
        from: true,
        to: true,
        platforms: true,
        campaignIds: true,
        personaIds: true,
        pieceKinds: true,
        states: true,
        outcomes: true,
        findings: true,
        placementIds: true,
      })
      .strict()
      .nullable()
      .default(null),
  })
  .strict();
export type ReviewSource = z.infer<typeof reviewSource>;
export type ReviewSourceInput = z.input<typeof reviewSource>;

export type ReviewOffers = {
  readonly offers: readonly ReviewOffer[];
  /** Pieces that were asked for, beyond what one review holds. */
  readonly more: number;
};

/** What is handed over, to whom nobody needs to know. */
export const reviewChoice = z
  .object({
    targets: z.array(reviewTarget).min(1).max(MOST_ITEMS),
    by: text(200),
    note: text(4_000),
    lang: z.enum(langs),
    pictures: z.boolean(),
  })
  .strict();
export type ReviewChoice = z.infer<typeof reviewChoice>;

/** A review file as the reading screen shows it; pictures as `data:` addresses by file name. */
export type OpenedReview = MaybeNewer & {
  readonly workspaceId: string;
  readonly page: ReviewPage;
  readonly pictures: Readonly<Record<string, string>>;
};

/** What a reader saves. The shell names the workspace and the format. */
export const savedMarks = marksPage.omit({ format: true, version: true }).strict();
export type SavedMarks = z.infer<typeof savedMarks>;

/** The dry run of a file of marks. */
export type MarksDryRun = MarksReport & MaybeNewer & { readonly file: string };

/** A text that somebody marked, for the list of what is to be gone through. */
export type MarkedText = Pick<ReviewOffer, 'target' | 'title' | 'platform' | 'format' | 'account' | 'standing'> & {
  /** Remarks and suggestions nobody has answered yet, and all there ever were. */
  readonly open: number;
  readonly all: number;
};

/** One mark beside the text. */
export type MarkCard = Pick<
  ReviewMark,
  'id' | 'verdict' | 'comment' | 'quote' | 'suggestion' | 'field' | 'settled' | 'answer'
> & {
  readonly by: string;
  readonly day: WallDate | null;
  /** Where its words stand in the text now; null where they are gone, or it is about all of it. */
  readonly at: number | null;
  /** The text is another one than the reader saw. */
  readonly older: boolean;
  /** Made on a version, but taking it changes the source, and with it every version that follows. */
  readonly intoSource: boolean;
};

export type MarkedDetail = MarkedText & {
  readonly lang: (typeof langs)[number];
  readonly texts: readonly ReviewText[];
  readonly marks: readonly MarkCard[];
};

/** What becomes of a mark: `take` writes the suggestion into the text, `settle` puts a remark aside. */
export const markActs = ['take', 'decline', 'settle', 'reopen'] as const;
export type MarkAct = (typeof markActs)[number];

/** The dry run of a slip: the placements it speaks of, in the order of their days. */
export type SlipDryRun = MaybeNewer & {
  readonly file: string;
  readonly by: string;
  readonly day: WallDate;
  readonly rows: readonly (SlipRow & {
    readonly title: string;
    readonly account: string;
    readonly onDay: WallDate | null;
    readonly onTime: WallTime | null;
  })[];
};
