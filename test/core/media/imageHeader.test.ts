import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { imageFacts } from '../../../src/core/media/imageHeader';

const bytes = (...parts: readonly (readonly number[] | string)[]): Uint8Array =>
  new Uint8Array(
    parts.flatMap((part) => (typeof part === 'string' ? [...part].map((char) => char.charCodeAt(0)) : [...part])),
  );

const png = bytes(
  [0x89],
  'PNG\r\n',
  [0x1a],
  '\n',
  [0, 0, 0, 13],
  'IHDR',
  [0, 0, 4, 176],
  [0, 0, 3, 32],
  [8, 6, 0, 0, 0],
);
const gif = bytes('GIF89a', [0x40, 0x01, 0xf0, 0x00], [0, 0, 0]);
const frame = [0xff, 0xc0, 0, 17, 8, 0x03, 0x20, 0x04, 0xb0, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1];
const jpeg = bytes([0xff, 0xd8, 0xff, 0xe0, 0, 16], 'JFIF\0', [1, 1, 0, 0, 1, 0, 1, 0, 0], frame);
const exif = (orientation: number) => [
  0xff,
  0xe1,
  0,
  34,
  0x45,
  0x78,
  0x69,
  0x66,
  0,
  0,
  0x4d,
  0x4d,
  0,
  42,
  0,
  0,
  0,
  8,
  0,
  1,
  0x01,
  0x12,
  0,
  3,
  0,
  0,
  0,
  1,
  0,
  orientation,
  0,
  0,
  0,
  0,
  0,
  0,
];
const webp = (kind: string, rest: readonly number[]) =>
  bytes('RIFF', [0, 0, 0, 0], 'WEBP', kind, [0, 0, 0, 0], rest, [0, 0, 0, 0, 0, 0, 0, 0]);

describe('The header of a picture', () => {
  test.each([
    ['PNG', png, { mime: 'image/png', width: 1200, height: 800 }],
    ['GIF', gif, { mime: 'image/gif', width: 320, height: 240 }],
    ['JPEG', jpeg, { mime: 'image/jpeg', width: 1200, height: 800 }],
    ['JPEG lying on its side', bytes([0xff, 0xd8], exif(6), frame), { mime: 'image/jpeg', width: 800, height: 1200 }],
    ['JPEG standing upright', bytes([0xff, 0xd8], exif(1), frame), { mime: 'image/jpeg', width: 1200, height: 800 }],
    [
      'WebP with a canvas',
      webp('VP8X', [0, 0, 0, 0, 0xaf, 4, 0, 0x1f, 3, 0]),
      { mime: 'image/webp', width: 1200, height: 800 },
    ],
    ['lossless WebP', webp('VP8L', [0x2f, 0xaf, 0xc4, 0xc7, 0x00]), { mime: 'image/webp', width: 1200, height: 800 }],
    [
      'lossy WebP',
      webp('VP8 ', [0, 0, 0, 0x9d, 0x01, 0x2a, 0xb0, 4, 0x20, 3]),
      { mime: 'image/webp', width: 1200, height: 800 },
    ],
  ])('tells type and size of a %s', (_name, file, facts) => {
    expect(imageFacts(file)).toEqual(facts);
    expect(imageFacts(new Uint8Array([1, 2, ...file]).subarray(2)), 'inside a larger buffer').toEqual(facts);
  });

  test('is refused when the file is something else, or ends too early', () => {
    expect(imageFacts(bytes('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBeNull();
    expect(imageFacts(new Uint8Array())).toBeNull();
    for (const file of [png, gif, jpeg])
      for (let length = 0; length < 9; length += 1) expect(imageFacts(file.subarray(0, length))).toBeNull();
    expect(imageFacts(bytes([0xff, 0xd8], exif(6)))).toBeNull();
  });

  test('never throws, whatever the bytes, also when they begin like a picture', () => {
    const start = fc.constantFrom(png, gif, jpeg, bytes([0xff, 0xd8], exif(6)), webp('VP8X', [0]));
    fc.assert(
      fc.property(start, fc.nat(40), fc.uint8Array({ maxLength: 200 }), (file, cut, noise) => {
        const facts = imageFacts(new Uint8Array([...file.subarray(0, cut), ...noise]));
        expect(facts === null || (facts.width > 0 && facts.height > 0)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
