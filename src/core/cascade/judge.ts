import type { Account, Outcome } from '../model/records';
import { addDays, daysBetween, startOfWeek, type WallDate } from '../time/wallDate';
import { type Moment, wallMinutesBetween } from './moment';
import type { Limits, Placed } from './scene';

/** Why a follower does not go where its rule sends it. */
export type Block =
  | { readonly kind: 'past' }
  | { readonly kind: 'closed' }
  /** It went out, was handed over or was skipped. */
  | { readonly kind: 'settled'; readonly outcome: Exclude<Outcome, 'planned'> }
  /** The wave says workdays only. */
  | { readonly kind: 'day_off' }
  | { readonly kind: 'quiet' }
  /** The week would hold `count` where the account bears `capacity`. */
  | { readonly kind: 'capacity'; readonly count: number; readonly capacity: number }
  /** `otherId` lies `minutes` away where the account keeps `gap`. */
  | { readonly kind: 'gap'; readonly minutes: number; readonly gap: number; readonly otherId: string };
export type BlockKind = Block['kind'];

/** A person may decide to land there all the same: these are customs, not impossibilities. */
export const canForce = (blocks: readonly Block[]): boolean =>
  blocks.every(({ kind }) => kind === 'day_off' || kind === 'quiet' || kind === 'capacity' || kind === 'gap');

export type Landing = {
  readonly placed: Placed;
  readonly to: Moment;
  readonly account: Account | undefined;
  readonly dayOff: boolean;
};

/** Everything against a landing, the firm reasons first. `others` may hold the placement itself, where it stands now. */
export function blocksOf(
  { placed, to, account, dayOff }: Landing,
  others: Iterable<Placed>,
  today: WallDate,
  limits: Limits,
): readonly Block[] {
  if (placed.outcome !== 'planned') return [{ kind: 'settled', outcome: placed.outcome }];
  const blocks: Block[] = [];
  if (to.day < today) blocks.push({ kind: 'past' });
  if (account?.closed === true) blocks.push({ kind: 'closed' });
  if (dayOff) blocks.push({ kind: 'day_off' });
  if (account === undefined) return blocks;
  if (limits.isQuiet(account, to)) blocks.push({ kind: 'quiet' });
  const beside = [...others].filter(
    (other) => other.accountId === account.id && other.id !== placed.id && other.outcome !== 'skipped',
  );
  return [...blocks, ...capacityBlock(placed, to, account, beside, limits), ...gapBlock(to, account, beside, limits)];
}

/** Going about within a week makes it no fuller. */
function capacityBlock(
  placed: Placed,
  to: Moment,
  account: Account,
  beside: readonly Placed[],
  { weekStart }: Limits,
): readonly Block[] {
  const first = startOfWeek(to.day, weekStart);
  const last = addDays(first, 6);
  const holds = (day: WallDate | null) => day !== null && day >= first && day <= last;
  if (account.weeklyCapacity === 0 || holds(placed.day)) return [];
  const count = beside.filter(({ day }) => holds(day)).length + 1;
  return count > account.weeklyCapacity ? [{ kind: 'capacity', count, capacity: account.weeklyCapacity }] : [];
}

/** The nearest other post of the account; without a clock time nothing is near. */
function gapBlock(to: Moment, account: Account, beside: readonly Placed[], limits: Limits): readonly Block[] {
  const gap = limits.gapOf(account);
  if (gap <= 0 || to.time === null) return [];
  const reach = Math.ceil(gap / 1440) + 1;
  let nearest: { readonly otherId: string; readonly minutes: number } | null = null;
  for (const { id, day, time } of beside) {
    if (day === null || Math.abs(daysBetween(day, to.day)) > reach) continue;
    const between = wallMinutesBetween({ day, time }, to);
    const minutes = between === null ? null : Math.abs(between);
    if (minutes !== null && minutes < gap && (nearest === null || minutes < nearest.minutes))
      nearest = { otherId: id, minutes };
  }
  return nearest === null ? [] : [{ kind: 'gap', gap, ...nearest }];
}
