/// <reference path="./opencc.d.ts" />
import entries from 'opencc-js/dict/TSCharacters';
import { searchable } from '../text/searchable';

/**
 * The form in which texts of pieces are compared with what is looked for: `searchable`, and traditional characters as
 * their simplified ones. Only the store compares so; the table of 29 kB stays out of the screens.
 */
export const searched = (text: string): string => simplified(searchable(text));

const FIRST = 0x3400;
const LAST = 0x9fff;

/** By code from `FIRST` on; 0 where a character stays as it is. */
let table: Uint16Array | null = null;

/** Only what is one UTF-16 unit before and after, so that every place in the text stays the same; the rest is left alone. */
function readTable(): Uint16Array {
  const codes = new Uint16Array(LAST - FIRST + 1);
  for (const entry of entries.split('|')) {
    const [from = '', to = ''] = entry.split(' ');
    const code = from.charCodeAt(0);
    if (from.length === 1 && to.length === 1 && code >= FIRST && code <= LAST) codes[code - FIRST] = to.charCodeAt(0);
  }
  // 薴 is simplified to 苧, which is itself written 苎: what two spellings meet in must stay as it is.
  for (const [at, to] of codes.entries()) {
    const further = codes[to - FIRST];
    if (further !== undefined && further !== 0) codes[at] = further;
  }
  return codes;
}

/** Traditional characters as simplified ones, one for one: 後來 becomes 后来, and every place stays where it was. */
export function simplified(text: string): string {
  table ??= readTable();
  let made = '';
  let kept = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const to = code >= FIRST && code <= LAST ? table[code - FIRST] : 0;
    if (to === undefined || to === 0) continue;
    made += text.slice(kept, at) + String.fromCharCode(to);
    kept = at + 1;
  }
  return kept === 0 ? text : made + text.slice(kept);
}
