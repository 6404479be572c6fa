import type { Rgb } from './nightColours';

/** The few names people write; every other colour of a theme is a number. */
const named: Readonly<Record<string, Rgb>> = {
  black: [0, 0, 0],
  white: [255, 255, 255],
  red: [255, 0, 0],
  gray: [128, 128, 128],
  grey: [128, 128, 128],
};

/** `#rgb`, `#rrggbb`, `rgb(…)`, an opaque `rgba(…)` or a plain name; null for anything else. */
export function readColour(written: string): Rgb | null {
  const text = written.trim().toLowerCase();
  if (Object.hasOwn(named, text)) return named[text] ?? null;
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/.exec(text)?.[1];
  if (hex !== undefined) {
    const pairs = hex.length === 3 ? [...hex].map((digit) => digit + digit) : (hex.match(/../g) ?? []);
    return pairs.map((pair) => Number.parseInt(pair, 16)) as unknown as Rgb;
  }
  const inside = /^rgba?\(([^)]*)\)$/.exec(text)?.[1];
  if (inside === undefined) return null;
  const [red, green, blue, alpha = 1] = inside
    .split(/[\s,/]+/)
    .filter(Boolean)
    .map(Number);
  const parts = [red, green, blue].map((part) => part ?? Number.NaN);
  return parts.some((part) => !(part >= 0 && part <= 255)) || alpha !== 1 ? null : (parts as unknown as Rgb);
}

export const writeColour = ([red, green, blue]: Rgb): string => `rgb(${red},${green},${blue})`;

/** Relative luminance after WCAG 2.2. */
function luminance(colour: Rgb): number {
  const [red = 0, green = 0, blue = 0] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast after WCAG 2.2, from 1 to 21. */
export function contrast(one: Rgb, other: Rgb): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}
