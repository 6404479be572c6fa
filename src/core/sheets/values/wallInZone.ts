import type { WallDate, WallTime } from '../../time/wallDate';

/** Wall date and time of a moment in an IANA zone; null for a zone the runtime does not know. */
export function wallInZone(at: number, zone: string): { readonly day: WallDate; readonly time: WallTime } | null {
  const format = formatIn(zone);
  if (format === null || !Number.isFinite(at) || Math.abs(at) > 8.64e15) return null;
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const part = (name: Intl.DateTimeFormatPartTypes): string => parts.get(name) ?? '';
  return {
    day: `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}` as WallDate,
    time: `${part('hour')}:${part('minute')}` as WallTime,
  };
}

export const isZone = (name: string): boolean => formatIn(name) !== null;

/** One format per zone: making one costs a thousand times its use. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(zone: string): Intl.DateTimeFormat | null {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  if (!/^[A-Za-z_]+(\/[A-Za-z0-9_+-]+){0,2}$/.test(zone)) return null;
  try {
    const made = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'iso8601',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
    formats.set(zone, made);
    return made;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
