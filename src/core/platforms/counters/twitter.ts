import { urlsIn } from '../../text/links';
import { joinedEmoji } from './twitterEmoji';

/**
 * X, configuration v3 (twitter-text 3.1.0, conformance/validate.yml): NFC; Latin and most general punctuation 1,
 * everything else 2, an emoji however composed 2, an address 23 whatever its length.
 */
export function twitterV3(text: string): number {
  const normal = text.normalize('NFC');
  const links = urlsIn(normal);
  const emoji = hasJoined.test(normal) ? joinedEmoji() : null;
  let weight = 0;
  let at = 0;
  let next = 0;
  while (at < normal.length) {
    const link = links[next];
    if (link !== undefined && link.start <= at) {
      next += 1;
      if (link.start < at) continue;
      weight += URL_WEIGHT;
      at = link.end;
      continue;
    }
    const unit = normal.charCodeAt(at);
    if (emoji !== null && mayBegin(unit)) {
      emoji.lastIndex = at;
      const match = emoji.exec(normal);
      if (match !== null) {
        weight += HEAVY;
        at += match[0].length;
        continue;
      }
    }
    if ((unit & 0xfc00) === 0xd800 && (normal.charCodeAt(at + 1) & 0xfc00) === 0xdc00) at += 1;
    weight += isLight(unit) ? 1 : HEAVY;
    at += 1;
  }
  return weight;
}

const URL_WEIGHT = 23;
const HEAVY = 2;

/** Only text with one of these can hold an emoji of several code points. */
const hasJoined = /[\u200d\ufe0f\u20e3]|\ud83c[\udde6-\uddff\udffb-\udfff]|\ud83c\udff4/;

/** First units of joined emoji: symbols, high surrogates of pictographs, bases of key caps and signs. */
const mayBegin = (unit: number): boolean =>
  (unit >= 0x203c && unit <= 0x3299) ||
  (unit >= 0xd83c && unit <= 0xd83e) ||
  (unit >= 0x30 && unit <= 0x39) ||
  unit === 0x23 ||
  unit === 0x2a ||
  unit === 0xa9 ||
  unit === 0xae;

const isLight = (unit: number): boolean =>
  unit <= 0x10ff ||
  (unit >= 0x2000 && unit <= 0x200d) ||
  (unit >= 0x2010 && unit <= 0x201f) ||
  (unit >= 0x2032 && unit <= 0x2037);
