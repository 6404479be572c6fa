import type { Lang, PhaseKind, PieceKind, PieceState, Role } from '../model/vocabulary';
import type { WallDate, WallTime } from '../time/wallDate';

/**
 * What a plan is proposed from, and what the answer is: plain data, so that it crosses to a thread of its own and back.
 * Everything the rules ask about stands here; nothing is looked up while solving.
 */
export type Problem = {
  readonly pieces: readonly ProposePiece[];
  readonly accounts: readonly ProposeAccount[];
  /** What stands in the plan already, two weeks around the days too: never moved, always counted. Skipped ones left out. */
  readonly planned: readonly PlannedOne[];
  readonly campaigns: readonly ProposeCampaign[];
  readonly rules: ProposeRules;
};

export type ProposePiece = {
  readonly id: string;
  readonly title: string;
  readonly kind: PieceKind;
  readonly state: PieceState;
  readonly personaId: string | null;
  readonly campaignId: string | null;
  /** Its own language and those of its siblings. */
  readonly langs: readonly Lang[];
  /** Formats it was chosen for, each wanted once; empty: any, on `rules.accountsPerPiece` accounts. */
  readonly formats: readonly string[];
  /** Formats its text, as it stands, fits no lawful form of; only what is known of it, the rest is taken as possible. */
  readonly unfit: readonly string[];
  /** Formats it is marked as not for, in all its text. */
  readonly notFor: readonly string[];
  /** The last day it may go out: of a draw, the day before its deadline. */
  readonly lastDay: WallDate | null;
  /** Accounts it goes out on at any time, in the days given or not. */
  readonly on: readonly { readonly accountId: string; readonly format: string | null }[];
};

export type ProposeAccount = {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly personaId: string | null;
  readonly lang: Lang;
  readonly closed: boolean;
  /** Posts a week, the ceiling of its community included; 0 for unset. */
  readonly capacity: number;
  /** What it can post, its usual one first. */
  readonly formats: readonly string[];
  /** Least minutes between two of its posts; 0 for none. */
  readonly gapMinutes: number;
  /** Hours it stays silent in; a span may go over midnight. */
  readonly quiet: readonly Span[];
  /** Hours somebody is there to hand over on its platform; empty for any. */
  readonly handOver: readonly Span[];
  /** Clock times it may go out at, each with how good it is and how that is known. */
  readonly times: readonly TimeChoice[];
};

/** From the first minute up to the minute before `to`. `22:00` to `08:00` goes over midnight. */
export type Span = { readonly from: WallTime; readonly to: WallTime };

export type TimeChoice = {
  readonly time: WallTime;
  /** 0 to 1; 0.5 is what nothing speaks for or against. */
  readonly quality: number;
  readonly basis: TimeBasis;
};

/** How a time is known to be good. Means and spreads are percent of the account's own middle value. */
export type TimeBasis =
  | {
      readonly kind: 'figures';
      readonly metric: string;
      readonly n: number;
      readonly mean: number;
      readonly spread: number;
    }
  | { readonly kind: 'usual'; readonly n: number; readonly of: number }
  | { readonly kind: 'role' };

export type PlannedOne = {
  readonly id: string;
  readonly pieceId: string | null;
  readonly accountId: string;
  readonly role: Role;
  readonly personaId: string | null;
  readonly kind: PieceKind;
  readonly day: WallDate;
  readonly time: WallTime | null;
};

export type ProposeCampaign = {
  readonly id: string;
  readonly start: WallDate | null;
  readonly end: WallDate | null;
  readonly phases: readonly { readonly kind: PhaseKind; readonly start: WallDate; readonly end: WallDate }[];
};

export type ProposeRules = {
  readonly from: WallDate;
  readonly to: WallDate;
  /** The present: nothing is proposed at or before it. */
  readonly now: { readonly day: WallDate; readonly time: WallTime };
  readonly weekStart: number;
  /** On how many accounts a piece goes that was not chosen for formats. */
  readonly accountsPerPiece: number;
  /** Days nothing is put on: holidays, days of silence. */
  readonly freeDays: readonly WallDate[];
  /** Personas who must not speak in these days. */
  readonly silentPersonas: readonly string[];
  /** Who may speak for whom: accounts of `by` take pieces of `persona`. */
  readonly standIns: readonly { readonly persona: string; readonly by: string }[];
  /** Target share of each kind in percent; kinds without one share what is left evenly. */
  readonly kindTargets: Readonly<Partial<Record<PieceKind, number>>>;
  /** Most percent of the placements that may rest on a persona. */
  readonly ceilings: readonly { readonly personaId: string; readonly percent: number }[];
  /** Days in a row without content from which a lane is silent; 0 for never asked. */
  readonly silentDays: number;
  /** Spots the user has dropped from an earlier proposal. */
  readonly refused: readonly { readonly pieceId: string; readonly accountId: string; readonly day: WallDate }[];
};

/** One post the proposal asks for: a piece on one more account, in a format when one was chosen. */
export type Unit = {
  readonly key: string;
  readonly pieceId: string;
  readonly format: string | null;
};

export type Spot = {
  readonly accountId: string;
  readonly format: string;
  readonly day: WallDate;
  readonly time: WallTime;
};

export type Proposed = Spot & { readonly unit: string; readonly pieceId: string };

/** Rules that may not be broken, from those that never yield to those that yield first. */
export const hardRules = [
  'closed',
  'format',
  'not_for',
  'unfit',
  'lang',
  'voice',
  'silent_persona',
  'once',
  'refused',
  'campaign',
  'deadline',
  'past',
  'free_day',
  'quiet_hours',
  'capacity',
  'quiet_gap',
] as const;
export type HardRule = (typeof hardRules)[number];

/** What may be better or worse, each with its weight in `weights.ts`. */
export const softRules = [
  'placed',
  'role',
  'persona',
  'format',
  'time',
  'hand_over',
  'phase',
  'lead_time',
  'soon',
  'kinds',
  'spacing',
  'load',
  'ceiling',
  'silence',
  'same_piece',
] as const;
export type SoftRule = (typeof softRules)[number];

/** Points of one soft rule for one post: above 0 speaks for the spot, below against it. */
export type Point = { readonly rule: SoftRule; readonly points: number };

export type Explained = Proposed & {
  /** What spoke for and against the spot as the plan stands now, strongest first; zeroes left out. */
  readonly points: readonly Point[];
  readonly facts: SpotFacts;
  /** The best other spot and how many points it has less; null where there is none. */
  readonly next: { readonly accountId: string; readonly day: WallDate; readonly less: number } | null;
};

/** The figures the sentences about a spot name. */
export type SpotFacts = {
  readonly kind: PieceKind;
  readonly role: Role;
  readonly voice: 'own' | 'brand' | 'stand_in' | 'free';
  readonly basis: TimeBasis;
  readonly phase: PhaseKind | null;
  /** Posts of the kind in its lane that week, this one included, and how many the target asks for. */
  readonly kindCount: number;
  readonly kindWanted: number;
  /** Days of silence of its lane this one ends; 0 when there was none. */
  readonly silent: number;
  /** Posts of the account that week, this one included, and its capacity; 0 for unset. */
  readonly load: number;
  readonly capacity: number;
  /** Days to the nearest other post of the account; null where there is none. */
  readonly apart: number | null;
  readonly lastDay: WallDate | null;
};

export type Unplaced = {
  readonly unit: string;
  readonly pieceId: string;
  readonly format: string | null;
  readonly why: /** Every spot breaks a rule: how many spots there are, and on how many each rule is the first that is broken. */
    | {
        readonly kind: 'blocked';
        readonly spots: number;
        readonly first: readonly { readonly rule: HardRule; readonly spots: number }[];
        /** Spots that would open if just this rule were eased, most first: what to change. */
        readonly alone: readonly { readonly rule: HardRule; readonly spots: number }[];
      }
    /** No time on any day at all: no account was chosen, or the days have gone by. */
    | { readonly kind: 'no_spots' }
    /** There is a spot, but it would make the whole plan worse by so many points. */
    | { readonly kind: 'worse'; readonly points: number; readonly most: SoftRule };
};

export type Proposal = {
  readonly placed: readonly Explained[];
  readonly unplaced: readonly Unplaced[];
  /** Points the proposal adds to the plan as it stands; see `score.ts`. */
  readonly objective: number;
  /** Of a plain greedy plan, for comparison. */
  readonly greedy: number;
  /** Whether no better plan exists: small plans are searched through. */
  readonly proven: boolean;
};
