import { damaged } from './fault';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const MINUS = 0x2d;
const IN_NUMBER = new Set([...'+-.0123456789Ee'].map((sign) => sign.charCodeAt(0)));
const WHOLE = /^(?:0|-?[1-9][0-9]*)$/;
/** Digits of 2^53-1, and a sign. */
const LONGEST = 17;

/**
 * Ends reading at a number that is not the same on every machine: a fraction, a power, minus zero, or more than 2^53-1.
 * Plans hold figures as whole numbers or as text. Asked of JSON that has been parsed, in its bytes, because a parsed value
 * no longer shows how it was written.
 */
export function requireWholeNumbers(bytes: Uint8Array, path: string): void {
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] as number;
    if (byte === QUOTE) at = endOfString(bytes, at + 1);
    else if (byte === MINUS || (byte >= 0x30 && byte <= 0x39)) {
      const end = endOfNumber(bytes, at);
      if (end - at > LONGEST || !isWhole(String.fromCharCode(...bytes.subarray(at, end))))
        damaged(`${path}, byte ${at}`);
      at = end - 1;
    }
  }
}

const isWhole = (written: string): boolean => WHOLE.test(written) && Number.isSafeInteger(Number(written));

function endOfNumber(bytes: Uint8Array, start: number): number {
  let at = start;
  while (at < bytes.length && IN_NUMBER.has(bytes[at] as number)) at += 1;
  return at;
}

function endOfString(bytes: Uint8Array, start: number): number {
  let at = start;
  while (bytes[at] !== QUOTE) at += bytes[at] === BACKSLASH ? 2 : 1;
  return at;
}
