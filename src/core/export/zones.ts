/**
 * Offsets of IANA zones as `Intl` knows them, for calendar files that must explain their zones. Pure: the zone table
 * belongs to the runtime, as the Unicode tables do.
 */

/** One rule in force: from the wall time `from` on, the offset changes from `before` to `after`, in minutes east of UTC. */
export type Onset = {
  readonly from: string;
  readonly before: number;
  readonly after: number;
  readonly summer: boolean;
};

/**
 * The changes of offset in a zone between two years, inclusive, first the one in force when they begin. Null for a
 * zone the runtime does not know.
 */
export function onsetsOf(zone: string, firstYear: number, lastYear: number): readonly Onset[] | null {
  const key = `${firstYear} ${lastYear} ${zone}`;
  const there = known.get(key);
  if (there !== undefined) return there;
  const onsets = foundOnsets(zone, firstYear, lastYear);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, onsets);
  return onsets;
}

/** A plan names few zones and few years, and each export names them again; finding them asks `Intl` hundreds of times. */
const known = new Map<string, readonly Onset[] | null>();
const MOST_KNOWN = 200;

function foundOnsets(zone: string, firstYear: number, lastYear: number): readonly Onset[] | null {
  const format = formatIn(zone);
  if (format === null) return null;
  const start = Date.UTC(firstYear, 0, 1) - DAY;
  const end = Date.UTC(lastYear + 1, 0, 1) + DAY;
  const initial = offsetAt(format, start);
  const changes: { readonly at: number; readonly before: number; readonly after: number }[] = [];
  let offset = initial;
  for (let at = start; at < end; at += STEP) {
    const next = offsetAt(format, at + STEP);
    if (next === offset) continue;
    changes.push({ at: changeBetween(format, at, at + STEP, offset), before: offset, after: next });
    offset = next;
  }
  const standard = Math.min(initial, ...changes.map(({ after }) => after));
  return [
    { from: '19700101T000000', before: initial, after: initial, summer: initial > standard },
    ...changes.map(({ at, before, after }) => ({
      from: basicTime(at + before * MINUTE),
      before,
      after,
      summer: after > standard,
    })),
  ];
}

const MINUTE = 60_000;
const DAY = 86_400_000;
/** No zone changes twice within a week but for Ramadan breaks of about a month (Africa/Casablanca). */
const STEP = 7 * DAY;

/** The millisecond of the change, by halving; offsets differ at both ends. */
function changeBetween(format: Intl.DateTimeFormat, low: number, high: number, before: number): number {
  let [from, to] = [low, high];
  while (to - from > 1000) {
    const middle = Math.floor((from + to) / 2000) * 1000;
    if (offsetAt(format, middle) === before) from = middle;
    else to = middle;
  }
  return to;
}

function formatIn(zone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'iso8601',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function offsetAt(format: Intl.DateTimeFormat, at: number): number {
  const parts = new Map(format.formatToParts(new Date(at)).map(({ type, value }) => [type, Number(value)]));
  const part = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) ?? 0;
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return Math.round((wall - at) / MINUTE);
}

/** `20261011T180000`, of a moment read as if it were UTC. */
export const basicTime = (at: number): string => new Date(at).toISOString().slice(0, 19).replaceAll(/[-:]/g, '');
