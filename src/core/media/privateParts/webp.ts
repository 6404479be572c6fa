import { orientationBlock, orientationIn } from '../exif';
import { type Clean, latin, type Part } from './part';

const kept: ReadonlySet<string> = new Set(['VP8X', 'VP8 ', 'VP8L', 'ANIM', 'ANMF', 'ALPH', 'ICCP']);
/** In the flags of VP8X: has EXIF, has XMP. */
const EXIF_FLAG = 0x08;
const XMP_FLAG = 0x04;

/** WebP (RFC 9649): a row of chunks inside one RIFF; the flags at its head follow what is taken out. */
export const cleanWebp: Clean = (file, view) => {
  if (file.length < 20 || latin(file, 0, 4) !== 'RIFF' || latin(file, 8, 4) !== 'WEBP') return null;
  const parts: Part[] = [];
  let orientation = 1;
  const end = Math.min(file.length, 8 + view.getUint32(4, true));
  let at = 12;
  while (at + 8 <= end) {
    const type = latin(file, at, 4);
    const length = view.getUint32(at + 4, true);
    const next = at + 8 + length + (length & 1);
    if (at + 8 + length > end) {
      parts.push(file.subarray(at, end));
      break;
    }
    if (type === 'EXIF') {
      // Some writers put JPEG's own mark in front.
      const marked = latin(file, at + 8, 4) === 'Exif' ? 6 : 0;
      orientation = orientationIn(view, at + 8 + marked, at + 8 + length);
    }
    if (kept.has(type)) parts.push(file.subarray(at, Math.min(next, end)));
    at = next;
  }
  if (orientation !== 1) parts.push(exifChunk(orientation));
  // A copy of its own: the slice of a Node buffer would be the file itself.
  const head = Uint8Array.from(file.subarray(0, 12));
  new DataView(head.buffer).setUint32(
    4,
    parts.reduce((sum, part) => sum + part.length, 4),
    true,
  );
  return [head, ...parts.map((part, index) => (index === 0 ? flagged(part, orientation !== 1) : part))];
};

function flagged(part: Part, hasExif: boolean): Part {
  if (latin(part, 0, 4) !== 'VP8X' || part.length < 9) return part;
  const copy = Uint8Array.from(part);
  copy[8] = ((copy[8] ?? 0) & ~(EXIF_FLAG | XMP_FLAG)) | (hasExif ? EXIF_FLAG : 0);
  return copy;
}

function exifChunk(orientation: number): Part {
  const block = orientationBlock(orientation);
  const chunk = new Uint8Array(8 + block.length);
  chunk.set([0x45, 0x58, 0x49, 0x46]);
  new DataView(chunk.buffer).setUint32(4, block.length, true);
  chunk.set(block, 8);
  return chunk;
}
