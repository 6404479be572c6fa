import { isUtf8 } from '../plan/file/utf8';
import type { Encoding } from './encodings';

export { type Encoding, encodings } from './encodings';

/**
 * Strict decoding, lent by the runtime: the text without its byte order mark, or null where the bytes are not valid.
 * With the platform's decoder: `new TextDecoder(encoding, { fatal: true })`, a `TypeError` answered by null.
 */
export type Decode = (bytes: Uint8Array, encoding: Encoding) => string | null;

export type DecodedText = {
  readonly text: string;
  readonly encoding: Encoding;
  /** Told from the bytes alone: to be shown, so that garbled text is seen before it is taken. */
  readonly guessed: boolean;
};

/** How a file's bytes became text: what was taken, whether it was a guess, and whether the user said so. */
export type TextRead = { readonly encoding: Encoding; readonly guessed: boolean; readonly chosen: boolean };

/**
 * Text of a file of unknown encoding; null when it is valid in none. `asked` is the user's word against a guess: then
 * only that encoding is tried.
 */
export function decodeText(bytes: Uint8Array, decode: Decode, asked: Encoding | null = null): DecodedText | null {
  const marked = markedEncoding(bytes);
  const encoding = asked ?? marked ?? likelyEncoding(bytes);
  const text = decode(bytes, encoding);
  if (text === null) return null;
  // Only ASCII is the same text in UTF-8 and GB18030; any other valid UTF-8 is no accident.
  return { text: withoutMark(text), encoding, guessed: asked === null && marked === null && encoding !== 'utf-8' };
}

const withoutMark = (text: string): string => (text.startsWith('\ufeff') ? text.slice(1) : text);

function markedEncoding(bytes: Uint8Array): Encoding | null {
  const [first, second, third, fourth] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0x84 && second === 0x31 && third === 0x95 && fourth === 0x33 ? 'gb18030' : null;
}

/** Bytes of the file's beginning that are looked at for the zeros of UTF-16. */
const LOOK = 64 * 1024;
/** In UTF-16, digits, commas and line ends leave a zero on one side of the pair; a lone NUL in UTF-8 is rarer. */
const ZERO_SHARE = 1 / 50;

function likelyEncoding(bytes: Uint8Array): Encoding {
  const end = Math.min(bytes.length & ~1, LOOK);
  const zeros = [0, 0];
  for (let at = 0; at < end; at += 1) if (bytes[at] === 0) zeros[at & 1] = (zeros[at & 1] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (
    bytes.length % 2 === 0 &&
    Math.max(even, odd) > end * ZERO_SHARE &&
    Math.min(even, odd) * 10 < Math.max(even, odd)
  )
    return odd > even ? 'utf-16le' : 'utf-16be';
  return isUtf8(bytes) ? 'utf-8' : 'gb18030';
}
