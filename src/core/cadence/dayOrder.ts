import type { WallDate } from '../time/wallDate';
import type { Dated } from './rules/account';

/** The placements of one account by day, each day in the order they go out. */
export type Row = { readonly days: ReadonlyMap<WallDate, readonly Dated[]> };

/** All placements that count, day after day, and the same by day. */
export type DayOrder = {
  readonly items: readonly Dated[];
  readonly days: ReadonlyMap<WallDate, readonly Dated[]>;
};

/** Groups an account's placements, which are in order, by day. */
export function daysOf(sorted: readonly Dated[]): Row['days'] {
  const days = new Map<WallDate, Dated[]>();
  for (const item of sorted) {
    const there = days.get(item.day);
    if (there === undefined) days.set(item.day, [item]);
    else there.push(item);
  }
  return days;
}

/**
 * Puts the rows of all accounts into one order, account by account within a day. Remembers it: only days on which a row
 * is another than last time are put together again.
 */
export function createDayOrder(): (rows: ReadonlyMap<string, Row>) => DayOrder {
  let known: ReadonlyMap<string, Row> = new Map();
  let days = new Map<WallDate, readonly Dated[]>();
  return (rows) => {
    const due = new Set<WallDate>();
    for (const id of new Set([...known.keys(), ...rows.keys()])) {
      const [before, after] = [known.get(id), rows.get(id)];
      if (before === after) continue;
      for (const day of new Set([...(before?.days.keys() ?? []), ...(after?.days.keys() ?? [])]))
        if (!isSame(before?.days.get(day), after?.days.get(day))) due.add(day);
    }
    known = rows;
    const ids = [...rows.keys()].sort();
    days = new Map(days);
    for (const day of due) {
      const there = ids.flatMap((id) => rows.get(id)?.days.get(day) ?? []);
      if (there.length === 0) days.delete(day);
      else days.set(day, there);
    }
    return { items: [...days.keys()].sort().flatMap((day) => days.get(day) ?? []), days };
  };
}

const isSame = (a: readonly Dated[] | undefined, b: readonly Dated[] | undefined): boolean =>
  a?.length === b?.length && (a ?? []).every((item, index) => item === b?.[index]);
