import type { FormatPack } from '../platforms/pack';
import type { Script } from './shots';
import type { Chapter } from './types';

/**
 * Chapters of a film: one per heading, at the second its first shot begins. What comes before the first heading is
 * under the opening's own name. A chapter shorter than the platform takes goes into the one before it, the first
 * into the next; too few are none.
 */
export function chaptersOf(
  { shots, headings }: Pick<Script, 'shots' | 'headings'>,
  opening: string,
  rules: NonNullable<FormatPack['chapters']>,
): readonly Chapter[] {
  const all: Chapter[] = [];
  let at = 0;
  for (const [index, shot] of shots.entries()) {
    const title = oneLine(headings[index] ?? '') || oneLine(opening);
    if (index === 0 || title !== all.at(-1)?.title) all.push({ at, title });
    at += shot.seconds;
  }
  const kept = merged(all, at, rules);
  return kept.length < Math.max(rules.min, 2) || kept.some(({ title }) => title === '') ? [] : kept;
}

/** A doubled length for each, until they are few enough. */
function merged(
  all: readonly Chapter[],
  end: number,
  { minSeconds, max = Number.POSITIVE_INFINITY }: NonNullable<FormatPack['chapters']>,
): readonly Chapter[] {
  for (let least = Math.max(1, minSeconds); ; least *= 2) {
    const kept: Chapter[] = [];
    for (const [index, { at, title }] of all.entries()) {
      const isLong = (all[index + 1]?.at ?? end) - at >= least;
      if (isLong || (kept.length === 0 && index === all.length - 1))
        kept.push({ at: kept.length === 0 ? 0 : at, title });
    }
    if (kept.length <= Math.max(1, max)) return kept;
  }
}

/** `0:00 出发`, one a line: as descriptions take them and people edit them. */
export const printChapters = (chapters: readonly Chapter[]): string =>
  chapters.map(({ at, title }) => `${stamp(at)} ${oneLine(title)}`.trimEnd()).join('\n');

/** Reads that form. A line without a time is a chapter at the time of the one before it: nothing is lost. */
export function parseChapters(text: string): readonly Chapter[] {
  const found: Chapter[] = [];
  for (const line of text.split('\n').map(oneLine)) {
    if (line === '') continue;
    const [, time, title = ''] = /^((?:\d{1,4}:)?\d{1,4}:\d{2})(?:\s+(.*))?$/.exec(line) ?? [];
    const at =
      time === undefined ? (found.at(-1)?.at ?? 0) : time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
    found.push({ at, title: time === undefined ? line : title });
  }
  return found;
}

/** `0:05`, `1:02:05`. */
export function stamp(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
