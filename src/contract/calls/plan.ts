import { z } from 'zod';
import type { PlanFix } from '../../core/cadence/finding';
import { idSchema } from '../../core/model/ids';
import { text } from '../../core/model/json';
import { langs, outcomes } from '../../core/model/records';
import type { ProposeMove } from '../../core/propose/move';
import { wallDateSchema } from '../../core/time/wall';
import { type FollowerCard, placementMoves } from '../cascade';
import type { DeskAlarms, DeskCards, DeskReview } from '../desk';
import type { Outline } from '../outline';
import type { PlacementCard, TileReport } from '../placements';
import type { PlanCheckAnswer } from '../planCheck';
import { type ProposeState, proposeChoice, proposedMove, proposedSpot } from '../propose';
import { findingKeys, ids, nothing, planned, planSpan, store } from './spec';

/** The plan: what stands on which day, what is due, what is to be said about it, what is proposed. */
export const planCalls = {
  'plan.outline': store(nothing).returns<Outline>(),

  'placement.range': store(z.object({ from: wallDateSchema, to: wallDateSchema }).strict()).returns<
    readonly PlacementCard[]
  >(),
  /** Placements by name, wherever they stand; those that are gone are left out. */
  'placement.cards': store(z.object({ ids }).strict()).returns<readonly PlacementCard[]>(),
  /** Placements whose pieces the words find, the nearest to today first. */
  'placement.search': store(
    z.object({ query: z.string().max(200), limit: z.number().int().min(1).max(100).default(20) }).strict(),
  ).returns<readonly PlacementCard[]>(),
  'placement.reports': store(z.object({ ids, lang: z.enum(langs) }).strict()).returns<readonly TileReport[]>(),
  'placement.plan': store(planned).returns<{ readonly id: string }>(),
  /** Several at once, one step of undo. Answers the new placements in the order given. */
  'placement.plan_all': store(z.object({ plans: z.array(planned).min(1).max(5_000) }).strict()).returns<{
    readonly ids: readonly string[];
  }>(),
  /**
   * Moves to another day and, if named, another account; the clock time stays unless given. Waves that follow what is
   * moved go along by their rules, in the same step of undo; the answer says what became of each.
   */
  'placement.move': store(z.object({ moves: placementMoves }).strict()).returns<{
    readonly moved: number;
    readonly followers: readonly FollowerCard[];
  }>(),
  'placement.remove': store(z.object({ ids: ids.min(1) }).strict()).returns<{ readonly removed: number }>(),
  'placement.settle': store(
    z
      .object({ id: idSchema, outcome: z.enum(outcomes), link: text(2_000).optional(), reason: text(500).optional() })
      .strict(),
  ).returns<null>(),

  /** For the hand-over desk: all of `from` to `to`, and of the days since `since` what still asks for something. */
  'desk.list': store(
    z.object({ since: wallDateSchema, from: wallDateSchema, to: wallDateSchema }).strict(),
  ).returns<DeskCards>(),
  /** Who read what a placement shows, and what they said of it last; null where nobody did. */
  'desk.review': store(z.object({ id: idSchema }).strict()).returns<DeskReview | null>(),
  /** Planned posts to be reminded of on these days. */
  'desk.alarms': store(z.object({ from: wallDateSchema, to: wallDateSchema }).strict()).returns<DeskAlarms>(),

  /** Everything there is to say about the plan between two days. */
  'plan.check': store(planSpan).returns<PlanCheckAnswer>(),
  /** The fix of each of these findings that has one, tried on the plan, by its key. */
  'plan.fixes': store(planSpan.extend({ keys: findingKeys })).returns<Readonly<Record<string, PlanFix>>>(),
  /** Fixes findings one after the other as one step of undo. Those that cannot be fixed any more are left. */
  'plan.fix': store(planSpan.extend({ keys: findingKeys })).returns<{
    readonly fixed: number;
    readonly left: number;
  }>(),

  /** Begins a proposal; one that is being worked out is given up for it. Nothing changes before `propose.take`. */
  'propose.start': store(proposeChoice).returns<ProposeState>(),
  'propose.state': store(nothing).returns<ProposeState | null>(),
  'propose.cancel': store(z.object({ job: idSchema }).strict()).returns<null>(),
  /** Whether a proposed post may stand on another day or account, and why (not); nothing is changed. */
  'propose.move': store(proposedMove).returns<ProposeMove>(),
  /** Plans what was proposed, as one change; refused when it no longer fits the plan. */
  'propose.take': store(z.object({ spots: z.array(proposedSpot).min(1).max(2_000) }).strict()).returns<{
    readonly ids: readonly string[];
  }>(),
} as const;
