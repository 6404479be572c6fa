import type { Json } from '../../model/json';
import { limits } from './limits';
import { decodeUtf8 } from './utf8';

/**
 * Parses JSON that a stranger may have made. Depth, length of strings and broken characters are found in the bytes,
 * before a value exists: `JSON.parse` takes a million levels, but the first clone of the result would not.
 *
 * @returns the value, or where reading ended, as a byte offset for the message.
 */
export function readJson(bytes: Uint8Array): { readonly value: Json } | { readonly fault: string } {
  const fault = scan(bytes);
  if (fault !== null) return { fault: `byte ${fault}` };
  const text = decodeUtf8(bytes);
  if (text === null) return { fault: 'UTF-8' };
  try {
    return { value: JSON.parse(text) as Json };
  } catch (error) {
    if (error instanceof SyntaxError) return { fault: error.message.slice(0, 120) };
    throw error;
  }
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN = new Set([0x5b, 0x7b]);
const CLOSE = new Set([0x5d, 0x7d]);

/** The offset of the first thing over a limit, or of a `\u` escape that is half a character; null when all is well. */
function scan(bytes: Uint8Array): number | null {
  let depth = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] as number;
    if (byte === QUOTE) {
      const end = endOfString(bytes, at + 1);
      if (end === null) return at;
      at = end;
    } else if (OPEN.has(byte)) {
      depth += 1;
      if (depth > limits.jsonDepth) return at;
    } else if (CLOSE.has(byte)) depth -= 1;
  }
  return null;
}

/** Where the closing quote stands; null when there is none, the string is too long, or half a character is escaped. */
function endOfString(bytes: Uint8Array, start: number): number | null {
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
