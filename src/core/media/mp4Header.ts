import type { MediaFacts } from './mediaHeader';

/** A file that is looked into by place; `at` answers fewer bytes than asked where the file ends. */
export type FileView = { readonly size: number; readonly at: (offset: number, length: number) => Uint8Array };

type Box = { readonly type: string; readonly from: number; readonly to: number };

/** Boxes looked at before giving up: a real film has a few dozen in its head. */
const MOST_BOXES = 4_000;

/**
 * MP4, MOV and M4A (ISO/IEC 14496-12): duration from `mvhd`, size from the first `tkhd` that has one. Null when there
 * is no readable movie header.
 */
export function mp4Facts(file: FileView, brand: string): MediaFacts | null {
  const left = { boxes: MOST_BOXES };
  const moov = boxesIn(file, { type: '', from: 0, to: file.size }, left).find(({ type }) => type === 'moov');
  if (moov === undefined) return null;
  const inside = boxesIn(file, moov, left);
  const seconds = durationOf(
    file,
    inside.find(({ type }) => type === 'mvhd'),
  );
  if (seconds === null) return null;
  const sizes = inside
    .filter(({ type }) => type === 'trak')
    .map((track) =>
      sizeOf(
        file,
        boxesIn(file, track, left).find(({ type }) => type === 'tkhd'),
      ),
    );
  const shown = sizes.find((size) => size.width > 0 && size.height > 0);
  if (shown === undefined) return { kind: 'audio', mime: 'audio/mp4', width: 0, height: 0, seconds };
  return { kind: 'video', mime: brand === 'qt  ' ? 'video/quicktime' : 'video/mp4', ...shown, seconds };
}

function boxesIn(file: FileView, around: Box, left: { boxes: number }): readonly Box[] {
  const boxes: Box[] = [];
  let at = around.from;
  while (at + 8 <= around.to && left.boxes > 0) {
    left.boxes -= 1;
    const head = viewOf(file, at, 16);
    if (head.byteLength < 8) break;
    const type = String.fromCharCode(head.getUint8(4), head.getUint8(5), head.getUint8(6), head.getUint8(7));
    const short = head.getUint32(0);
    const long = short === 1 && head.byteLength === 16 ? Number(head.getBigUint64(8)) : short;
    const size = short === 0 ? around.to - at : long;
    const header = short === 1 ? 16 : 8;
    if (size < header) break;
    boxes.push({ type, from: at + header, to: Math.min(at + size, around.to) });
    at += size;
  }
  return boxes;
}

function durationOf(file: FileView, box: Box | undefined): number | null {
  if (box === undefined) return null;
  const view = viewOf(file, box.from, 32);
  const long = view.byteLength > 0 && view.getUint8(0) === 1;
  if (view.byteLength < (long ? 32 : 20)) return null;
  const scale = view.getUint32(long ? 20 : 12);
  const length = long ? Number(view.getBigUint64(24)) : view.getUint32(16);
  return scale === 0 ? 0 : secondsOf(length / scale);
}

/** Width and height end the track header as fixed-point numbers; a turned film swaps them by its matrix. */
function sizeOf(file: FileView, box: Box | undefined): { readonly width: number; readonly height: number } {
  const none = { width: 0, height: 0 };
  if (box === undefined) return none;
  const view = viewOf(file, box.from, 96);
  const end = view.byteLength > 0 && view.getUint8(0) === 1 ? 96 : 84;
  if (view.byteLength < end) return none;
  const [width, height] = [view.getUint32(end - 8) >>> 16, view.getUint32(end - 4) >>> 16];
  const onItsSide = view.getInt32(end - 44) === 0 && view.getInt32(end - 40) !== 0;
  return onItsSide ? { width: height, height: width } : { width, height };
}

/** A header may claim centuries; a record holds whole seconds of at most a day. */
export const secondsOf = (seconds: number): number =>
  Number.isFinite(seconds) && seconds > 0 ? Math.min(86_400, Math.ceil(seconds - 0.001)) : 0;

export function viewOf(file: FileView, at: number, length: number): DataView {
  const bytes = file.at(at, length);
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
