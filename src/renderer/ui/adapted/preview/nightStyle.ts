import type { CSSProperties } from 'react';

/**
 * An article's written colours at night, roughly as a phone redraws them: dark ink on a dark page becomes the page's
 * ink, and a light ground becomes a dark one. Colours that read well on both stay. Only drawing: what is copied keeps its
 * colours.
 */
export function nightStyle(style: CSSProperties | undefined): CSSProperties | undefined {
  if (style === undefined) return undefined;
  const { color, backgroundColor, background, ...rest } = style;
  const ground = backgroundColor ?? background;
  return {
    ...rest,
    ...(color === undefined ? {} : { color: lightOf(String(color)) < DIM ? 'var(--jz-ink-2)' : color }),
    ...(ground === undefined
      ? {}
      : { background: lightOf(String(ground)) > BRIGHT ? 'var(--jz-hover)' : String(ground) }),
  };
}

/** Relative luminance below which ink does not read on a dark page (4.5 : 1 against the dark surface), and above which a ground glares. */
const DIM = 0.22;
const BRIGHT = 0.6;

/** Relative luminance (WCAG) of `#rgb`, `#rrggbb` or `rgb(…)`; of anything else a middle that nobody changes. */
export function lightOf(colour: string): number {
  const parts = partsOf(colour.trim());
  if (parts === null) return 0.4;
  const [red = 0, green = 0, blue = 0] = parts.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function partsOf(colour: string): readonly number[] | null {
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(colour)?.[1];
  if (hex !== undefined) {
    const pairs = hex.length === 3 ? [...hex].map((digit) => digit + digit) : (hex.match(/../g) ?? []);
    return pairs.map((pair) => Number.parseInt(pair, 16));
  }
  const numbers = /^rgba?\(([^)]*)\)$/i
    .exec(colour)?.[1]
    ?.split(/[\s,/]+/)
    .map(Number);
  return numbers === undefined || numbers.slice(0, 3).some(Number.isNaN) ? null : numbers.slice(0, 3);
}
