import { orientationBlock, orientationIn } from '../exif';
import { type Clean, latin, type Part } from './part';

const COMMENT = 0xfe;
const SCAN = 0xda;
const END = 0xd9;

/**
 * JPEG (ITU T.81, annex B). Of the application segments JFIF, the colour profile and Adobe's transform stay; EXIF is
 * replaced by its orientation. What lies behind the end (a preview, a depth map, the film of a moving photo) goes.
 */
export const cleanJpeg: Clean = (file, view) => {
  if (file.length < 4 || view.getUint16(0) !== 0xffd8) return null;
  const parts: Part[] = [file.subarray(0, 2)];
  let turned = false;
  let at = 2;
  while (at + 4 <= file.length && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === END) break;
    const end = isBare(marker) ? at + 2 : at + 2 + view.getUint16(at + 2);
    if (end > file.length || end < at + 2) return [...parts, file.subarray(at)];
    const orientation = marker === 0xe1 && latin(file, at + 4, 4) === 'Exif' ? orientationIn(view, at + 10, end) : 1;
    if (orientation !== 1 && !turned) {
      parts.push(orientationSegment(orientation));
      turned = true;
    }
    if (stays(file, marker, at)) parts.push(file.subarray(at, end));
    at = marker === SCAN ? endOfScan(view, end) : end;
    if (marker === SCAN) parts.push(file.subarray(end, at));
  }
  // Without an end it is broken; the decoder says so better than we could.
  return at + 2 <= file.length && view.getUint8(at + 1) === END
    ? [...parts, file.subarray(at, at + 2)]
    : [...parts, file.subarray(at)];
};

/** Markers without a length: restarts and a start inside. */
const isBare = (marker: number): boolean => (marker >= 0xd0 && marker <= 0xd8) || marker === 0x01;

function stays(file: Uint8Array, marker: number, at: number): boolean {
  if (marker === COMMENT) return false;
  if (marker < 0xe0 || marker > 0xef) return true;
  const name = latin(file, at + 4, 12);
  return (
    (marker === 0xe0 && name.startsWith('JFIF\0')) ||
    (marker === 0xe2 && name === 'ICC_PROFILE\0') ||
    (marker === 0xee && name.startsWith('Adobe'))
  );
}

/** In coded data 0xff is always followed by nought or a restart: the next marker ends it. */
function endOfScan(view: DataView, from: number): number {
  for (let at = from; at + 1 < view.byteLength; at += 1) {
    if (view.getUint8(at) !== 0xff) continue;
    const next = view.getUint8(at + 1);
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return view.byteLength;
}

function orientationSegment(orientation: number): Part {
  const block = orientationBlock(orientation);
  const segment = new Uint8Array(10 + block.length);
  segment.set([0xff, 0xe1, 0, block.length + 8, 0x45, 0x78, 0x69, 0x66, 0, 0]);
  segment.set(block, 10);
  return segment;
}
