import type { Lang } from '../model/records';
import type { FormatPack } from '../platforms/pack';
import { secondsToSay } from './speech';
import { subtitleLines } from './subtitleLines';
import type { Shot } from './types';

/**
 * SubRip subtitles of a script: as many lines a cue as the format shows at a time, one where it does not say, timed by
 * how long each cue takes to say within its shot.
 */
export function srtOf(script: readonly Shot[], lang: Lang, rules?: FormatPack['subtitles']): string {
  const cues: string[] = [];
  let start = 0;
  for (const shot of script) {
    const lines = together(subtitleLines(shot.voice, lang, rules?.lineWidth), rules?.lines ?? 1);
    const lengths = lines.map((line) => Math.max(secondsToSay(line), MIN_SHARE));
    const sum = lengths.reduce((all, length) => all + length, 0);
    let at = start;
    for (const [index, line] of lines.entries()) {
      const last = index === lines.length - 1;
      const end = last
        ? start + shot.seconds * 1000
        : at + Math.floor((shot.seconds * 1000 * (lengths[index] ?? 0)) / sum);
      cues.push(`${cues.length + 1}\n${clock(at)} --> ${clock(end)}\n${line}\n`);
      at = end;
    }
    start += shot.seconds * 1000;
  }
  return cues.join('\n');
}

const together = (lines: readonly string[], count: number): readonly string[] =>
  lines.flatMap((_, index) => (index % count === 0 ? [lines.slice(index, index + count).join('\n')] : []));

/** A line of signs only still shows for a moment. */
const MIN_SHARE = 0.3;

const clock = (millis: number): string => {
  const two = (value: number) => String(value).padStart(2, '0');
  const seconds = Math.floor(millis / 1000);
  const rest = String(millis % 1000).padStart(3, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)},${rest}`;
};
