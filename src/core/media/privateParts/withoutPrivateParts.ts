import { cleanGif } from './gif';
import { cleanJpeg } from './jpeg';
import type { Part } from './part';
import { cleanPng } from './png';
import { cleanWebp } from './webp';

/**
 * A picture's file without what it tells about its maker: place, camera, owner, editing history, a second picture or
 * film behind it. No pixel is touched and nothing is compressed again; orientation, colour profile, transparency and
 * movement stay. The same bytes come back when there is nothing to take out, and for what is no PNG, JPEG, GIF or WebP.
 * A second run finds nothing.
 */
export function withoutPrivateParts(file: Uint8Array): Uint8Array {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  for (const clean of [cleanJpeg, cleanPng, cleanGif, cleanWebp]) {
    const parts = clean(file, view);
    if (parts !== null) return joined(file, parts);
  }
  return file;
}

function joined(file: Uint8Array, parts: readonly Part[]): Uint8Array {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const clean = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    clean.set(part, at);
    at += part.length;
  }
  return isSame(clean, file) ? file : clean;
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at]) return false;
  return true;
}
