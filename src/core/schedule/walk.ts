import { addDays, daysBetween, daysFrom, type WallDate } from '../time/wallDate';
import { type Cells, cellKey } from './cells';
import type { Planned } from './planned';

/** Where the keyboard is in the matrix: a cell, or one of its tiles. */
export type Place = { readonly accountId: string; readonly day: WallDate; readonly tile: number | null };
export type Step = 'left' | 'right' | 'up' | 'down' | 'start' | 'end' | 'top' | 'bottom';
export type CarryStep = Step | 'week_back' | 'week_on';

/** What the keyboard walks over: rows that are shown, days of the period, and how many tiles a cell shows. */
export type Ground = {
  readonly accountIds: readonly string[];
  readonly days: readonly WallDate[];
  readonly tilesIn: (accountId: string, day: WallDate) => number;
};

export const groundOf = <P extends Planned>(
  accountIds: readonly string[],
  days: readonly WallDate[],
  cells: Cells<P>,
  shown: (accountId: string, count: number) => number,
): Ground => ({
  accountIds,
  days,
  tilesIn: (accountId, day) => shown(accountId, cells.get(cellKey(accountId, day))?.length ?? 0),
});

/** One step. Up and down go through a cell's tiles before they leave it; at an edge the place stays. */
export function walk(from: Place, step: Step, ground: Ground): Place {
  const row = Math.max(0, ground.accountIds.indexOf(from.accountId));
  const column = Math.max(0, ground.days.indexOf(from.day));
  const tiles = ground.tilesIn(from.accountId, from.day);
  switch (step) {
    case 'left':
      return at(ground, row, column - 1, from.tile ?? 0, from);
    case 'right':
      return at(ground, row, column + 1, from.tile ?? 0, from);
    case 'start':
      return at(ground, row, 0, 0, from);
    case 'end':
      return at(ground, row, ground.days.length - 1, 0, from);
    case 'top':
      return at(ground, 0, column, 0, from);
    case 'bottom':
      return at(ground, ground.accountIds.length - 1, column, Number.POSITIVE_INFINITY, from);
    case 'up':
      if (from.tile !== null && from.tile > 0) return { ...from, tile: from.tile - 1 };
      return at(ground, row - 1, column, Number.POSITIVE_INFINITY, from);
    case 'down':
      if (from.tile !== null && from.tile < tiles - 1) return { ...from, tile: from.tile + 1 };
      return at(ground, row + 1, column, 0, from);
  }
}

/** Names of the placements in the rectangle between two cells, both included, row by row and day by day. */
export function between<P extends Planned>(
  a: Pick<Place, 'accountId' | 'day'>,
  b: Pick<Place, 'accountId' | 'day'>,
  accountIds: readonly string[],
  cells: Cells<P>,
): readonly string[] {
  const rows = [accountIds.indexOf(a.accountId), accountIds.indexOf(b.accountId)].sort((x, y) => x - y);
  const [from, to] = a.day < b.day ? [a.day, b.day] : [b.day, a.day];
  const days = daysFrom(from, daysBetween(from, to) + 1);
  return accountIds
    .slice(Math.max(0, rows[0] ?? 0), (rows[1] ?? -1) + 1)
    .flatMap((accountId) => days.flatMap((day) => (cells.get(cellKey(accountId, day)) ?? []).map(({ id }) => id)));
}

/** A step of what is carried: over days without end, over the rows that are shown. */
export function carry(
  from: Pick<Place, 'accountId' | 'day'>,
  step: CarryStep,
  { accountIds, days }: Pick<Ground, 'accountIds' | 'days'>,
): Pick<Place, 'accountId' | 'day'> {
  const row = accountIds.indexOf(from.accountId);
  const on = (index: number) => ({
    ...from,
    accountId: accountIds[Math.min(accountIds.length - 1, Math.max(0, index))] ?? from.accountId,
  });
  switch (step) {
    case 'left':
      return { ...from, day: addDays(from.day, -1) };
    case 'right':
      return { ...from, day: addDays(from.day, 1) };
    case 'week_back':
      return { ...from, day: addDays(from.day, -7) };
    case 'week_on':
      return { ...from, day: addDays(from.day, 7) };
    case 'start':
      return { ...from, day: days[0] ?? from.day };
    case 'end':
      return { ...from, day: days.at(-1) ?? from.day };
    case 'up':
      return on(row - 1);
    case 'down':
      return on(row + 1);
    case 'top':
      return on(0);
    case 'bottom':
      return on(accountIds.length - 1);
  }
}

function at(ground: Ground, row: number, column: number, tile: number, stay: Place): Place {
  const accountId = ground.accountIds[row];
  const day = ground.days[column];
  if (accountId === undefined || day === undefined) return stay;
  const tiles = ground.tilesIn(accountId, day);
  return { accountId, day, tile: tiles === 0 ? null : Math.min(Math.max(0, tile), tiles - 1) };
}
