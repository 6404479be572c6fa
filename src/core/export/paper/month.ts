import { daysOf, type Period, periodOf as zoomPeriod } from '../../schedule/days';
import { addDays, daysFrom, startOfMonth, startOfWeek, type WallDate } from '../../time/wallDate';
import { dateOf, saySpan, sayWeekday } from '../../words/dates';
import { sortEntries } from '../entries';
import { backdropOf, type ExportEntry, type ExportModel } from '../types';
import { dayClass, dayMark, periodOf } from './days';
import { tile } from './tile';

/** A sheet for each month that has something, weeks down and weekdays across. */
export function monthTables(model: ExportModel): string {
  const entries = sortEntries(model.entries).filter(({ placement }) => placement.day !== null);
  const period = periodOf(entries, model);
  if (period === null) return '';
  const byDay = new Map<WallDate, ExportEntry[]>();
  for (const entry of entries) {
    const day = entry.placement.day as WallDate;
    byDay.set(day, [...(byDay.get(day) ?? []), entry]);
  }
  return months(period)
    .filter((month) => daysOf(month).some((day) => byDay.has(day)))
    .map((month) => table(month, byDay, model))
    .join('\n');
}

function months({ from, to }: Period): readonly Period[] {
  const found: Period[] = [];
  for (let first = startOfMonth(from); first <= to; ) {
    const month = zoomPeriod('month', first, 1);
    found.push(month);
    first = addDays(month.to, 1);
  }
  return found;
}

function table(month: Period, byDay: ReadonlyMap<WallDate, readonly ExportEntry[]>, model: ExportModel): string {
  const { weekStart } = backdropOf(model);
  const { lang, today } = model;
  const first = startOfWeek(month.from, weekStart);
  const weeks: WallDate[] = [];
  for (let week = first; week <= month.to; week = addDays(week, 7)) weeks.push(week);
  const cell = (day: WallDate): string =>
    day < month.from || day > month.to
      ? '<td class="beyond"></td>'
      : `<td${dayClass(day, today)}><p class="date"><span>${dateOf(day)}</span>${dayMark(lang, day)}</p>${(byDay.get(day) ?? []).map((entry) => tile(entry, model, 'named')).join('')}</td>`;
  return [
    '<table class="month">',
    `<caption>${saySpan(lang, month.from, month.to)}</caption>`,
    `<thead><tr>${daysFrom(first, 7)
      .map((day) => `<th scope="col">${sayWeekday(lang, day)}</th>`)
      .join('')}</tr></thead>`,
    '<tbody>',
    ...weeks.map((week) => `<tr>${daysFrom(week, 7).map(cell).join('')}</tr>`),
    '</tbody>',
    '</table>',
  ].join('\n');
}
