import type { MediaFacts } from './mediaHeader';
import { type FileView, secondsOf } from './mp4Header';

/** What is read of a WebM file: its facts stand before the first pictures (Matroska, RFC 9559). */
const HEAD = 262_144;
const MOST_ELEMENTS = 2_000;

const SEGMENT = 0x18538067;
const INFO = 0x1549a966;
const TRACKS = 0x1654ae6b;
const TRACK = 0xae;
const VIDEO = 0xe0;
const parents: ReadonlySet<number> = new Set([SEGMENT, INFO, TRACKS, TRACK, VIDEO]);
const SCALE = 0x2ad7b1;
const DURATION = 0x4489;
const WIDTH = 0xb0;
const HEIGHT = 0xba;

/** Duration and size of a WebM file; null when its head names neither tracks nor information. */
export function webmFacts(file: FileView): MediaFacts | null {
  const bytes = file.at(0, HEAD);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const values = new Map<number, number>();
  let at = 0;
  for (let count = 0; count < MOST_ELEMENTS && at < view.byteLength; count += 1) {
    const id = vint(view, at, false);
    const size = id === null ? null : vint(view, at + id.length, true);
    if (id === null || size === null) break;
    const from = at + id.length + size.length;
    if (!values.has(id.value)) values.set(id.value, numberAt(view, from, size.value, id.value === DURATION));
    at = parents.has(id.value) ? from : from + size.value;
  }
  if (!values.has(INFO) && !values.has(TRACKS)) return null;
  const millionths = (values.get(DURATION) ?? 0) * (values.get(SCALE) ?? 1_000_000);
  return {
    kind: 'video',
    mime: 'video/webm',
    width: values.get(WIDTH) ?? 0,
    height: values.get(HEIGHT) ?? 0,
    seconds: secondsOf(millionths / 1_000_000_000),
  };
}

/** A number of variable length: the first set bit says how many bytes it has; an id keeps that bit. */
function vint(view: DataView, at: number, plain: boolean): { readonly value: number; readonly length: number } | null {
  if (at >= view.byteLength) return null;
  const first = view.getUint8(at);
  const length = Math.clz32(first) - 23;
  if (length > 8 || at + length > view.byteLength) return null;
  let value = plain ? first & (0xff >> length) : first;
  for (let index = 1; index < length; index += 1) value = value * 256 + view.getUint8(at + index);
  return { value, length };
}

function numberAt(view: DataView, at: number, size: number, float: boolean): number {
  if (size < 1 || size > 8 || at + size > view.byteLength) return 0;
  if (float) return size === 4 ? view.getFloat32(at) : size === 8 ? view.getFloat64(at) : 0;
  let value = 0;
  for (let index = 0; index < size; index += 1) value = value * 256 + view.getUint8(at + index);
  return value;
}
