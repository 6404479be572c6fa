import { orientationBlock, orientationIn } from '../exif';
import { type Clean, latin, type Part } from './part';

/** Chunks that decide how a picture looks and moves (PNG, third edition, 11). Words, times, EXIF and what nobody knows go. */
const kept: ReadonlySet<string> = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD pHYs hIST sPLT acTL fcTL fdAT'.split(' '),
);

export const cleanPng: Clean = (file, view) => {
  if (file.length < 8 || view.getUint32(0) !== 0x89504e47 || view.getUint32(4) !== 0x0d0a1a0a) return null;
  const parts: Part[] = [file.subarray(0, 8)];
  let at = 8;
  while (at + 12 <= file.length) {
    const length = view.getUint32(at);
    const end = at + 12 + length;
    if (end > file.length) return [...parts, file.subarray(at)];
    const type = latin(file, at + 4, 4);
    const orientation = type === 'eXIf' ? orientationIn(view, at + 8, at + 8 + length) : 1;
    if (orientation !== 1) parts.push(chunk('eXIf', orientationBlock(orientation)));
    if (kept.has(type)) parts.push(file.subarray(at, end));
    at = end;
    if (type === 'IEND') return parts;
  }
  return [...parts, file.subarray(at)];
};

function chunk(type: string, body: Uint8Array): Part {
  const bytes = new Uint8Array(12 + body.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, body.length);
  for (let index = 0; index < 4; index += 1) bytes[4 + index] = type.charCodeAt(index);
  bytes.set(body, 8);
  view.setUint32(8 + body.length, crc(bytes.subarray(4, 8 + body.length)));
  return bytes;
}

/** CRC-32 (ISO 3309), bit by bit: for a few dozen bytes. */
function crc(bytes: Uint8Array): number {
  let rest = 0xffffffff;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  }
  return (rest ^ 0xffffffff) >>> 0;
}
