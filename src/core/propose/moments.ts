import type { WallTime } from '../time/wallDate';
import type { Span } from './types';

export const MINUTES_PER_DAY = 1_440;

/** Minutes since midnight. */
export const minutesOf = (time: WallTime): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Whether a clock time lies in a span; one whose end is not after its start goes over midnight. */
export function within(minute: number, span: Span): boolean {
  const from = minutesOf(span.from);
  const to = minutesOf(span.to);
  return from < to ? minute >= from && minute < to : minute >= from || minute < to;
}
