import type { CounterId, FormatPack } from '../platforms/pack';
import { htmlSheet } from './articleHtml';
import { plainSheet, type Sheet } from './compose';
import type { Context, Draft } from './draft';
import { countIn } from './measure';

/** How much the body may measure, in each unit the format limits. */
export type Room = { readonly unit: CounterId; readonly max: number };

/** Every hard limit on the body; a limit over title and body together leaves what the title does not use. */
export function bodyRoom({ format }: Pick<Context, 'format'>, title: string | null): readonly Room[] {
  const { limits, count } = format.format;
  const rooms: Room[] = [...bodyLimits(format.format)];
  if (limits.total_max !== undefined)
    rooms.push({ unit: count.body, max: Math.max(0, limits.total_max - countIn(count.body)(title ?? '')) });
  return rooms;
}

/** The units a body is measured in, with their limits. */
export function bodyLimits({ limits, count }: FormatPack): readonly Room[] {
  const rooms: Room[] = [];
  const inBytes = count.body === 'utf8_bytes';
  const own = inBytes ? (limits.body_max_bytes ?? limits.body_max) : limits.body_max;
  if (own !== undefined) rooms.push({ unit: count.body, max: own });
  if (!inBytes && limits.body_max_bytes !== undefined) rooms.push({ unit: 'utf8_bytes', max: limits.body_max_bytes });
  return rooms;
}

/** How the measured text is written: the article's HTML where its source is counted, else plain text. */
export function sheetOf(
  draft: Pick<Draft, 'lines'>,
  { format, source, theme }: Pick<Context, 'format' | 'source' | 'theme'>,
): Sheet {
  return format.format.count.bodyOn === 'html_source'
    ? htmlSheet(format.format.markup, source.images, theme)
    : plainSheet(draft.lines);
}
