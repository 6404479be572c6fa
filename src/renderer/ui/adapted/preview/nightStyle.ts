import type { CSSProperties } from 'react';
import { readColour, writeColour } from '../../../../core/article/colours';
import { DAY_TEXT, nightGround, nightInk, type Rgb } from '../../../../core/article/nightColours';

/** Styles as they show at night, and the ground that what is inside stands upon. */
export type Night = { readonly style: CSSProperties | undefined; readonly ground: Rgb };

/**
 * An article's written colours at night, as WeChat recolours them (`core/article/nightColours.ts`); other platforms do
 * something alike. Only drawing: what is copied keeps its colours. A colour nobody can read stays as it was written.
 */
export function nightStyle(style: CSSProperties | undefined, around: Rgb): Night {
  if (style === undefined) return { style, ground: around };
  const { color, backgroundColor, background, ...rest } = style;
  const writtenGround = backgroundColor ?? background;
  const read = writtenGround === undefined ? null : readColour(String(writtenGround));
  const ground = read === null ? around : nightGround(read);
  const ink = color === undefined ? (read === null ? null : DAY_TEXT) : readColour(String(color));
  return {
    ground,
    style: {
      ...Object.fromEntries(
        Object.entries(rest).map(([name, value]) => [name, name.startsWith('border') ? lines(String(value)) : value]),
      ),
      ...(color === undefined && ink === null
        ? {}
        : { color: ink === null ? color : writeColour(nightInk(ink, ground)) }),
      ...(writtenGround === undefined ? {} : { background: read === null ? writtenGround : writeColour(ground) }),
    },
  };
}

/** Lines are lifted against the page, whatever they stand around. */
const lines = (value: string): string =>
  value.replace(/#[0-9a-f]{3,6}\b|rgba?\([^)]*\)/gi, (written) => {
    const read = readColour(written);
    return read === null ? written : writeColour(nightInk(read));
  });
