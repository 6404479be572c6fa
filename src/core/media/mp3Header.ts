import { type FileView, secondsOf, viewOf } from './mp4Header';

/** Kilobits a second of MPEG-1 and MPEG-2 layer III by the frame's index (ISO/IEC 11172-3, 13818-3). */
const rates1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const rates2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
const samplings = [44_100, 48_000, 32_000];

/** Seconds of an MP3 file: counted frames where its first one says so, else its size by its rate. Null for anything else. */
export function mp3Seconds(file: FileView): number | null {
  const tag = viewOf(file, 0, 10);
  if (tag.byteLength < 10) return null;
  const tagged = tag.getUint16(0) === 0x4944 && tag.getUint8(2) === 0x33;
  const from = tagged ? 10 + sevens(tag) : 0;
  const frame = viewOf(file, from, 64);
  // Eleven set bits, layer III, a rate and a sampling that exist.
  if (frame.byteLength < 40 || frame.getUint16(0) >>> 5 !== 0x7ff || ((frame.getUint8(1) >> 1) & 3) !== 1) return null;
  const version = (frame.getUint8(1) >> 3) & 3;
  const rate = (version === 3 ? rates1 : rates2)[frame.getUint8(2) >> 4] ?? 0;
  const sampling = (samplings[(frame.getUint8(2) >> 2) & 3] ?? 0) / (version === 3 ? 1 : version === 2 ? 2 : 4);
  if (rate === 0 || sampling === 0 || version === 1) return null;
  const mono = frame.getUint8(3) >> 6 === 3;
  const side = 4 + (version === 3 ? (mono ? 17 : 32) : mono ? 9 : 17);
  const counted = frame.byteLength >= side + 12 && [0x58696e67, 0x496e666f].includes(frame.getUint32(side));
  if (counted && (frame.getUint32(side + 4) & 1) === 1)
    return secondsOf((frame.getUint32(side + 8) * (version === 3 ? 1152 : 576)) / sampling);
  return secondsOf(((file.size - from) * 8) / (rate * 1000));
}

/** The tag's length: four times seven bits. */
const sevens = (view: DataView): number =>
  ((view.getUint8(6) & 0x7f) << 21) |
  ((view.getUint8(7) & 0x7f) << 14) |
  ((view.getUint8(8) & 0x7f) << 7) |
  (view.getUint8(9) & 0x7f);
