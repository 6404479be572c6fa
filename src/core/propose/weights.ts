import type { PhaseKind, PieceKind, Role } from '../model/vocabulary';
import type { SoftRule } from './types';

/**
 * Points of the soft rules: the one table to turn. A post is worth 100, so that what is merely nicer seldom costs one;
 * next come the targets the team set itself, last the rules that only order what is equal. Shown to the user with a sentence
 * for each (`words/proposeRules.ts`); reasons in `docs/decisions/0032-propose.md`.
 */
export const weights = {
  /** A post that is placed. */
  placed: 100,
  /** Times how well the kind serves the role (`roleFit`). */
  role: 12,
  /** The piece's own persona speaks; parts of it for brand accounts and stand-ins (`voiceFit`). */
  persona: 10,
  /** The account's usual format; half for another it can post. */
  format: 4,
  /** Times the quality of the clock time. */
  time: 10,
  /** Nobody is there to hand over. */
  hand_over: -10,
  /** Times how well the kind serves the campaign's phase (`phaseFit`). */
  phase: 8,
  /** For each day that is missing to write it. */
  lead_time: -4,
  /** On the first day of the range, less every day: what is equal goes out sooner. */
  soon: 2,
  /** For a lane's week: squared distances of the kinds from their shares, by posts. */
  kinds: -10,
  /** For two posts of an account as near as can be, less the farther apart, none at its usual distance. */
  spacing: -10,
  /** For an account's week: posts squared by capacity, so that the emptier account goes first. */
  load: -4,
  /** For each post above a persona's ceiling. */
  ceiling: -12,
  /** For each day a lane is silent longer than the team lets it be. */
  silence: -5,
  /** For two posts of a piece on one day, less over the next two. */
  same_piece: -8,
} as const satisfies Record<SoftRule, number>;

/**
 * How well a kind serves a role, 0 to 1. From the practice the studio follows: traffic entrances live on topics and draws, depth
 * on long stories, circles on how things are made, niches on moments of life, the private domain on taking part.
 */
export const roleFit: Readonly<Record<Role, Readonly<Record<PieceKind, number>>>> = {
  traffic: { scene: 0.7, story: 0.4, interactive: 1 },
  depth: { scene: 0.6, story: 1, interactive: 0.3 },
  circle: { scene: 0.6, story: 1, interactive: 0.5 },
  niche: { scene: 1, story: 0.6, interactive: 0.6 },
  private: { scene: 0.5, story: 0.6, interactive: 1 },
};

/** How well a kind serves a phase. Nothing of a campaign goes out while it is being reviewed: that rule is hard. */
export const phaseFit: Readonly<Record<Exclude<PhaseKind, 'review'>, Readonly<Record<PieceKind, number>>>> = {
  warm_up: { scene: 0.5, story: 0.8, interactive: 0.9 },
  burst: { scene: 1, story: 0.5, interactive: 1 },
  long_tail: { scene: 0.8, story: 0.9, interactive: 0.6 },
};

export const voiceFit = { own: 1, brand: 0.4, stand_in: 0.2, free: 0.4 } as const;

/** Days a piece still needs before it can go out, by how far the writing is. */
export const daysToWrite = { idea: 3, drafting: 2, in_review: 1, ready: 0, archived: 0 } as const;

/** Posts a week that stand for an account whose capacity is unset. */
export const USUAL_CAPACITY = 7;

/** Days over which two posts of one piece are still felt as near. */
export const SAME_PIECE_DAYS = 3;
