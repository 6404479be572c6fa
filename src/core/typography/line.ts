import { isCjkPunctuation, isHan } from '../text/han';

export type ChangeKind = 'punctuation' | 'space' | 'quotes' | 'ellipsis' | 'dash' | 'repeat';
export const changeKinds: readonly ChangeKind[] = ['punctuation', 'quotes', 'ellipsis', 'dash', 'repeat', 'space'];

/** Which double quotation marks a text uses; the single ones inside go with them. */
export type QuoteStyle = 'curly' | 'corner';

export type Lock = 'none' | 'inner' | 'whole';

/** One character of a line, or what came in place of several. Units are UTF-16; a token or line break is one unit. */
export type Cell = {
  readonly text: string;
  /** What of the original line it stands for; an empty range is an insertion. */
  readonly from: number;
  readonly to: number;
  /** The lock of the marks it has; `lock` adds what the words around it make it part of. */
  readonly marked: Lock;
  /** `inner` may stand beside a new space; `whole` is left alone with everything that touches it. */
  readonly lock: Lock;
  /** No space may come before it: `A股`. */
  readonly tight: boolean;
  readonly change: { readonly kind: ChangeKind; readonly group: number } | null;
};

/** A line while the rules work on it. Every rule sees what the rules before it have made. */
export class Line {
  cells: Cell[];
  touched = 0;
  #groups = 0;

  constructor(cells: readonly Cell[]) {
    this.cells = [...cells];
  }

  /** The text at a place; empty outside the line. */
  at(index: number): string {
    return this.cells[index]?.text ?? '';
  }

  isFree(index: number): boolean {
    return this.cells[index]?.lock === 'none';
  }

  newGroup(): number {
    this.#groups += 1;
    return this.#groups;
  }

  /** Puts one text in place of the cells from `start` up to `end`; an empty range inserts. */
  put(start: number, end: number, text: string, kind: ChangeKind, group?: number): void {
    const replaced = this.cells.slice(start, end);
    const before = replaced.find(({ change }) => change !== null)?.change;
    const from = replaced[0]?.from ?? this.cells[start]?.from ?? this.cells[start - 1]?.to ?? 0;
    const to = replaced.at(-1)?.to ?? from;
    const change = group === undefined ? (before ?? { kind, group: this.newGroup() }) : { kind, group };
    // One cell a character, so that the rules see what a second reading would see.
    const made = [...text].map(
      (char, index): Cell => ({
        text: char,
        from: index === 0 ? from : to,
        to,
        marked: 'none',
        lock: 'none',
        tight: false,
        change,
      }),
    );
    this.cells.splice(start, end - start, ...made);
    this.touched += 1;
  }

  /** The nearest character that is not a space, from `index` in one direction; -1 at an end of the line. */
  beyond(index: number, step: 1 | -1): number {
    let place = index + step;
    while (this.at(place) === ' ') place += step;
    return this.at(place) === '' || this.at(place) === '\n' ? -1 : place;
  }
}

const code = (text: string): number => text.codePointAt(0) ?? 0;
export const isHanText = (text: string): boolean => text !== '' && isHan(code(text));
/** Full-width marks of Chinese; a middle dot and a token are none. */
export const isChineseMark = (text: string): boolean => text !== '' && isCjkPunctuation(code(text));
export const isChinese = (text: string): boolean => isHanText(text) || isChineseMark(text);
export const isAlnum = (text: string): boolean => /^[\p{Script=Latin}\p{Script=Greek}0-9]/u.test(text);
export const isDigit = (text: string): boolean => /^[0-9]$/.test(text);

/** The free spaces around a place: those before it start at `start`, those after it end at `end`. */
export function withSpaces(
  line: Line,
  from: number,
  to: number,
  mayTake: (beyond: string) => boolean,
): { readonly start: number; readonly end: number } {
  let start = from;
  while (line.at(start - 1) === ' ' && line.isFree(start - 1)) start -= 1;
  let end = to;
  while (line.at(end) === ' ' && line.isFree(end)) end += 1;
  // Spaces at an end of the line, and those that part a token from what follows, are left.
  const before = line.cells[start - 1];
  const after = line.cells[end];
  const keepBefore = before === undefined || before.text === '\n' || before.lock !== 'none' || !mayTake(before.text);
  const keepAfter = after === undefined || after.text === '\n' || after.lock !== 'none' || !mayTake(after.text);
  return { start: keepBefore ? from : start, end: keepAfter ? to : end };
}
