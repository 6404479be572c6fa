import { halfWidths } from '../../text/length';

/**
 * Weibo's composer (length function of the 140-character era, public copies): UTF-16 units up to U+0080 count half,
 * others one, the sum rounded up; an address counts 10 up to 140 half-widths and its excess beyond that. Short links
 * of t.cn count as written, and those of weibo.com and weibo.cn up to 41. Only white space counts nothing.
 */
export function weiboHalf(text: string): number {
  if (text.trim() === '') return 0;
  let halves = halfWidths(text, ASCII_TO);
  for (const [url] of text.matchAll(address)) {
    const length = halfWidths(url, ASCII_TO);
    halves += cost(url, length) - length;
  }
  return Math.ceil(halves / 2);
}

const ASCII_TO = 0x80;
const SHORT_LINK = 41;
const LONGEST = 140;
const FLAT = 20;
/** Stops at the first character that an address cannot hold, such as a Chinese one. */
const address = /https?:\/\/[a-z0-9]+(?:\.[a-z0-9]+)+[-a-z0-9_$.+!*()/,:;@&=?~#%]*/gi;

/** Half-widths that an address of this length is charged. */
function cost(url: string, length: number): number {
  if (url.startsWith('http://t.cn')) return length;
  if (/^http:\/\/weibo\.c(?:om|n)/.test(url) && length <= SHORT_LINK) return length;
  return length <= LONGEST ? FLAT : length - LONGEST + FLAT;
}
