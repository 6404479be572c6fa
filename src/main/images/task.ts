import type { PictureWork } from '../../core/media/pictureWork';
import type { Failure } from '../../core/result';

/**
 * What the image thread is asked: files in, files out, so that no picture ever travels between threads. `name` is what
 * a refusal calls the file.
 */
export type ImageTask =
  /** Decodes the whole picture and answers its facts, or why it cannot be used. Writes nothing. */
  | { readonly kind: 'check'; readonly from: string; readonly name: string }
  /** A WebP no longer than `edge` pixels on either side. */
  | {
      readonly kind: 'thumbnail';
      readonly from: string;
      readonly name: string;
      readonly to: string;
      readonly edge: number;
    }
  /** A picture as it leaves the studio: upright, cut, sized, in sRGB, within its limit, without any metadata. */
  | {
      readonly kind: 'picture';
      readonly from: string;
      readonly name: string;
      /** What it is made for, as a refusal names it. */
      readonly format: string;
      readonly to: string;
      readonly work: PictureWork;
    };

/** What came of it: the size in pixels as shown, and what was written. */
export type ImageDone = {
  readonly width: number;
  readonly height: number;
  /** Bytes and SHA-256 of the file written; 0 and empty for a check. */
  readonly bytes: number;
  readonly sha256: string;
};

export type ImageAnswer =
  | { readonly ok: true; readonly value: ImageDone }
  | { readonly ok: false; readonly failure: Failure };

/** Shell or store → image thread, and back. */
export type ToImages = { readonly id: number; readonly task: ImageTask };
export type FromImages = { readonly id: number; readonly answer: ImageAnswer };

/** Largest picture that is decoded, in pixels: a 100-megapixel phone camera, with room. Asked of the header first. */
export const MAX_PIXELS = 120_000_000;

/** Largest picture file that is read, in bytes. */
export const MAX_FILE = 64 * 1024 * 1024;
