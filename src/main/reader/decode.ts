import { refuse } from '../../core/result';
import { type Decode, type DecodedText, decodeText, type Encoding } from '../../core/text/encoding';

/** Strict decoding by Node's own tables; null where the bytes are not valid. */
export const decode: Decode = (bytes, encoding) => {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
};

/** The text of a file, or the sentence why there is none. A file with NUL in it is no text. */
export function textOf(bytes: Uint8Array, file: string, asked: Encoding | null = null): DecodedText {
  if (bytes.length === 0) refuse('file_empty', { file });
  const decoded = decodeText(bytes, decode, asked) ?? refuse('file_not_text', { file });
  if (decoded.text.includes('\0')) refuse('file_not_text', { file });
  if (decoded.text.trim() === '') refuse('file_empty', { file });
  return decoded;
}

/** The encoding a page names in its head; null when it names none, or one we do not read by name. */
export function encodingOfPage(bytes: Uint8Array): Encoding | null {
  const head = Buffer.from(bytes.subarray(0, 2_048)).toString('latin1');
  const name = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]?.toLowerCase() ?? '';
  if (/^(gb2312|gbk|gb18030|x-gbk)$/.test(name)) return 'gb18030';
  return /^utf-?8$/.test(name) ? 'utf-8' : null;
}

/**
 * Whether a guess at GB18030 looks like Chinese: most of its pairs are the everyday characters of GB 2312's first level
 * (lead bytes B0 to D7), which stray bytes of another encoding hit by chance only.
 */
export function looksChinese(bytes: Uint8Array): boolean {
  let pairs = 0;
  let everyday = 0;
  for (let at = 0; at + 1 < bytes.length; at += 1) {
    const [lead = 0, trail = 0] = [bytes[at], bytes[at + 1]];
    if (lead < 0x81) continue;
    pairs += 1;
    // Punctuation of GB 2312 stands under A1 to A3.
    if (((lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa3)) && trail >= 0xa1) everyday += 1;
    at += 1;
  }
  return pairs > 0 && everyday / pairs > 0.7;
}
