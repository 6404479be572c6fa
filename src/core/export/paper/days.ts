import type { Lang } from '../../model/records';
import { daysOf, type Period } from '../../schedule/days';
import { addDays, startOfWeek, type WallDate, weekday } from '../../time/wallDate';
import { type DayKind, dayKind } from '../../time/workdays';
import { paperWords } from '../../words/paper';
import { say } from '../../words/say';
import type { ExportEntry, ExportModel } from '../types';

/** A stretch of days that stands in one table, or one without entries that is only named. */
export type Stretch = Period & { readonly empty: boolean };

/** The days shown: the view's own, widened to every entry; null where neither names one. */
export function periodOf(entries: readonly ExportEntry[], { shown }: ExportModel): Period | null {
  const days = entries.flatMap(({ placement }) => placement.day ?? []);
  const all = [...days, shown.from ?? [], shown.to ?? []].flat().sort();
  const [from, to] = [all[0], all.at(-1)];
  return from === undefined || to === undefined ? null : { from, to };
}

/**
 * Days of a period in whole weeks, at most `weeks` together. Two weeks and more in which nothing is planned are one
 * empty stretch, so that a plan with a hole in it does not print bare tables.
 */
export function stretches(
  { from, to }: Period,
  weekStart: number,
  weeks: number,
  planned: ReadonlySet<WallDate>,
): readonly Stretch[] {
  const found: Stretch[] = [];
  const end = addDays(startOfWeek(to, weekStart), 6);
  for (let start = startOfWeek(from, weekStart); start <= end; start = addDays(start, 7 * weeks)) {
    const last = addDays(start, 7 * weeks - 1);
    const stretch = { from: start, to: last < end ? last : end };
    const empty = !daysOf(stretch).some((day) => planned.has(day));
    const before = found.at(-1);
    if (empty && before?.empty === true) found[found.length - 1] = { ...before, to: stretch.to };
    else found.push({ ...stretch, empty });
  }
  return found;
}

/** Days off are hatched, make-up workdays are not: the mark says which is which. */
export const dayClass = (day: WallDate, today: WallDate): string => {
  const kind = dayKind(day);
  const classes = [...(off[kind] ? ['off'] : []), ...(day === today ? ['today'] : [])];
  return classes.length === 0 ? '' : ` class="${classes.join(' ')}"`;
};
const off: Readonly<Record<DayKind, boolean>> = { workday: false, make_up: false, weekend: true, holiday: true };

/** 休 and 班 of the mainland's calendar, else nothing. */
export function dayMark(lang: Lang, day: WallDate): string {
  const kind = dayKind(day);
  return kind === 'holiday' || kind === 'make_up' ? `<b class="${kind}">${say(paperWords, lang, kind)}</b>` : '';
}

export const isWeekStart = (day: WallDate, weekStart: number): boolean => weekday(day) === weekStart;
