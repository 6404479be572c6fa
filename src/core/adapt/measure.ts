import { counters, countTagList } from '../platforms/counters';
import type { CounterId } from '../platforms/pack';
import { halfWidths } from '../text/length';

/** The measure of a text as the platform counts it. */
export const countIn = (unit: CounterId): ((text: string) => number) => counters[unit];

/** What a list of tags costs together: commas between them, quotation marks around one with a space. */
export const tagListCost = countTagList;

/**
 * The same measure before rounding, so that the costs of sentences add up to the cost of their text: rules that round
 * half-widths up are taken at the half. A text fits exactly when this is within the limit, because limits are whole.
 */
export const additive = (unit: CounterId): ((text: string) => number) => halves[unit] ?? counters[unit];

const halves: Partial<{ readonly [K in CounterId]: (text: string) => number }> = {
  half_width: (text) => halfWidths(text) / 2,
  xhs_title: (text) => halfWidths(text) / 2,
  weibo_half: (text) => weiboHalves(text) / 2,
};

/**
 * Weibo's half-widths, read off the rounded rule: a line end costs one half, so a text with an odd number of halves
 * counts the same with one behind it. The mark in front keeps white space from counting nothing.
 */
function weiboHalves(text: string): number {
  if (text === '') return 0;
  const marked = `。${text}`;
  const rounded = counters.weibo_half(marked);
  const isOdd = counters.weibo_half(`${marked}\n`) === rounded;
  return rounded * 2 - (isOdd ? 1 : 0) - 2;
}
