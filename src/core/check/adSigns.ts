import { z } from 'zod';
import data from '../../../resources/ad-signs.json';
import { eachLine, remembered } from '../text/remembered';

/**
 * Words by which a text itself says that it was paid for, as dated data in `resources/ad-signs.json`, and what shows
 * readers that it is: the pack of a format names the words its platform and law accept (`disclosure.words`).
 */
const adSigns = z.object({
  schema: z.literal(1),
  checkedOn: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  disclaimer: z.string(),
  signs: z.array(z.string().min(2)).min(1),
  /** Longer words in which a sign is none. */
  notSigns: z.array(z.string()),
  /** Longer words in which a word of disclosure discloses nothing: 非广告, 广告牌. */
  notDisclosed: z.array(z.string()),
  sources: z.array(z.object({ ref: z.string(), what: z.string(), confidence: z.string() })).min(1),
});

type Read = { readonly signs: Node; readonly notSigns: readonly string[]; readonly notDisclosed: RegExp };
type Node = { readonly next: Map<number, Node>; ends: boolean };
let read: Read | null = null;

/** The first word of a text that says somebody paid for it, as it is written; null for none. Linear in the text. */
export function adSignIn(text: string): string | null {
  let found = '';
  eachLine(text, (line) => {
    found = firstSign(line);
    return found === '';
  });
  return found || null;
}

const firstSign = remembered((text: string): string => {
  const { signs, notSigns } = known();
  for (let start = 0; start < text.length; start += 1) {
    let node = signs.next.get(small(text.charCodeAt(start)));
    for (let end = start + 1; node !== undefined; end += 1) {
      const isWord = node.ends && !joins(text, start - 1, start) && !joins(text, end - 1, end);
      if (isWord && !notSigns.some((longer) => text.startsWith(longer, start))) return text.slice(start, end);
      node = node.next.get(small(text.charCodeAt(end)));
    }
  }
  return '';
});

/** Whether a text says in one of these words that it is an advertisement. */
export function disclosesIn(text: string, words: readonly string[]): boolean {
  return words.length > 0 && anyOf(words).test(text.replace(known().notDisclosed, blank));
}

function known(): Read {
  if (read === null) {
    const { signs, notSigns, notDisclosed } = adSigns.parse(data);
    const root: Node = { next: new Map(), ends: false };
    for (const sign of signs) plant(root, sign);
    read = { signs: root, notSigns, notDisclosed: anyOf(notDisclosed, 'giu') };
  }
  return read;
}

function plant(root: Node, word: string): void {
  let node = root;
  for (let at = 0; at < word.length; at += 1) {
    const unit = small(word.charCodeAt(at));
    const next = node.next.get(unit) ?? { next: new Map<number, Node>(), ends: false };
    node.next.set(unit, next);
    node = next;
  }
  node.ends = true;
}

const small = (unit: number): number => (unit >= 0x41 && unit <= 0x5a ? unit + 0x20 : unit);

/** Whether a Latin word goes on from one unit to the next: `#sp` is not in `#space`. */
const joins = (text: string, left: number, right: number): boolean =>
  isLatin(text.charAt(left)) && isLatin(text.charAt(right));
const isLatin = (char: string): boolean => /[a-z0-9_]/i.test(char);

/** Latin words stand alone: `ad` is not in `adapt`. Letters of either case. */
const anyOf = (words: readonly string[], flags = 'iu'): RegExp =>
  new RegExp(
    words
      .map((word) => {
        const quoted = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+');
        const before = /^[a-z0-9]/i.test(word) ? '(?<![\\p{Script=Latin}\\p{N}_#])' : '';
        return `${before}${quoted}${/[a-z0-9]$/i.test(word) ? '(?![\\p{Script=Latin}\\p{N}_])' : ''}`;
      })
      .join('|'),
    flags,
  );

const blank = (text: string): string => ' '.repeat(text.length);
