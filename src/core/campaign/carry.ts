import { chineseWorkdays } from '../cascade/calendar';
import { fitRule } from '../cascade/fitRule';
import type { Moment } from '../cascade/moment';
import { timetableOf } from '../cascade/timetable';
import type { Wave, WaveRule } from '../model/records';
import { judgeDrop, type PlannedMove, type Refused } from '../schedule/move';
import type { WallDate } from '../time/wallDate';
import type { CampaignPlan } from './facts';
import { type Reckoned, sceneOf } from './reckon';
import { type WaveRow, waveRowsOf } from './waveRows';

/** What letting a wave go on another day of the timeline would do. The clock time stays. */
export type WaveCarry =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'refused'; readonly why: Refused }
  /** It is planned: its placement moves, and whoever follows goes along by its rule. */
  | { readonly kind: 'move'; readonly moves: readonly PlannedMove[] }
  /** The lead is not planned yet: the campaign's zero day moves. */
  | { readonly kind: 'zero'; readonly day: WallDate }
  /** It is not planned yet: its rule says the other day from now on. */
  | { readonly kind: 'rule'; readonly rule: WaveRule };

const nothing: WaveCarry = { kind: 'nothing' };

export function carryOf(row: WaveRow, { plan, rows }: Reckoned, day: WallDate, zone: string): WaveCarry {
  const { moment, placement, wave } = row;
  if (moment === null) return nothing;
  if (placement !== null && placement.day !== null) {
    const { accountId } = placement;
    if (accountId === null) return nothing;
    const verdict = judgeDrop([placement], placement, { accountId, day }, plan.accounts, plan.today, false);
    return verdict.kind === 'move' || verdict.kind === 'refused' ? verdict : nothing;
  }
  if (day === moment.day) return nothing;
  if (day < plan.today) return { kind: 'refused', why: 'past' };
  if (row.isLead) return { kind: 'zero', day };
  const anchor = rows.find((other) => other.wave.id === row.anchorId);
  if (anchor === undefined || anchor.moment === null) return nothing;
  const from = { moment: anchor.moment, zone: anchor.placement?.zone ?? zone };
  const rule = fitRule(wave.rule, from, { day, time: moment.time }, zone, chineseWorkdays);
  return rule === null ? nothing : { kind: 'rule', rule };
}

/**
 * Waves without a placement that would stand elsewhere while one of their own kind is carried, by id: they are where the rule
 * says. What becomes of placements is asked of the store, which knows the rest of the plan.
 */
export function unplannedAfter(carried: Wave, { plan, rows }: Reckoned, carry: WaveCarry, zone: string) {
  const after = planAfter(carried, plan, carry);
  if (after === null) return new Map<string, Moment>();
  const before = new Map(rows.map(({ wave, moment }) => [wave.id, moment]));
  const now = waveRowsOf(after, timetableOf(sceneOf(after, zone)));
  return new Map(
    now.flatMap(({ wave, moment, isPlanned }) => {
      const was = before.get(wave.id);
      const moves = moment !== null && (was == null || was.day !== moment.day || was.time !== moment.time);
      return moves && !isPlanned && wave.id !== carried.id ? [[wave.id, moment] as const] : [];
    }),
  );
}

function planAfter(carried: Wave, plan: CampaignPlan, carry: WaveCarry): CampaignPlan | null {
  switch (carry.kind) {
    case 'zero':
      return { ...plan, campaign: { ...plan.campaign, zeroDay: carry.day } };
    case 'rule':
      return {
        ...plan,
        waves: plan.waves.map((wave) => (wave.id === carried.id ? { ...wave, rule: carry.rule } : wave)),
      };
    default:
      return null;
  }
}
