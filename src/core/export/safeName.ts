import { isDeviceName, pathKey } from '../plan/file/paths';
import { graphemes } from '../text/grapheme';
import { utf8Length } from '../text/length';

/** Longest name of one file or folder, in bytes of UTF-8: room for an extension, a number, and the folders around it. */
export const NAME_BYTES = 100;

/**
 * A name for one file or folder made of anything a person wrote: allowed on Windows, macOS and Linux, never hidden,
 * never a device, never longer than `maxBytes`, cut between characters as people see them.
 *
 * @returns at least one character; `fallback` where nothing is left.
 */
export function safeName(text: string, maxBytes = NAME_BYTES, fallback = 'untitled'): string {
  const cleaned = text
    .toWellFormed()
    .normalize('NFC')
    .replace(BREAKS, ' ')
    .replace(FORBIDDEN, '-')
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .replace(/ +/g, ' ')
    .replace(BAD_START, '');
  const cut = firstBytes(cleaned, maxBytes).replace(BAD_END, '');
  if (cut === '') return fallback;
  return isDeviceName(cut) ? firstBytes(`_${cut}`, maxBytes).replace(BAD_END, '') : cut;
}

/**
 * Gives names out once: what is the same file on some system (case, composed and decomposed characters) gets a
 * number. The order of asking decides, so callers ask in a fixed order.
 */
export function nameGiver(): (name: string, extension?: string) => string {
  const given = new Set<string>();
  return (name, extension = '') => {
    for (let number = 1; ; number += 1) {
      const candidate = `${number === 1 ? name : `${name} (${number})`}${extension}`;
      if (given.has(pathKey(candidate))) continue;
      given.add(pathKey(candidate));
      return candidate;
    }
  };
}

const BREAKS = /[\s\p{Zl}\p{Zp}\p{Zs}]+/gu;
/** What Windows forbids, and the marks shells and web servers read as more than letters. */
const FORBIDDEN = /[\\/:*?"<>|%]+/g;
/**
 * Controls, direction marks, private and unassigned characters; the joiner inside emoji stays. Variation selectors are
 * no part of this: they belong to the character before.
 */
const INVISIBLE = /(?!\u200d)\p{C}|[\u200b\u2060\ufeff]/gu;
/** A leading dot hides a file, a hyphen reads as an option, a tilde as a home. */
const BAD_START = /^(?:[ .~-]|\u200d)+/u;
const BAD_END = /(?:[ .]|\u200d)+$/u;

/** The longest beginning of at most `bytes` bytes that ends between graphemes. */
function firstBytes(text: string, bytes: number): string {
  if (utf8Length(text) <= bytes) return text;
  let kept = '';
  let used = 0;
  for (const grapheme of graphemes(text)) {
    used += utf8Length(grapheme);
    if (used > bytes) break;
    kept += grapheme;
  }
  return kept;
}
