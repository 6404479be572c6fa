import { graphemes } from '../../text/grapheme';
import { codePointCount, utf8Length } from '../../text/length';

/**
 * Threads (official: "emojis are counted as the number of UTF-8 bytes"). The page defines neither character nor
 * emoji: here characters are code points, and every cluster with a pictograph, a flag letter or a key cap is an emoji
 * with all its bytes. The strict side.
 */
export function threads(text: string): number {
  if (!mayHoldEmoji.test(text)) return codePointCount(text);
  let count = 0;
  for (const cluster of graphemes(text)) {
    count += mayHoldEmoji.test(cluster) ? utf8Length(cluster) : codePointCount(cluster);
  }
  return count;
}

const mayHoldEmoji = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u;
