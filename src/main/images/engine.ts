import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import Vips from 'wasm-vips';
import type { Size } from '../../core/media/crop';
import { mediaFacts } from '../../core/media/mediaHeader';
import { MEGABYTE, type PictureWork, type WrittenMime } from '../../core/media/pictureWork';
import { withoutPrivateParts } from '../../core/media/privateParts/withoutPrivateParts';
import { stepsFor, type WriteStep } from '../../core/media/steps';
import { Refusal, refuse } from '../../core/result';
import { writeWhole } from '../../disk/durable';
import { viewFile } from '../store/files/fileView';
import { type ImageAnswer, type ImageDone, type ImageTask, MAX_FILE, MAX_PIXELS } from './task';

/**
 * The only user of the image library: libvips, compiled to WebAssembly. A broken file can at worst end this module's
 * own memory, never the process. Calls are synchronous and belong into a thread of their own.
 */
export type Engine = { readonly run: (task: ImageTask) => ImageAnswer };
type Library = Awaited<ReturnType<typeof Vips>>;
type Image = InstanceType<Library['Image']>;

export async function startEngine(): Promise<Engine> {
  // The extra decoders (AVIF, JPEG XL, SVG) stay out: fewer doors for hostile files.
  const vips = await Vips({ dynamicLibraries: [], preRun: quiet });
  vips.Cache.max(0);
  vips.concurrency(1);
  return {
    run: (task) => {
      try {
        return { ok: true, value: perform(vips, task) };
      } catch (error) {
        if (error instanceof Refusal) return { ok: false, failure: error.failure };
        if (isLibraryError(error)) return { ok: false, failure: { code: 'image_broken', params: { file: task.name } } };
        throw error;
      }
    },
  };
}

/** Its warnings about broken files belong to nobody's terminal; what matters comes as an error. */
export const quiet = (module: object): void => {
  if ('ENV' in module) Object.assign(module.ENV as object, { VIPS_WARNING: '0' });
};

/** The library throws something of its own across from WebAssembly; its text names functions and offsets, nothing for an editor. */
const isLibraryError = (error: unknown): boolean => !(error instanceof Error);

function perform(vips: Library, task: ImageTask): ImageDone {
  // A few kilobytes may claim to be gigabytes of pixels: the header is asked before anything is read or decoded.
  const { facts, size } = viewFile(task.from, (file) => ({ facts: mediaFacts(file), size: file.size }));
  if (!facts.ok) {
    const { code, kind } = facts.error;
    return refuse(code, { file: task.name, ...(kind === undefined ? {} : { kind }) });
  }
  const { width, height } = facts.value;
  const unread = { width, height, bytes: 0, sha256: '' };
  if (facts.value.kind !== 'picture')
    return task.kind === 'check' ? unread : refuse('image_unreadable', { file: task.name });
  if (width * height > MAX_PIXELS) refuse('image_too_many_pixels', { file: task.name, width, height });
  // Whoever takes files has its own, lower limit and says so.
  if (size > MAX_FILE)
    return task.kind === 'check' ? unread : refuse('image_too_big', { file: task.name, limit: '64 MB' });
  const bytes = readFileSync(task.from);
  switch (task.kind) {
    case 'check':
      decode(vips, bytes);
      return unread;
    case 'thumbnail':
      return using(load(vips, bytes, task.edge, task.edge), (image) =>
        put(task.to, image.writeToBuffer('.webp', { Q: 80, keep: 'none' }), image),
      );
    case 'picture': {
      decode(vips, bytes);
      const { work } = task;
      const kept = work.moves && work.mime === facts.value.mime ? withoutPrivateParts(bytes) : null;
      if (kept !== null && fits(kept, work.limit)) return put(task.to, kept, { width, height });
      for (const step of stepsFor(work.mime, Math.max(work.width, work.height))) {
        // As it is it was too big.
        if (kept !== null && step.scale === 1) continue;
        const made = (work.moves ? film : still)(vips, bytes, { width, height }, work, step);
        if (fits(made.bytes, work.limit)) return put(task.to, made.bytes, made.size);
      }
      return refuse('image_over_limit', {
        file: task.name,
        format: task.format,
        limit: `${(work.limit ?? 0) / MEGABYTE} MB`,
      });
    }
  }
}

const fits = (bytes: Uint8Array, limit: number | null): boolean => limit === null || bytes.length <= limit;

type Made = { readonly bytes: Uint8Array; readonly size: Size };

/** One upright picture, cut and sized. */
function still(vips: Library, bytes: Uint8Array, { width, height }: Size, work: PictureWork, step: WriteStep): Made {
  const area = work.crop ?? { left: 0, top: 0, width, height };
  const wide = Math.max(1, Math.round(work.width * step.scale));
  const high = Math.max(1, Math.round(work.height * step.scale));
  // Scaled as a whole first, since most decoders give a smaller picture for less work; then cut.
  const scale = Math.min(1, wide / area.width);
  const all = { width: Math.max(wide, Math.round(width * scale)), height: Math.max(high, Math.round(height * scale)) };
  return using(load(vips, bytes, all.width, all.height, true), (scaled) => {
    const left = Math.min(Math.round(area.left * scale), scaled.width - wide);
    const top = Math.min(Math.round(area.top * scale), scaled.height - high);
    return using(scaled.extractArea(left, top, wide, high), (cut) => ({
      bytes: encode(cut, work.mime, step.quality),
      size: { width: wide, height: high },
    }));
  });
}

/** All frames, one below the other as the library holds them, sized together. */
function film(vips: Library, bytes: Uint8Array, _whole: Size, work: PictureWork, step: WriteStep): Made {
  const width = Math.max(1, Math.round(work.width * step.scale));
  return using(
    vips.Image.thumbnailBuffer(bytes, width, { option_string: 'n=-1', height: 100_000, size: 'down' }),
    (frames) => ({
      bytes: encode(frames, work.mime, step.quality),
      size: {
        width: frames.width,
        height: frames.getTypeof('page-height') === 0 ? frames.height : frames.getInt('page-height'),
      },
    }),
  );
}

/** Reads every pixel once, which fails where a scaled reading paints what is missing black. */
function decode(vips: Library, bytes: Uint8Array): void {
  using(vips.Image.newFromBuffer(bytes, '', { access: 'sequential', fail_on: 'error' }), (image) => image.avg());
}

/** The picture upright and in sRGB, no larger than asked; `exact` gives that size to the pixel. */
function load(vips: Library, bytes: Uint8Array, width: number, height: number | undefined, exact = false): Image {
  return vips.Image.thumbnailBuffer(bytes, width, {
    ...(height === undefined ? {} : { height }),
    size: exact ? 'force' : 'down',
    output_profile: 'srgb',
    fail_on: 'error',
  });
}

function encode(image: Image, mime: WrittenMime, quality: number): Uint8Array {
  switch (mime) {
    case 'image/png':
      return image.writeToBuffer(
        '.png',
        quality === 100
          ? { compression: 9, keep: 'none' }
          : { compression: 9, palette: true, Q: quality, dither: 1, keep: 'none' },
      );
    case 'image/webp':
      return image.writeToBuffer('.webp', { Q: quality, keep: 'none' });
    case 'image/gif':
      // Pauses and repetition of a film are metadata to the library.
      return withoutPrivateParts(image.writeToBuffer('.gif', { effort: 3 }));
    case 'image/jpeg':
      // JPEG has no transparency: what shone through stands on white paper.
      return using(image.hasAlpha() ? image.flatten({ background: 255 }) : image.copy(), (opaque) =>
        opaque.writeToBuffer('.jpg', { Q: quality, optimize_coding: true, keep: 'none' }),
      );
  }
}

function put(to: string, bytes: Uint8Array, { width, height }: Size): ImageDone {
  writeWhole(to, bytes);
  return { width, height, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** The library's memory is not collected by itself. */
function using<T>(image: Image, use: (image: Image) => T): T {
  try {
    return use(image);
  } finally {
    image.delete();
  }
}
