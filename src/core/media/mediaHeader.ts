import { err, type FailureCode, ok, type Result } from '../result';
import { HEADER_BYTES, imageFacts } from './imageHeader';
import { mp3Seconds } from './mp3Header';
import { type FileView, mp4Facts } from './mp4Header';
import { webmFacts } from './webmHeader';

/** What a file is, by its own first bytes; its name is never believed. */
export type MediaFacts = {
  readonly kind: 'picture' | 'video' | 'audio';
  readonly mime: string;
  /** Pixels as shown; 0 for sound, or where the header does not say. */
  readonly width: number;
  readonly height: number;
  /** Whole seconds, rounded up; 0 for a picture, or where the header does not say. */
  readonly seconds: number;
};

/** Why a file is not taken; worded with its name by `words/failures.ts`. */
export type MediaRefusal = { readonly code: FailureCode; readonly kind?: string };

/** Endings of files kept beside the database, by media type. What is not here is not taken. */
export const mediaEndings: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'video/mp4': 'mp4',
  'video/quicktime': 'mov',
  'video/webm': 'webm',
  'audio/mp4': 'm4a',
  'audio/mpeg': 'mp3',
};

/** Reads only headers, however large the file; lengths in it are never trusted beyond its end. */
export function mediaFacts(file: FileView): Result<MediaFacts, MediaRefusal> {
  if (file.size === 0) return err({ code: 'file_empty' });
  const head = file.at(0, HEADER_BYTES);
  const image = imageFacts(head);
  if (image !== null) return ok({ kind: 'picture', ...image, seconds: 0 });
  const text = latin(head, 0, 1024);
  if (latin(head, 4, 4) === 'ftyp') return boxed(file, latin(head, 8, 4));
  if (text.startsWith('\x1a\x45\xdf\xa3')) return found(webmFacts(file));
  const seconds = mp3Seconds(file);
  if (seconds !== null) return ok({ kind: 'audio', mime: 'audio/mpeg', width: 0, height: 0, seconds });
  if (/<svg[\s>]/i.test(text)) return err({ code: 'image_svg' });
  const other = others.find(([start]) => text.startsWith(start));
  if (other !== undefined) return err({ code: 'image_other', kind: other[1] });
  // A right beginning with a wrong rest: say that it is broken, not that it is unknown.
  return err({ code: pictures.some((start) => text.startsWith(start)) ? 'image_broken' : 'media_unreadable' });
}

const found = (facts: MediaFacts | null): Result<MediaFacts, MediaRefusal> =>
  facts === null ? err({ code: 'media_unreadable' }) : ok(facts);

/** Photos of phones stand in the same boxes as film; the brand tells them apart (ISO/IEC 14496-12, 23008-12). */
function boxed(file: FileView, brand: string): Result<MediaFacts, MediaRefusal> {
  if (/^(heic|heix|hevc|hevx|heim|heis|mif1|msf1)$/.test(brand)) return err({ code: 'image_heic' });
  if (/^avi[fs]$/.test(brand)) return err({ code: 'image_other', kind: 'AVIF' });
  return found(mp4Facts(file, brand));
}

const others: readonly (readonly [string, string])[] = [
  ['II*\0', 'TIFF'],
  ['MM\0*', 'TIFF'],
  ['BM', 'BMP'],
  ['8BPS', 'PSD'],
  ['\0\0\x01\0', 'ICO'],
  ['\xff\x0a', 'JPEG XL'],
  ['\0\0\0\x0cJXL ', 'JPEG XL'],
];
const pictures = ['\x89PNG', '\xff\xd8\xff', 'GIF8', 'RIFF'];

function latin(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length));
}
