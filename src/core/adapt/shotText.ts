import type { Shot } from './types';

/**
 * A script as text that a person edits: one shot a line, `seconds | picture | voice | caption`. The voice may hold
 * anything but a line end; a bar inside a field is written `\|`.
 */
export const printShots = (script: readonly Shot[]): string =>
  script
    .map(({ seconds, picture, voice, caption }) =>
      [String(seconds), picture, voice, caption].map(escapeBar).join(' | '),
    )
    .join('\n');

/** Reads that form; a line without bars is the voice of a shot whose other fields are empty. */
export function parseShots(text: string): readonly Shot[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const fields = line.split(/(?<!\\)\|/).map((field) => field.trim().replace(/\\\|/g, '|'));
      if (fields.length === 1) return { seconds: 0, picture: '', voice: fields[0] ?? '', caption: '' };
      const seconds = Number.parseInt(fields[0] ?? '', 10);
      return {
        seconds: Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, MAX_SECONDS) : 0,
        picture: fields[1] ?? '',
        voice: fields[2] ?? '',
        caption: fields.slice(3).join(' | '),
      };
    });
}

const MAX_SECONDS = 86_400;
const escapeBar = (field: string): string => field.replace(/\s*\n\s*/g, ' ').replace(/\|/g, '\\|');
