import { orientationIn } from './exif';

/**
 * Facts about a picture from the first bytes of its file: PNG, JPEG, GIF, WebP. Reads only headers, never pixels, and
 * answers null for anything else, however broken: lengths in the file are never trusted beyond its end.
 */
export type ImageFacts = {
  readonly mime: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp';
  /** Pixels as shown: a JPEG turned on its side by its EXIF orientation has them swapped. */
  readonly width: number;
  readonly height: number;
};

/** Bytes worth reading: the size stands behind a JPEG's metadata, which may be long. */
export const HEADER_BYTES = 1_048_576;

export function imageFacts(file: Uint8Array): ImageFacts | null {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  for (const read of [png, jpeg, gif, webp]) {
    const facts = read(view);
    if (facts !== null) return facts.width > 0 && facts.height > 0 ? facts : null;
  }
  return null;
}

/** PNG (W3C, 5.2 and 11.2.1): signature, then IHDR with width and height. */
function png(view: DataView): ImageFacts | null {
  if (view.byteLength < 24 || view.getUint32(0) !== 0x89504e47 || view.getUint32(4) !== 0x0d0a1a0a) return null;
  if (ascii(view, 12, 4) !== 'IHDR') return null;
  return { mime: 'image/png', width: view.getUint32(16), height: view.getUint32(20) };
}

/** GIF87a and GIF89a: the logical screen's size. */
function gif(view: DataView): ImageFacts | null {
  if (view.byteLength < 10 || !/^GIF8[79]a$/.test(ascii(view, 0, 6))) return null;
  return { mime: 'image/gif', width: view.getUint16(6, true), height: view.getUint16(8, true) };
}

/** WebP (RFC 9649): VP8X canvas, VP8L and VP8 frame headers. */
function webp(view: DataView): ImageFacts | null {
  if (view.byteLength < 30 || ascii(view, 0, 4) !== 'RIFF' || ascii(view, 8, 4) !== 'WEBP') return null;
  const size = webpSizes[ascii(view, 12, 4)]?.(view);
  return size === undefined ? null : { mime: 'image/webp', ...size };
}

const webpSizes: Readonly<Record<string, (view: DataView) => { readonly width: number; readonly height: number }>> = {
  VP8X: (view) => ({ width: uint24(view, 24) + 1, height: uint24(view, 27) + 1 }),
  VP8L: (view) => {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  },
  'VP8 ': (view) => ({ width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }),
};

/** JPEG (ITU T.81, annex B): the first frame header; EXIF orientation 5–8 swaps the sides. */
function jpeg(view: DataView): ImageFacts | null {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return null;
  let at = 2;
  let turned = false;
  while (at + 4 <= view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff || (marker >= 0xd0 && marker <= 0xd7) || marker === 0x01) {
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    const length = view.getUint16(at + 2);
    if (length < 2 || marker === 0xd9 || marker === 0xda) return null;
    if (isFrame(marker)) {
      if (at + 9 > view.byteLength) return null;
      const height = view.getUint16(at + 5);
      const width = view.getUint16(at + 7);
      return { mime: 'image/jpeg', width: turned ? height : width, height: turned ? width : height };
    }
    if (marker === 0xe1) turned ||= isTurned(view, at + 4, Math.min(at + 2 + length, view.byteLength));
    at += 2 + length;
  }
  return null;
}

/** SOF0–SOF15 without DHT, JPG and DAC, which share the range. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

const EXIF = 0x45786966;

/** Whether the EXIF block between two offsets says that the picture stands on its side. */
const isTurned = (view: DataView, from: number, to: number): boolean =>
  from + 6 <= to && view.getUint32(from) === EXIF && orientationIn(view, from + 6, to) >= 5;

const uint24 = (view: DataView, at: number): number =>
  view.getUint8(at) | (view.getUint8(at + 1) << 8) | (view.getUint8(at + 2) << 16);

function ascii(view: DataView, at: number, length: number): string {
  let text = '';
  for (let index = at; index < at + length && index < view.byteLength; index += 1)
    text += String.fromCharCode(view.getUint8(index));
  return text;
}
