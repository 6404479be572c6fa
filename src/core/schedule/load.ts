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

/** One kind in a lane's week: how many there are and how many the target asks for. */
export type KindShare = { readonly kind: PieceKind; readonly count: number; readonly wanted: number };

/** What the line of a lane says beside its bars. */
export type LaneNote =
  | { readonly kind: 'silent'; readonly from: WallDate; readonly days: number }
  | { readonly kind: 'owes'; readonly what: PieceKind; readonly count: number }
  | { readonly kind: 'steady'; readonly longest: number }
  | { readonly kind: 'empty' };

export type LaneSummary = {
  readonly load: Load;
  readonly shares: readonly KindShare[];
  readonly note: LaneNote;
};

/** A lane that stays without content for so many days in a row is said to be silent. */
const SILENT_DAYS = 5;

/** Whether a lane does its job: this week's load, the kinds against the team's targets, and the longest silence ahead. */
export function laneSummary<P extends Planned>(
  accounts: readonly Account[],
  week: readonly WallDate[],
  ahead: readonly WallDate[],
  cells: Cells<P>,
  targets: Workspace['kindTargets'],
): LaneSummary {
  const loads = accounts.map((account) => loadOf(account, week, cells));
  const load = {
    count: loads.reduce((sum, { count }) => sum + count, 0),
    capacity: loads.reduce((sum, { capacity }) => sum + capacity, 0),
  };
  const shares = kindShares(accounts, week, cells, targets, load);
  return { load, shares, note: noteOf(accounts, ahead, cells, shares) };
}

function kindShares<P extends Planned>(
  accounts: readonly Account[],
  week: readonly WallDate[],
  cells: Cells<P>,
  targets: Workspace['kindTargets'],
  load: Load,
): readonly KindShare[] {
  const total = Math.max(load.count, load.capacity);
  const given = pieceKinds.reduce((sum, kind) => sum + (targets[kind] ?? 0), 0);
  return pieceKinds.map((kind) => {
    let count = 0;
    for (const account of accounts)
      for (const day of week)
        for (const card of cells.get(cellKey(account.id, day)) ?? [])
          if (card.kind === kind && card.outcome !== 'skipped') count += 1;
    const share = given === 0 ? 1 / pieceKinds.length : (targets[kind] ?? 0) / given;
    return { kind, count, wanted: Math.round(total * share) };
  });
}

function noteOf<P extends Planned>(
  accounts: readonly Account[],
  ahead: readonly WallDate[],
  cells: Cells<P>,
  shares: readonly KindShare[],
): LaneNote {
  const busy = ahead.map((day) =>
    accounts.some((account) => (cells.get(cellKey(account.id, day)) ?? []).some((card) => card.outcome !== 'skipped')),
  );
  const silence = longestRun(busy);
  const from = ahead[silence.start];
  if (silence.days >= SILENT_DAYS && from !== undefined)
    return silence.days === ahead.length ? { kind: 'empty' } : { kind: 'silent', from, days: silence.days };
  const owed = [...shares].sort((a, b) => b.wanted - b.count - (a.wanted - a.count))[0];
  if (owed !== undefined && owed.wanted - owed.count > 0)
    return { kind: 'owes', what: owed.kind, count: owed.wanted - owed.count };
  return { kind: 'steady', longest: silence.days };
}

/** The longest run of false: where it starts and how long it is. */
function longestRun(busy: readonly boolean[]): { readonly start: number; readonly days: number } {
  let best = { start: 0, days: 0 };
  let start = 0;
  busy.forEach((full, index) => {
    if (full) start = index + 1;
    else if (index + 1 - start > best.days) best = { start, days: index + 1 - start };
  });
  return best;
}
