/** A part of a picture, in pixels from its upper left corner, the picture standing upright. */
export type Area = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

export type Size = { readonly width: number; readonly height: number };

/** A point of interest in thousandths of width and height, as an asset has it. */
export type FocalPoint = { readonly focalX: number; readonly focalY: number };

/** `3:4` and `2.35:1` as width divided by height; null for anything else. */
export function ratioOf(text: string): number | null {
  const [, across, down] = /^(\d{1,4}(?:\.\d{1,3})?):(\d{1,4}(?:\.\d{1,3})?)$/.exec(text) ?? [];
  const ratio = Number(across) / Number(down);
  return Number.isFinite(ratio) && ratio > 0 ? ratio : null;
}

/** Of the ratios a format takes, the one that cuts the least off; null when it names none. Of equals the first. */
export const nearestRatio = (size: Size, ratios: readonly string[]): number | null => {
  const name = nearestRatioName(size, ratios);
  return name === null ? null : ratioOf(name);
};

/** The same as it is written: `3:4`. */
export function nearestRatioName(size: Size, ratios: readonly string[]): string | null {
  let nearest: { readonly name: string; readonly distance: number } | null = null;
  for (const name of ratios) {
    const ratio = ratioOf(name);
    if (ratio === null) continue;
    const distance = Math.abs(Math.log(size.width / size.height / ratio));
    if (nearest === null || distance < nearest.distance - 1e-9) nearest = { name, distance };
  }
  return nearest?.name ?? null;
}

/**
 * The largest area of a ratio inside a picture with the focal point as near to its middle as the edges allow. Whole
 * pixels, at least one each way, never outside.
 */
export function cropAround(size: Size, ratio: number, { focalX, focalY }: FocalPoint): Area {
  const width = within(1, Math.round(size.height * ratio), size.width);
  const height = within(1, Math.round(size.width / ratio), size.height);
  return {
    left: within(0, Math.round((size.width * focalX) / 1000 - width / 2), size.width - width),
    top: within(0, Math.round((size.height * focalY) / 1000 - height / 2), size.height - height),
    width,
    height,
  };
}

/** Made smaller until its longer side is at most `edge`; never larger than it was. */
export function fitWithin({ width, height }: Size, edge: number): Size {
  const scale = Math.min(1, edge / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

const within = (least: number, value: number, most: number): number => Math.min(Math.max(value, least), most);
