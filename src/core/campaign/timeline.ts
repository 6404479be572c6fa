import { type Moment, minuteOf } from '../cascade/moment';
import type { Account, Phase } from '../model/records';
import type { Period } from '../schedule/days';
import { addDays, daysBetween, type WallDate } from '../time/wallDate';
import type { WaveRow } from './waveRows';

/**
 * The drawing of a campaign's waves, in pixels:
 *
 *     |<- gutter ->|<-------------- axis: days in a row -------------->|
 *     |  unsettled |   ▌20:00 lead        ▌18:00 next day              |  lane of an account, as many
 *     |            |      ▌+90 min                                     |  lines as its waves need
 */
export type Axis = {
  readonly from: WallDate;
  readonly days: number;
  readonly dayWidth: number;
  /** Room at the left for waves without a moment; 0 when all have one. */
  readonly gutter: number;
  readonly width: number;
};

export type Marker = { readonly row: WaveRow; readonly left: number; readonly width: number; readonly line: number };

/** Null is the lane of waves without an account. */
export type TimelineLane = {
  readonly account: Account | null;
  readonly markers: readonly Marker[];
  /** Lines of markers, at least one. */
  readonly lines: number;
};

/** Narrower days could not be told apart; the drawing scrolls then. */
const LEAST_DAY = 14;
const GUTTER = 84;
const GAP = 3;
/** A drawing without any date shows so many days from today. */
const BLANK_DAYS = 14;

/** Days from the first to the last thing that is drawn: phases, the span, waves. */
export function axisOf(
  rows: readonly WaveRow[],
  phases: readonly Phase[],
  span: Period | null,
  today: WallDate,
  available: number,
): Axis {
  const days = [
    ...(span === null ? [] : [span.from, span.to]),
    ...phases.flatMap(({ start, end }) => [start, end]),
    ...rows.map(({ moment }) => moment?.day ?? null),
  ]
    .flatMap((day) => day ?? [])
    .sort();
  const from = days[0] ?? today;
  const to = days.at(-1) ?? addDays(today, BLANK_DAYS - 1);
  const count = Math.max(daysBetween(from, to) + 1, 7);
  const gutter = rows.some(({ moment }) => moment === null) ? GUTTER : 0;
  const dayWidth = Math.max(LEAST_DAY, (available - gutter) / count);
  return { from, days: count, dayWidth, gutter, width: gutter + dayWidth * count };
}

/** Where a moment lies. Without a time it lies at the beginning of its day. */
export const placeOf = ({ from, dayWidth, gutter }: Axis, { day, time }: Moment): number =>
  gutter + (daysBetween(from, day) + (time === null ? 0 : minuteOf(time) / 1440)) * dayWidth;

/** The day under a point of the drawing, kept within it. */
export const dayAt = ({ from, days, dayWidth, gutter }: Axis, x: number): WallDate =>
  addDays(from, Math.min(days - 1, Math.max(0, Math.floor((x - gutter) / dayWidth))));

/** How many days lie across a distance of the drawing, to the nearest. */
export const daysAcross = ({ dayWidth }: Axis, far: number): number => Math.round(far / dayWidth);

/** Days that get a label, so that labels of `room` pixels never touch: every day, or each second, week, fortnight, month … */
export function labelledDays({ from, days, dayWidth }: Axis, room: number): readonly WallDate[] {
  const step = [1, 2, 7, 14, 28, 56, 112, 364].find((each) => each * dayWidth >= room) ?? days;
  return Array.from({ length: Math.ceil(days / step) }, (_, index) => addDays(from, index * step));
}

/** One lane per account that has a wave, in the order of `accounts`; waves without an account last. */
export function timelineLanes(
  rows: readonly WaveRow[],
  accounts: readonly Account[],
  axis: Axis,
  widthOf: (row: WaveRow) => number,
): readonly TimelineLane[] {
  const lane = (account: Account | null): TimelineLane => {
    const mine = rows.filter((row) => (row.account?.id ?? null) === (account?.id ?? null));
    const markers = packed(mine, axis, widthOf);
    return { account, markers, lines: 1 + markers.reduce((most, { line }) => Math.max(most, line), 0) };
  };
  const known = new Set(accounts.map(({ id }) => id));
  // A closed account may still have waves: it is drawn after the others.
  const others = rows.flatMap(({ account }) => (account === null || known.has(account.id) ? [] : [account]));
  return [...accounts, ...new Map(others.map((account) => [account.id, account])).values(), null]
    .map(lane)
    .filter(({ markers }) => markers.length > 0);
}

/** Each marker on the first line where it touches nobody; one that would leave the drawing at the right is drawn up to its end. */
function packed(rows: readonly WaveRow[], axis: Axis, widthOf: (row: WaveRow) => number): readonly Marker[] {
  const ends: number[] = [];
  return rows
    .map((row) => {
      const width = Math.min(widthOf(row), row.moment === null && axis.gutter > 0 ? axis.gutter - GAP : axis.width);
      const at = row.moment === null ? 0 : placeOf(axis, row.moment);
      return { row, width, left: Math.max(0, Math.min(at, axis.width - width)) };
    })
    .sort((a, b) => a.left - b.left || (a.row.wave.order < b.row.wave.order ? -1 : 1))
    .map((marker) => {
      const free = ends.findIndex((end) => end + GAP <= marker.left);
      const line = free === -1 ? ends.length : free;
      ends[line] = marker.left + marker.width;
      return { ...marker, line };
    });
}
