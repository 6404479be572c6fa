import type { Json } from '../../model/json';
import { type ByteWork, plainWork } from './byteWork';
import { limits } from './limits';
import { endOfNumber, isWholeNumber, maybeNumber } from './numbers';

/** `odd`: the byte at which the first number stands that is not the same on every machine (`numbers.ts`); null for none. */
export type ReadJson = { readonly value: Json; readonly odd: number | null } | { readonly fault: string };

/**
 * Parses JSON that a stranger may have made. Depth, length of strings and broken characters are found in the bytes,
 * before a value exists: `JSON.parse` takes a million levels, but the first clone of the result would not.
 *
 * @returns the value, or where reading ended, as a byte offset for the message.
 */
export function readJson(bytes: Uint8Array, work: ByteWork = plainWork): ReadJson {
  const { fault, odd } = scan(bytes);
  if (fault !== null) return { fault: `byte ${fault}` };
  const text = work.text(bytes);
  if (text === null) return { fault: 'UTF-8' };
  try {
    return { value: JSON.parse(text) as Json, odd };
  } catch (error) {
    if (error instanceof SyntaxError) return { fault: error.message.slice(0, 120) };
    throw error;
  }
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** What a byte outside of strings begins: nothing of interest, a string, a level, the end of one, a number. */
const KINDS = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte === QUOTE) return 1;
  if (byte === 0x5b || byte === 0x7b) return 2;
  if (byte === 0x5d || byte === 0x7d) return 3;
  return maybeNumber(byte) ? 4 : 0;
});

/** `fault`: the offset of the first thing over a limit, or of a `\u` escape that is half a character; null when all is well. */
function scan(bytes: Uint8Array): { readonly fault: number | null; readonly odd: number | null } {
  let depth = 0;
  let odd: number | null = null;
  for (let at = 0; at < bytes.length; at += 1) {
    const kind = KINDS[bytes[at] as number];
    if (kind === 0) continue;
    if (kind === 1) {
      const end = endOfString(bytes, at + 1);
      if (end === null) return { fault: at, odd };
      at = end;
    } else if (kind === 2) {
      depth += 1;
      if (depth > limits.jsonDepth) return { fault: at, odd };
    } else if (kind === 3) depth -= 1;
    else {
      const end = endOfNumber(bytes, at);
      if (odd === null && !isWholeNumber(bytes, at, end)) odd = at;
      at = end - 1;
    }
  }
  return { fault: null, odd };
}

/** Where the closing quote stands; null when there is none, the string is too long, or half a character is escaped. */
function endOfString(bytes: Uint8Array, start: number): number | null {
  let at = start;
  // Most strings hold no escape, and no more bytes than they may have characters.
  for (; at < bytes.length; at += 1) {
    const byte = bytes[at] as number;
    if (byte === QUOTE) return at - start <= limits.stringLength ? at : endOfAny(bytes, start);
    if (byte === BACKSLASH) return endOfAny(bytes, start);
  }
  return null;
}

/** The same of any string: its characters are counted, its escapes looked at. */
function endOfAny(bytes: Uint8Array, start: number): number | null {
  let units = 0;
  for (let at = start; at < bytes.length; at += 1) {
    const byte = bytes[at] as number;
    if (byte === QUOTE) return at;
    if (byte === BACKSLASH) {
      const unit = escapedUnit(bytes, at);
      if (unit === null) at += 1;
      else {
        at += 5;
        if (unit >= 0xdc00 && unit <= 0xdfff) return null;
        if (unit >= 0xd800 && unit <= 0xdbff) {
          const low = escapedUnit(bytes, at + 1);
          if (low === null || low < 0xdc00 || low > 0xdfff) return null;
          at += 6;
          units += 1;
        }
      }
      units += 1;
    } else if ((byte & 0xc0) !== 0x80) units += byte >= 0xf0 ? 2 : 1;
    if (units > limits.stringLength) return null;
  }
  return null;
}

/** The code unit of a `\uXXXX` escape at `at`; null when there is another escape or none. */
function escapedUnit(bytes: Uint8Array, at: number): number | null {
  if (bytes[at] !== BACKSLASH || bytes[at + 1] !== 0x75) return null;
  const digits = String.fromCharCode(...bytes.subarray(at + 2, at + 6));
  return /^[0-9a-fA-F]{4}$/.test(digits) ? Number.parseInt(digits, 16) : null;
}
