import { urlsIn } from './links';
import { remembered } from './remembered';

/**
 * What must stay whole when a text is shortened or split: addresses, topics, mentions, fields to be filled in, and
 * bracket emoticons. Spans are sorted and do not overlap; an address wins over a tag inside it.
 */
export type Token = {
  readonly kind: 'url' | 'tag' | 'mention' | 'field' | 'emoticon';
  readonly start: number;
  readonly end: number;
  readonly text: string;
};

// One alternative per kind. `#话题#` before `#tag`; a mention ends at the first character that no handle may hold.
const pattern =
  /(?<field>\{\{\s*[^{}\n]{1,80}?\s*\}\})|(?<pair>[#＃](?=\S)(?:[^\s#＃]{1,60}|[\p{L}\p{N}\p{M} ·_&'-]{1,60})(?<=\S)[#＃])|(?<hash>[#＃][\p{L}\p{N}\p{M}_·]{1,100})|(?<mention>[@＠][\p{L}\p{N}_-]{1,60}(?:@[A-Za-z0-9.-]{1,100}[A-Za-z0-9])?(?:\.[A-Za-z0-9-]{1,60})*)|(?<emoticon>\[[\p{L}\p{N}]{1,8}\])/gu;

/** A tag with one sign, where it is asked for. */
const word = /[#＃][\p{L}\p{N}\p{M}_·]{1,100}/uy;

/** What every token but an address begins with. */
const signs = /[#＃@＠[{]/;

export const tokensIn = (text: string): readonly Token[] =>
  signs.test(text) || urlsIn(text).length > 0 ? readTokens(text) : none;
const none: readonly Token[] = [];

const readTokens = remembered((text: string): readonly Token[] => {
  const links = urlsIn(text);
  const found: Token[] = [];
  let link = 0;
  const takeLinks = (before: number) => {
    for (let next = links[link]; next !== undefined && next.start < before; next = links[++link]) {
      found.push({ kind: 'url', start: next.start, end: next.end, text: next.url });
    }
  };
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const start = match.index;
    takeLinks(start);
    const before = found.at(-1);
    if (before !== undefined && before.end > start) continue;
    const address = links[link]?.start ?? text.length;
    let end = start + match[0].length;
    if (address < end) {
      // `#夜拍tingan.com`: a tag ends where an address begins, and is read on from there. Of anything else the address
      // would take a part.
      if (kindOf(match.groups) !== 'tag') continue;
      word.lastIndex = start;
      end = Math.min(address, start + (word.exec(text)?.[0].length ?? 0));
      pattern.lastIndex = Math.max(end, start + 1);
      if (end - start < 2) continue;
    }
    if (match.groups?.mention !== undefined && isWordBefore(text, start)) continue;
    found.push({ kind: kindOf(match.groups), start, end, text: text.slice(start, end) });
  }
  takeLinks(text.length + 1);
  return found;
});

function kindOf(groups: Readonly<Record<string, string | undefined>> | undefined): Token['kind'] {
  if (groups?.field !== undefined) return 'field';
  if (groups?.mention !== undefined) return 'mention';
  return groups?.emoticon !== undefined ? 'emoticon' : 'tag';
}

/** `a@b` is an address, not a mention. */
const isWordBefore = (text: string, index: number): boolean => index > 0 && /[A-Za-z0-9_]/.test(text.charAt(index - 1));
