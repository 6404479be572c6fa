import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { withoutPrivateParts } from '../../../src/core/media/privateParts/withoutPrivateParts';
import { pictureStudio, type Studio, withExif } from './pictures';

/** Real files of a real encoder, each with a place, a camera and a few words put in the ways its kind has for them. */
const SECRET = 'Geheimcam 31.2304N';
let studio: Studio;
beforeAll(async () => {
  studio = await pictureStudio();
});

const sound = (name: string, format: string, settings = {}): Buffer =>
  readFileSync(studio.picture(name, { width: 160, height: 80, format, settings }));
const pixels = (bytes: Uint8Array): string => {
  const image = studio.vips.Image.newFromBuffer(bytes, '', { n: -1 } as object);
  return Buffer.from(image.writeToMemory()).toString('base64');
};
const still = (bytes: Uint8Array): string => {
  const image = studio.vips.Image.newFromBuffer(bytes);
  return Buffer.from(image.writeToMemory()).toString('base64');
};

const segment = (marker: number, body: Uint8Array): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
};
const pngChunk = (type: string, body: Uint8Array): Buffer => {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length, 0);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body, Buffer.alloc(4)]);
};
const riffChunk = (type: string, body: Uint8Array): Buffer => {
  const head = Buffer.alloc(8);
  head.write(type, 0, 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body, Buffer.alloc(body.length & 1)]);
};
const words = Buffer.from(SECRET);

function dirty(kind: 'jpg' | 'progressive' | 'png' | 'gif' | 'webp'): { clean: Buffer; bytes: Buffer } {
  if (kind === 'jpg' || kind === 'progressive') {
    const clean = sound(`p-${kind}.jpg`, '.jpg', { keep: 'none', interlace: kind === 'progressive' });
    const xmp = segment(0xe1, Buffer.concat([Buffer.from('http://ns.adobe.com/xap/1.0/\0'), words]));
    const more = [
      xmp,
      segment(0xed, words),
      segment(0xfe, words),
      segment(0xe2, Buffer.concat([Buffer.from('MPF\0'), words])),
    ];
    const exif = withExif(Buffer.concat([clean.subarray(0, 2), ...more, clean.subarray(2)]), 1);
    // The film of a moving photo lies behind the picture.
    return { clean, bytes: Buffer.concat([exif, Buffer.from('\0\0\0\x18ftypmp42'), words]) };
  }
  if (kind === 'png') {
    const clean = sound('p.png', '.png', { keep: 'none' });
    const more = [pngChunk('tEXt', words), pngChunk('iTXt', words), pngChunk('eXIf', words), pngChunk('prVt', words)];
    return { clean, bytes: Buffer.concat([clean.subarray(0, 33), ...more, clean.subarray(33), words]) };
  }
  if (kind === 'gif') {
    const frames = studio.vips.Image.arrayjoin(
      [0, 120, 240].map((grey) => studio.vips.Image.black(40, 20, { bands: 3 }).add(grey).cast('uchar')),
      { across: 1 },
    ).copy({ interpretation: 'srgb' });
    frames.setInt('page-height', 20);
    const clean = Buffer.from(frames.writeToBuffer('.gif'));
    const sub = Buffer.concat([Buffer.from([words.length]), words, Buffer.from([0])]);
    const comment = Buffer.concat([Buffer.from([0x21, 0xfe]), sub]);
    const xmp = Buffer.concat([Buffer.from([0x21, 0xff, 11]), Buffer.from('XMP DataXMP'), sub]);
    const body = clean.length - 1;
    return { clean, bytes: Buffer.concat([clean.subarray(0, body), comment, xmp, clean.subarray(body), words]) };
  }
  const flat = sound('p.webp', '.webp', { keep: 'none' });
  const vp8x = Buffer.alloc(10);
  vp8x.writeUInt8(0x08 | 0x04, 0);
  vp8x.writeUIntLE(159, 4, 3);
  vp8x.writeUIntLE(79, 7, 3);
  const chunks = (flags: number, ...more: readonly Buffer[]): Buffer => {
    const head = Buffer.from(vp8x);
    head.writeUInt8(flags, 0);
    const inside = Buffer.concat([Buffer.from('WEBP'), riffChunk('VP8X', head), flat.subarray(12), ...more]);
    return riffChunk('RIFF', inside);
  };
  return {
    clean: chunks(0),
    bytes: Buffer.concat([chunks(0x0c, riffChunk('EXIF', words), riffChunk('XMP ', words)), words]),
  };
}

describe('what a picture tells about its maker', () => {
  test.each(['jpg', 'progressive', 'png', 'gif', 'webp'] as const)(
    'is taken out of a real %s file, and not a pixel changes',
    (kind) => {
      const { clean, bytes } = dirty(kind);
      expect(bytes.includes('Geheimcam')).toBe(true);
      const before = Buffer.from(bytes);
      const out = withoutPrivateParts(bytes);
      expect(bytes.equals(before)).toBe(true);
      expect(Buffer.from(out).includes('Geheimcam')).toBe(false);
      expect(Buffer.from(out).equals(clean)).toBe(true);
      expect(kind === 'gif' ? pixels(out) : still(out)).toBe(kind === 'gif' ? pixels(clean) : still(clean));
      expect(withoutPrivateParts(out)).toBe(out);
    },
  );

  test.each([2, 3, 4, 5, 6, 7, 8])('goes, and the picture still stands as the camera was held (%i)', (orientation) => {
    const jpeg = sound(`o-${orientation}.jpg`, '.jpg', { Q: 95 });
    const out = withoutPrivateParts(new Uint8Array(withExif(jpeg, orientation)));
    expect(Buffer.from(out).includes('Geheimcam')).toBe(false);
    const shown = (bytes: Uint8Array) => {
      const upright = studio.vips.Image.newFromBuffer(bytes).autorot();
      return [upright.width, upright.height, Buffer.from(upright.writeToMemory()).toString('base64')];
    };
    expect(shown(out)).toEqual(shown(withExif(jpeg, orientation)));
    expect(withoutPrivateParts(out)).toBe(out);
    const fields = [...studio.vips.Image.newFromBuffer(out).getFields()].filter((name) => name.startsWith('exif-ifd'));
    expect(fields.filter((name) => /GPS|Model/.test(name))).toEqual([]);
  });

  test('is not in the pictures of the sample, which are left as they are', () => {
    const folder = join(process.cwd(), 'resources/sample/images');
    for (const name of readdirSync(folder).filter((one) => /\.(jpg|png|webp|gif)$/.test(one))) {
      const bytes = new Uint8Array(readFileSync(join(folder, name)));
      expect(withoutPrivateParts(bytes), name).toBe(bytes);
    }
  });

  test('a broken file, however it ends, is answered with a file that holds nothing new', () => {
    for (const kind of ['jpg', 'png', 'gif', 'webp'] as const) {
      const { bytes } = dirty(kind);
      for (let length = 0; length < bytes.length; length += 7) {
        const out = withoutPrivateParts(new Uint8Array(bytes.subarray(0, length)));
        expect(out.length).toBeLessThanOrEqual(length + 64);
      }
    }
    const film = new Uint8Array(Buffer.from('\0\0\0\x18ftypmp42'));
    expect(withoutPrivateParts(film)).toBe(film);
  });
});
