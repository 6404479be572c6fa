/**
 * What WeChat's dark mode makes of an article's colours. Its own script is public (wechatjs/mp-darkmode, read at 1119a70,
 * 22 November 2026); figures are from there, the writing is ours. Brightness is perceived (299 : 587 : 114), 0 to 255.
 * An approximation: gradients, pictures as grounds and half-transparent colours are not looked at.
 */
export type Rgb = readonly [red: number, green: number, blue: number];

/** The page and its text at night: `#191919` and `rgba(255,255,255,.6)` upon it. By day: white, and `#191919`. */
export const NIGHT_PAGE: Rgb = [25, 25, 25];
export const NIGHT_TEXT: Rgb = [163, 163, 163];
export const DAY_PAGE: Rgb = [255, 255, 255];
export const DAY_TEXT: Rgb = [25, 25, 25];

/** Ink as bright as white stays; a ground as bright is white, and turns. */
const WHITE_LIKE = 250;
/** Tinted grounds are dimmed to this. */
const MOST_GROUND = 190;
/** Less than this apart, ink and ground do not read. */
const LEAST_APART = 65;
/** No further apart than usual text and page. */
const MOST_APART = 138;
/** A ground from here on counts as light. */
const LIGHT_GROUND = 100;
/** Lightness (HSL, percent) up to which ink is dark, and above which a grey ground is light. */
const DARK_LIGHTNESS = 40;
/** Grounds are at least this light. */
const LEAST_LIGHTNESS = 22;
const PAGE_LIGHTNESS = (25 / 255) * 100;
/** Ink is turned over within 0 … 90 percent, so that black does not glare. */
const TURNED = 90;

export const brightness = ([red, green, blue]: Rgb): number => (red * 299 + green * 587 + blue * 114) / 1000;

/** A written ground as it shows at night. */
export function nightGround(ground: Rgb): Rgb {
  const [hue, saturation, lightness] = toHsl(ground);
  const bright = brightness(ground);
  if ((saturation === 0 && lightness > DARK_LIGHTNESS) || bright > WHITE_LIKE)
    return toRgb([0, 0, Math.min(100, 100 + PAGE_LIGHTNESS - lightness)]);
  if (bright > MOST_GROUND) return dimmed(ground, MOST_GROUND);
  return lightness < LEAST_LIGHTNESS ? toRgb([hue, saturation, LEAST_LIGHTNESS]) : ground;
}

/** Written ink, or the colour of a border, as it shows at night upon a ground that already is of the night. */
export function nightInk(ink: Rgb, ground: Rgb = NIGHT_PAGE): Rgb {
  const under = brightness(ground);
  const turned = turnedFrom(ink, under);
  const bright = brightness(turned);
  if (bright >= WHITE_LIKE) return turned;
  const apart = Math.abs(under - bright);
  if (apart > MOST_APART && under <= brightness(NIGHT_PAGE) + 2) return dimmed(turned, MOST_APART + under);
  if (apart >= LEAST_APART) return turned;
  return dimmed(
    turned,
    under >= LIGHT_GROUND ? Math.min(MOST_APART, under - LEAST_APART) : Math.min(MOST_APART, under + LEAST_APART),
  );
}

/** Ink too near its ground is first turned over in lightness, once. */
function turnedFrom(ink: Rgb, under: number): Rgb {
  const bright = brightness(ink);
  if (bright >= WHITE_LIKE || Math.abs(under - bright) >= LEAST_APART) return ink;
  const [hue, saturation, lightness] = toHsl(ink);
  const turns = under >= LIGHT_GROUND ? lightness > TURNED - DARK_LIGHTNESS : lightness <= DARK_LIGHTNESS;
  return turns ? toRgb([hue, saturation, TURNED - lightness]) : ink;
}

/** The colour at another brightness; what one part cannot carry the others do. */
function dimmed(colour: Rgb, target: number): Rgb {
  const ratio = target / (brightness(colour) || 1);
  const [red, green, blue] = colour.map((part) => Math.min(255, part * ratio)) as unknown as Rgb;
  if (green === 0 || red === 255 || blue === 255)
    return whole([red, (target * 1000 - red * 299 - blue * 114) / 587, blue]);
  if (red === 0) return whole([(target * 1000 - green * 587 - blue * 114) / 299, green, blue]);
  if (blue === 0 || green === 255) return whole([red, green, (target * 1000 - red * 299 - green * 587) / 114]);
  return whole([red, green, blue]);
}

const whole = (colour: Rgb): Rgb =>
  colour.map((part) => Math.round(Math.min(255, Math.max(0, part)))) as unknown as Rgb;

/** Hue in turns, saturation and lightness in percent. */
function toHsl([r, g, b]: Rgb): Rgb {
  const [red, green, blue] = [r / 255, g / 255, b / 255];
  const most = Math.max(red, green, blue);
  const least = Math.min(red, green, blue);
  const lightness = (most + least) / 2;
  const range = most - least;
  if (range === 0) return [0, 0, lightness * 100];
  const hue =
    most === red ? (green - blue) / range : most === green ? (blue - red) / range + 2 : (red - green) / range + 4;
  return [(hue / 6 + 1) % 1, (range / (1 - Math.abs(2 * lightness - 1))) * 100, lightness * 100];
}

function toRgb([hue, saturation, light]: Rgb): Rgb {
  const lightness = light / 100;
  const reach = (saturation / 100) * Math.min(lightness, 1 - lightness);
  const part = (shift: number): number => {
    const at = (shift + hue * 12) % 12;
    return 255 * (lightness - reach * Math.max(-1, Math.min(at - 3, 9 - at, 1)));
  };
  return whole([part(0), part(8), part(4)]);
}
