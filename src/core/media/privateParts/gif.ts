import { type Clean, latin, type Part } from './part';

/** Application blocks that make a GIF repeat, or colour it; all others (XMP above all) go, as comments do. */
const kept = /^(NETSCAPE2\.0|ANIMEXTS1\.0|ICCRGBG1012)$/;

/** GIF89a: header, blocks, trailer. What follows the trailer goes. */
export const cleanGif: Clean = (file, view) => {
  if (file.length < 13 || !/^GIF8[79]a$/.test(latin(file, 0, 6))) return null;
  let at = 13 + tableOf(view.getUint8(10));
  const parts: Part[] = [file.subarray(0, at)];
  while (at < file.length) {
    const kind = view.getUint8(at);
    if (kind === 0x3b) return [...parts, file.subarray(at, at + 1)];
    const body =
      kind === 0x21
        ? at + 2
        : kind === 0x2c && at + 10 <= file.length
          ? at + 11 + tableOf(view.getUint8(at + 9))
          : null;
    const end = body === null ? null : endOfBlocks(view, body);
    // Neither extension nor picture, or cut off: left as it is for the decoder to refuse.
    if (end === null) return [...parts, file.subarray(at)];
    if (kind !== 0x21 || stays(file, at)) parts.push(file.subarray(at, end));
    at = end;
  }
  return parts;
};

/** Bytes of the colour table a packed field announces. */
const tableOf = (packed: number): number => (packed & 0x80 ? 3 << ((packed & 7) + 1) : 0);

function endOfBlocks(view: DataView, from: number): number | null {
  for (let at = from; at < view.byteLength; ) {
    const length = view.getUint8(at);
    at += 1 + length;
    if (length === 0) return at;
  }
  return null;
}

function stays(file: Uint8Array, at: number): boolean {
  const label = file[at + 1];
  if (label === 0xfe) return false;
  return label !== 0xff || kept.test(latin(file, at + 3, 11));
}
