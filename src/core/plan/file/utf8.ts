import { strFromU8, strToU8 } from 'fflate';

export const encodeUtf8 = (text: string): Uint8Array => strToU8(text);

/** Text of strictly valid UTF-8; null for overlong forms, surrogates, cut sequences and everything past U+10FFFF. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  return isUtf8(bytes) ? strFromU8(bytes) : null;
}

/** As RFC 3629 section 4 lists the legal byte sequences. */
export function isUtf8(bytes: Uint8Array): boolean {
  let at = 0;
  while (at < bytes.length) {
    const first = bytes[at] as number;
    if (first < 0x80) {
      at += 1;
      continue;
    }
    const more =
      first >= 0xc2 && first <= 0xdf ? 1 : first >= 0xe0 && first <= 0xef ? 2 : first >= 0xf0 && first <= 0xf4 ? 3 : 0;
    if (more === 0 || at + more >= bytes.length) return false;
    const second = bytes[at + 1] as number;
    const low = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
    const high = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
    if (second < low || second > high) return false;
    for (let step = 2; step <= more; step += 1) if (((bytes[at + step] ?? 0) & 0xc0) !== 0x80) return false;
    at += more + 1;
  }
  return true;
}
