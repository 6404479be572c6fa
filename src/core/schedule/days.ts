import { addDays, daysBetween, daysFrom, startOfMonth, startOfWeek, type WallDate } from '../time/wallDate';

/** How many days the matrix shows at once, from near to far. */
export const zooms = ['week', 'fortnight', 'month', 'quarter'] as const;
export type Zoom = (typeof zooms)[number];

export type Period = { readonly from: WallDate; readonly to: WallDate };

const addMonths = (day: WallDate, months: number): WallDate => {
  const [year = 1970, month = 1] = day.split('-').map(Number);
  const index = year * 12 + (month - 1) + months;
  const pad = (value: number, width: number) => String(value).padStart(width, '0');
  return `${pad(Math.floor(index / 12), 4)}-${pad((index % 12) + 1, 2)}-01` as WallDate;
};

/** The period of a zoom that holds `anchor`: whole weeks, the calendar month, or three calendar months from its own. */
export function periodOf(zoom: Zoom, anchor: WallDate, weekStart: number): Period {
  switch (zoom) {
    case 'week':
    case 'fortnight': {
      const from = startOfWeek(anchor, weekStart);
      return { from, to: addDays(from, zoom === 'week' ? 6 : 13) };
    }
    case 'month':
    case 'quarter': {
      const from = startOfMonth(anchor);
      return { from, to: addDays(addMonths(from, zoom === 'month' ? 1 : 3), -1) };
    }
  }
}

/** A day inside the next (`steps` 1) or previous (-1) period. A quarter moves by a month, so that its months overlap. */
export function stepPeriod(zoom: Zoom, anchor: WallDate, weekStart: number, steps: number): WallDate {
  const { from } = periodOf(zoom, anchor, weekStart);
  if (zoom === 'week') return addDays(from, 7 * steps);
  if (zoom === 'fortnight') return addDays(from, 14 * steps);
  return addMonths(from, steps);
}

/** The period of a zoom widened to whole weeks, so that a week's load is complete. */
export function weeksAround(zoom: Zoom, anchor: WallDate, weekStart: number): Period {
  const { from, to } = periodOf(zoom, anchor, weekStart);
  return { from: startOfWeek(from, weekStart), to: addDays(startOfWeek(to, weekStart), 6) };
}

export const daysOf = ({ from, to }: Period): readonly WallDate[] => daysFrom(from, daysBetween(from, to) + 1);

export const holds = ({ from, to }: Period, day: WallDate): boolean => day >= from && day <= to;

/** The next nearer or farther zoom; the same at the end of the scale. */
export function zoomBy(zoom: Zoom, steps: number): Zoom {
  const index = Math.min(zooms.length - 1, Math.max(0, zooms.indexOf(zoom) + steps));
  return zooms[index] ?? zoom;
}
