/**
 * Whether a picture's file moves: a GIF of several frames, an animated WebP (RFC 9649, flag in VP8X) or PNG (chunk
 * acTL). Reads headers and lengths only, and never beyond the file's end.
 */
export function moves(file: Uint8Array): boolean {
  const start = String.fromCharCode(...file.subarray(0, 16));
  if (/^GIF8[79]a/.test(start)) return gifFrames(file, 2) > 1;
  if (start.startsWith('RIFF') && start.startsWith('WEBPVP8X', 8)) return ((file[20] ?? 0) & 0x02) !== 0;
  if (start.startsWith('\x89PNG')) return hasAnimationChunk(file);
  return false;
}

/** Counts pictures of a GIF until there are `most`. */
function gifFrames(file: Uint8Array, most: number): number {
  let frames = 0;
  let at = 13 + tableOf(file[10] ?? 0);
  while (at < file.length && frames < most) {
    const kind = file[at];
    if (kind === 0x2c) frames += 1;
    else if (kind !== 0x21) break;
    at = endOfBlocks(file, kind === 0x21 ? at + 2 : at + 11 + tableOf(file[at + 9] ?? 0));
  }
  return frames;
}

const tableOf = (packed: number): number => (packed & 0x80 ? 3 << ((packed & 7) + 1) : 0);

function endOfBlocks(file: Uint8Array, from: number): number {
  let at = from;
  while (at < file.length) {
    const length = file[at] ?? 0;
    at += 1 + length;
    if (length === 0) break;
  }
  return at;
}

/** acTL stands before the first IDAT. */
function hasAnimationChunk(file: Uint8Array): boolean {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  for (let at = 8; at + 8 <= file.length; at += 12 + view.getUint32(at)) {
    const type = view.getUint32(at + 4);
    if (type === 0x6163544c) return true;
    if (type === 0x49444154) return false;
  }
  return false;
}
