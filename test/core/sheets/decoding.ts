import type { Decode } from '../../../src/core/text/encoding';

/** Strict decoding as the platform does it, without its byte order mark. */
export const decode: Decode = (bytes, encoding) => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
};

let table: ReadonlyMap<string, readonly number[]> | null = null;

/** Text as GB18030, by turning the platform's decoder around: two-byte forms, and four-byte ones for what has none. */
export function gb18030(text: string): Uint8Array {
  table ??= turnedAround();
  const bytes: number[] = [];
  for (const char of text) {
    const code = char.codePointAt(0) as number;
    const known = code < 0x80 ? [code] : table.get(char);
    if (known === undefined) throw new Error(`no GB18030 form known for ${char}`);
    bytes.push(...known);
  }
  return Uint8Array.from(bytes);
}

function turnedAround(): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, readonly number[]>();
  const decoder = new TextDecoder('gb18030');
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if ([...text].length === 1 && text !== '\ufffd' && !found.has(text)) found.set(text, [lead, trail]);
    }
  for (let second = 0x30; second <= 0x39; second += 1)
    for (let third = 0x81; third <= 0xfe; third += 1)
      for (let fourth = 0x30; fourth <= 0x39; fourth += 1) {
        const bytes = [0x94, second, third, fourth];
        const text = decoder.decode(Uint8Array.from(bytes));
        if ([...text].length === 1 && text !== '\ufffd') found.set(text, bytes);
      }
  return found;
}

export function utf16(text: string, order: 'le' | 'be', mark: boolean): Uint8Array {
  const whole = (mark ? '\ufeff' : '') + text;
  const bytes = new Uint8Array(whole.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < whole.length; at += 1) view.setUint16(at * 2, whole.charCodeAt(at), order === 'le');
  return bytes;
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
