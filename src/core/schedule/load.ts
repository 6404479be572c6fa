import type { Account, Workspace } from '../model/records';
import { type PieceKind, pieceKinds } from '../model/vocabulary';
import { addDays, startOfWeek, type WallDate } from '../time/wallDate';
import { type Cells, cellKey } from './cells';
import type { Planned } from './planned';

/** The seven days that "this week" means: those of today when in view, else the first of the period. */
export function weekInView(
  period: { readonly from: WallDate; readonly to: WallDate },
  today: WallDate,
  weekStart: number,
): readonly WallDate[] {
  const inView = today >= period.from && today <= period.to;
  const first = startOfWeek(inView ? today : period.from, weekStart);
  return Array.from({ length: 7 }, (_, index) => addDays(first, index));
}

/** How full a week is: placements that are not skipped against what the account can carry. Capacity 0 means unset. */
export type Load = { readonly count: number; readonly capacity: number };

export function loadOf<P extends Planned>(account: Account, days: readonly WallDate[], cells: Cells<P>): Load {
  let count = 0;
  for (const day of days)
    for (const card of cells.get(cellKey(account.id, day)) ?? []) if (card.outcome !== 'skipped') count += 1;
  return { count, capacity: account.weeklyCapacity };
}

/** One kind in a lane's week: how many there are, how many the target asks for, and from what that was reckoned. */
export type KindShare = {
  readonly kind: PieceKind;
  readonly count: number;
  readonly wanted: number;
  /** The team's target in percent of all kinds together; thirds where no target is set. */
  readonly percent: number;
  /** What the percentages are of: the lane's weekly capacity, or what stands there when that is more. */
  readonly of: number;
};

/** Whether a lane stands still: nothing at all, nothing for days on end, or at most so many days between two. */
export type LaneRhythm =
  | { readonly kind: 'silent'; readonly from: WallDate; readonly days: number }
  | { readonly kind: 'steady'; readonly longest: number }
  | { readonly kind: 'empty' };

export type LaneSummary = {
  readonly load: Load;
  readonly shares: readonly KindShare[];
  readonly rhythm: LaneRhythm;
  /** The kind that lacks most against its target; null when none does. */
  readonly owed: { readonly kind: PieceKind; readonly count: number } | null;
};

/** A lane that stays without content for so many days in a row is said to be silent. */
const SILENT_DAYS = 5;

/** Whether a lane does its job: this week's load, the kinds against the team's targets, and the longest silence. */
export function laneSummary<P extends Planned>(
  accounts: readonly Account[],
  week: readonly WallDate[],
  days: readonly WallDate[],
  today: WallDate,
  cells: Cells<P>,
  targets: Workspace['kindTargets'],
): LaneSummary {
  const loads = accounts.map((account) => loadOf(account, week, cells));
  const load = {
    count: loads.reduce((sum, { count }) => sum + count, 0),
    capacity: loads.reduce((sum, { capacity }) => sum + capacity, 0),
  };
  const shares = kindShares(accounts, week, cells, targets, load);
  return { load, shares, rhythm: rhythmOf(accounts, days, today, cells), owed: mostOwed(shares) };
}

function kindShares<P extends Planned>(
  accounts: readonly Account[],
  week: readonly WallDate[],
  cells: Cells<P>,
  targets: Workspace['kindTargets'],
  load: Load,
): readonly KindShare[] {
  const of = Math.max(load.count, load.capacity);
  const given = pieceKinds.reduce((sum, kind) => sum + (targets[kind] ?? 0), 0);
  const parts = pieceKinds.map((kind) => (given === 0 ? 1 / pieceKinds.length : (targets[kind] ?? 0) / given));
  const wanted = apportioned(of, parts);
  return pieceKinds.map((kind, index) => {
    let count = 0;
    for (const account of accounts)
      for (const day of week)
        for (const card of cells.get(cellKey(account.id, day)) ?? [])
          if (card.kind === kind && card.outcome !== 'skipped') count += 1;
    return { kind, count, wanted: wanted[index] ?? 0, percent: Math.round(100 * (parts[index] ?? 0)), of };
  });
}

/** Whole numbers in proportion to `parts` (which sum to 1) that sum to `total`: the largest remainders are rounded up. */
function apportioned(total: number, parts: readonly number[]): readonly number[] {
  // Binary fractions of percentages are off in the last place; what is equal on paper stays equal here.
  const exact = parts.map((part) => Math.round(total * part * 1e6) / 1e6);
  const whole = exact.map(Math.floor);
  const left = total - whole.reduce((sum, value) => sum + value, 0);
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder.slice(0, left)) whole[index] = (whole[index] ?? 0) + 1;
  return whole;
}

function mostOwed(shares: readonly KindShare[]): LaneSummary['owed'] {
  let most: LaneSummary['owed'] = null;
  for (const { kind, count, wanted } of shares)
    if (wanted - count > (most?.count ?? 0)) most = { kind, count: wanted - count };
  return most;
}

/**
 * The longest stretch of the days without content that is not over yet: one that ended before today is history, unless
 * all days are. A silence that lasts is counted from its first day in view.
 */
function rhythmOf<P extends Planned>(
  accounts: readonly Account[],
  days: readonly WallDate[],
  today: WallDate,
  cells: Cells<P>,
): LaneRhythm {
  const isBusy = (day: WallDate) =>
    accounts.some((account) => (cells.get(cellKey(account.id, day)) ?? []).some((card) => card.outcome !== 'skipped'));
  const last = days.at(-1);
  const matters = (day: WallDate) => day >= today || last === undefined || last < today;
  let longest = { start: 0, days: 0 };
  let start = 0;
  let any = false;
  days.forEach((day, index) => {
    if (isBusy(day)) {
      any = true;
      start = index + 1;
    } else if (matters(day) && index + 1 - start > longest.days) longest = { start, days: index + 1 - start };
  });
  if (!any && days.length > 0) return { kind: 'empty' };
  const from = days[longest.start];
  return longest.days >= SILENT_DAYS && from !== undefined
    ? { kind: 'silent', from, days: longest.days }
    : { kind: 'steady', longest: longest.days };
}
