import type { CSSProperties } from 'react';
import { type DayMarks, heatOfDay } from '../../core/occasions/marks';

/** A hot topic runs as a line under its days and fades as it cools; nothing where none is hot. */
export function warmthOf(marks: DayMarks): CSSProperties | undefined {
  const heat = heatOfDay(marks);
  if (heat === 0) return undefined;
  const color = `color-mix(in srgb, var(--jz-must) ${Math.round(heat * 100)}%, transparent)`;
  return { flex: 1, boxShadow: `inset 0 -2px 0 ${color}` };
}
