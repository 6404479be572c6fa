import type { WrittenMime } from './pictureWork';

/**
 * One way to write a picture. `quality` of 100 is as good as the kind gives; a PNG below that has a palette.
 * `scale` is of the size that was asked for.
 */
export type WriteStep = { readonly quality: number; readonly scale: number };

const lossy: readonly WriteStep[] = [
  { quality: 90, scale: 1 },
  { quality: 82, scale: 1 },
  { quality: 72, scale: 1 },
  { quality: 76, scale: 0.75 },
  { quality: 72, scale: 0.5 },
  { quality: 64, scale: 0.35 },
];

/** What is tried to stay under a limit, best first: a little quality is seen less than a smaller picture. */
const steps: Readonly<Record<WrittenMime, readonly WriteStep[]>> = {
  'image/jpeg': lossy,
  'image/webp': lossy,
  'image/png': [
    { quality: 100, scale: 1 },
    { quality: 90, scale: 1 },
    { quality: 90, scale: 0.75 },
    { quality: 90, scale: 0.5 },
    { quality: 90, scale: 0.35 },
  ],
  'image/gif': [
    { quality: 100, scale: 1 },
    { quality: 100, scale: 0.75 },
    { quality: 100, scale: 0.5 },
    { quality: 100, scale: 0.35 },
  ],
};

/** Shorter than this on its longer side, in pixels, a picture is not made only to fit. */
const LEAST_EDGE = 320;

/** The ways to write a picture of this size and kind, best first; at least one. */
export const stepsFor = (mime: WrittenMime, longest: number): readonly WriteStep[] =>
  steps[mime].filter(({ scale }) => scale === 1 || longest * scale >= LEAST_EDGE);
