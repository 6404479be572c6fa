import type { InlineNode } from '../model/doc';
import { tokensIn } from '../text/tokens';
import type { Cell, Lock } from './line';

/**
 * What typography never touches: code, links, addresses, e-mail, topics, mentions, fields, emoticons. Numbers, times,
 * ratios and versions need no lock: a mark between two letters or digits is never changed (see `marks.ts`).
 */

/** A token or anything else that is not text, in the place it takes. */
const OBJECT = '\uFFFC';

const closed: readonly RegExp[] = [
  /[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}/g,
  /[A-Za-z][A-Za-z0-9+.-]*:\/\/[^\s\u3000-\u9fff\uff00-\uffef]+/g,
  // Emoji by name, and faces made of marks.
  /:[a-z0-9_+-]+:/g,
  /[:;]-?[DPp](?![A-Za-z0-9])/g,
  /\^_*\^|>_<|T_T|-_-|orz/g,
];

/** Words of one Latin and one Han part that are written without a space. */
const compounds =
  /(?<![A-Za-z0-9])(?:[ABH]股|[ABC]站|K[歌线]|T[恤台]|U盘|X光|Q版|P图|V领|[UVSLO]型|[IEie]人|AA制|P2P贷)|卡拉(?=OK)OK|维生素[A-K](?![A-Za-z])/g;

/** Reads the inline content of one paragraph, heading or cell. Offsets agree with positions in the editor. */
export function cellsOf(inlines: readonly InlineNode[]): readonly Cell[] {
  const cells: Cell[] = [];
  let at = 0;
  const add = (text: string, marked: Lock): void => {
    cells.push({ text, from: at, to: at + text.length, marked, lock: marked, tight: false, change: null });
    at += text.length;
  };
  for (const node of inlines) {
    if (node.type !== 'text') {
      add(node.type === 'hardBreak' ? '\n' : OBJECT, 'whole');
      continue;
    }
    const isClosed = node.marks?.some(({ type }) => type === 'code' || type === 'link') ?? false;
    for (const char of node.text) add(char, isClosed ? 'inner' : 'none');
  }
  return cells;
}

/** Locks what its words make a token, an address or a compound. */
export function locked(cells: readonly Cell[]): readonly Cell[] {
  const text = cells.map((cell) => cell.text).join('');
  const whole = new Uint8Array(text.length);
  for (const { start, end } of tokensIn(text)) whole.fill(1, start, end);
  for (const pattern of closed)
    for (const match of text.matchAll(pattern)) whole.fill(1, match.index, match.index + match[0].length);
  const tight = new Uint8Array(text.length);
  for (const match of text.matchAll(compounds)) tight.fill(1, match.index, match.index + match[0].length);
  let at = 0;
  return cells.map((cell) => {
    const place = at;
    at += cell.text.length;
    return { ...cell, lock: whole[place] === 1 ? 'whole' : cell.marked, tight: tight[place] === 1 };
  });
}
