const MINUS = 0x2d;
const IN_NUMBER = Uint8Array.from({ length: 256 }, (_, byte) =>
  '+-.0123456789Ee'.includes(String.fromCharCode(byte)) ? 1 : 0,
);
const WHOLE = /^(?:0|-?[1-9][0-9]*)$/;
/** Digits of 2^53-1, and a sign. */
const LONGEST = 17;

/** Whether a byte outside of strings can begin a number. */
export const maybeNumber = (byte: number): boolean => byte === MINUS || (byte >= 0x30 && byte <= 0x39);

export function endOfNumber(bytes: Uint8Array, start: number): number {
  let at = start;
  while (at < bytes.length && IN_NUMBER[bytes[at] as number] === 1) at += 1;
  return at;
}

/**
 * Whether a number is the same on every machine: no fraction, power or minus zero, and not more than 2^53-1. Plans hold
 * figures as whole numbers or as text. Asked of the bytes, because a parsed value no longer shows how it was written.
 */
export function isWholeNumber(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start > LONGEST) return false;
  const written = String.fromCharCode(...bytes.subarray(start, end));
  return WHOLE.test(written) && Number.isSafeInteger(Number(written));
}
