import { describe, expect, test } from 'vitest';
import { mediaFacts } from '../../../src/core/media/mediaHeader';

const facts = (file: Uint8Array) =>
  mediaFacts({ size: file.length, at: (from, length) => file.subarray(from, from + length) });

/** Frames of 128 kbit/s at 44.1 kHz, MPEG-1 layer III: 417 bytes and 1,152 samples each (ISO/IEC 11172-3). */
const frame = (rate = 0x90, second = 0xfb, fourth = 0x00): Buffer => {
  const bytes = Buffer.alloc(417);
  bytes.set([0xff, second, rate, fourth]);
  return bytes;
};
const id3 = (body: number): Buffer => {
  const tag = Buffer.alloc(10 + body);
  tag.write('ID3\x03\0\0', 0, 'latin1');
  for (let index = 0; index < 4; index += 1) tag[6 + index] = (body >> (21 - 7 * index)) & 0x7f;
  return tag;
};
/** The first frame of a file of varying rate says how many follow (Xing, in place of the side information). */
const counted = (frames: number, mark = 'Xing'): Buffer => {
  const bytes = frame();
  bytes.write(mark, 36, 'latin1');
  bytes.writeUInt32BE(1, 40);
  bytes.writeUInt32BE(frames, 44);
  return bytes;
};

describe('the length of an MP3', () => {
  test.each([
    ['by its size, where every frame has one rate', Buffer.concat(Array.from({ length: 1_000 }, () => frame())), 27],
    [
      'behind a tag with a large picture in it',
      Buffer.concat([id3(300_000), ...Array.from({ length: 1_000 }, () => frame())]),
      27,
    ],
    ['by its own count, where rates vary', Buffer.concat([counted(4_000), frame(), frame()]), 105],
    ['by the count of an encoder of one rate', Buffer.concat([counted(4_000, 'Info'), frame()]), 105],
    [
      'in mono, whose count stands elsewhere',
      (() => {
        const bytes = frame(0x90, 0xfb, 0xc0);
        bytes.write('Xing', 21, 'latin1');
        bytes.writeUInt32BE(1, 25);
        bytes.writeUInt32BE(400, 29);
        return Buffer.concat([bytes, frame(0x90, 0xfb, 0xc0)]);
      })(),
      11,
    ],
  ])('is read %s', (_case, file, seconds) => {
    expect(facts(new Uint8Array(file))).toEqual({
      ok: true,
      value: { kind: 'audio', mime: 'audio/mpeg', width: 0, height: 0, seconds },
    });
  });

  test('is not made up for what is no frame: a forbidden rate, another layer, a tag with nothing behind it', () => {
    for (const file of [frame(0xf0), frame(0x00), frame(0x90, 0xff), id3(20), Buffer.from('ID3')])
      expect(facts(new Uint8Array(file)).ok).toBe(false);
  });
});

/** One EBML element: id, length in eight bytes, body (RFC 8794). */
const element = (id: number, ...inside: readonly Uint8Array[]): Buffer => {
  const body = Buffer.concat(inside);
  const name = Buffer.from(id.toString(16).padStart(2, '0'), 'hex');
  const size = Buffer.alloc(8);
  size.writeBigUInt64BE(BigInt(body.length));
  size[0] = 0x01;
  return Buffer.concat([name, size, body]);
};
const unsigned = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};
const float = (value: number, bytes: 4 | 8): Buffer => {
  const buffer = Buffer.alloc(bytes);
  if (bytes === 4) buffer.writeFloatBE(value);
  else buffer.writeDoubleBE(value);
  return buffer;
};
const webm = (info: readonly Uint8Array[], tracks: readonly Uint8Array[]): Uint8Array =>
  new Uint8Array(
    Buffer.concat([
      element(0x1a45dfa3, element(0x4282, Buffer.from('webm'))),
      element(
        0x18538067,
        element(0x1549a966, ...info),
        element(0x1654ae6b, element(0xae, ...tracks)),
        element(0x1f43b675, Buffer.alloc(900)),
      ),
    ]),
  );
const video = element(0xe0, element(0xb0, unsigned(1080)), element(0xba, unsigned(1920)));

describe('the length of a WebM', () => {
  test.each([
    ['in thousandths of a second', [element(0x2ad7b1, unsigned(1_000_000)), element(0x4489, float(12_500, 8))], 13],
    ['as a short number', [element(0x4489, float(8_000, 4))], 8],
    ['in another unit', [element(0x2ad7b1, unsigned(100_000)), element(0x4489, float(600_000, 8))], 60],
    ['as nought where a recorder never wrote it', [element(0x2ad7b1, unsigned(1_000_000))], 0],
    ['as nought where it is no number', [element(0x4489, float(Number.NaN, 8))], 0],
  ])('is read %s', (_case, info, seconds) => {
    expect(facts(webm(info, [video]))).toEqual({
      ok: true,
      value: { kind: 'video', mime: 'video/webm', width: 1080, height: 1920, seconds },
    });
  });

  test('of any file cut anywhere is answered or refused, never read beyond its end', () => {
    const file = webm([element(0x4489, float(8_000, 4))], [video]);
    for (let length = 1; length < file.length; length += 3) {
      const found = facts(file.subarray(0, length));
      if (found.ok) expect(found.value.seconds).toBeLessThanOrEqual(8);
    }
  });
});
