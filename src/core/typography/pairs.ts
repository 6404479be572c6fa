import { isAlnum, isChinese, isDigit, isHanText, type Line, type QuoteStyle, withSpaces } from './line';

/** Marks that come in twos. Both of a pair change together or not at all; what has no partner stays. */
type Pair = { readonly open: number; readonly close: number };

const holdsHan = (line: Line, { open, close }: Pair): boolean =>
  line.cells.slice(open + 1, close).some(({ text }) => isHanText(text));
const isInChinese = (line: Line, pair: Pair): boolean =>
  holdsHan(line, pair) ||
  isChinese(line.at(line.beyond(pair.open, -1))) ||
  isChinese(line.at(line.beyond(pair.close, 1)));

/** Pairs of two different signs, the inner ones too; a break of the line parts them. */
function nested(line: Line, opening: string, closing: string, counts: (index: number) => boolean): readonly Pair[] {
  const found: Pair[] = [];
  const waiting: number[] = [];
  line.cells.forEach(({ text }, index) => {
    if (text === '\n') waiting.length = 0;
    else if (text === opening && counts(index)) waiting.push(index);
    else if (text === closing && counts(index)) {
      const open = waiting.pop();
      if (open !== undefined) found.push({ open, close: index });
    }
  });
  return found;
}

/** Pairs of one sign, in turn. None when one is left over or stands where an inch or a minute would. */
function inTurn(line: Line, sign: string, counts: (index: number) => boolean): readonly Pair[] {
  const places = line.cells.flatMap(({ text }, index) => (text === sign && counts(index) ? [index] : []));
  if (places.length % 2 !== 0) return [];
  const found: Pair[] = [];
  for (let index = 0; index + 1 < places.length; index += 2) {
    const open = places[index] ?? 0;
    const close = places[index + 1] ?? 0;
    if (isDigit(line.at(open - 1)) || line.cells.slice(open, close).some(({ text }) => text === '\n')) return [];
    found.push({ open, close });
  }
  return found;
}

/** Signs of a face: a colon before a bracket that has no partner. By place in the original line. */
export function smileysOf(line: Line): ReadonlySet<number> {
  const paired = new Set(
    nested(line, '(', ')', (index) => line.isFree(index)).flatMap(({ open, close }) => [open, close]),
  );
  const found = new Set<number>();
  line.cells.forEach(({ text, from }, index) => {
    if (text !== ':' && text !== ';') return;
    const mouth = line.at(index + 1) === '-' ? index + 2 : index + 1;
    if (/^[()]$/.test(line.at(mouth)) && !paired.has(mouth)) found.add(from);
  });
  return found;
}

/** `(` and `)` around or beside Han. `f(x)` and a bracket of Markdown stay. */
export function brackets(line: Line): void {
  const next = nested(line, '(', ')', (index) => line.isFree(index)).find((pair) => {
    const before = line.at(pair.open - 1);
    if (before === ']' || pair.close === pair.open + 1) return false;
    return holdsHan(line, pair) || (!isAlnum(before) && isInChinese(line, pair));
  });
  if (next === undefined) return;
  putPair(line, next, '（', '）', 'punctuation', () => true);
  brackets(line);
}

const styles: Readonly<Record<QuoteStyle, { readonly double: string; readonly single: string }>> = {
  curly: { double: '“”', single: '‘’' },
  corner: { double: '「」', single: '『』' },
};

/** Straight quotation marks, and those of the other style, in Chinese places. */
export function quotes(line: Line, style: QuoteStyle): void {
  const other = styles[style === 'curly' ? 'corner' : 'curly'];
  const free = (index: number): boolean => line.isFree(index);
  /** Not the apostrophe of `it's`, nor the one of `the cats' toys`. */
  const notApostrophe = (index: number): boolean => free(index) && !isAlnum(line.at(index - 1));
  const isClosing = (index: number): boolean =>
    free(index) && !(isAlnum(line.at(index - 1)) && isAlnum(line.at(index + 1)));
  const level = (wanted: 'double' | 'single'): readonly Pair[] => [
    ...inTurn(line, wanted === 'double' ? '"' : "'", wanted === 'double' ? free : isClosing).filter(
      ({ open }) => wanted === 'double' || notApostrophe(open),
    ),
    ...nested(line, other[wanted].charAt(0), other[wanted].charAt(1), isClosing),
  ];
  for (const wanted of ['double', 'single'] as const) {
    for (;;) {
      const next = level(wanted).find((pair) => pair.close > pair.open + 1 && isInChinese(line, pair));
      if (next === undefined) break;
      const signs = styles[style][wanted];
      putPair(line, next, signs.charAt(0), signs.charAt(1), 'quotes', isChinese);
    }
  }
}

/** The closing one first, so that the place of the opening one stays. Spaces inside a pair go as well. */
function putPair(
  line: Line,
  { open, close }: Pair,
  opening: string,
  closing: string,
  kind: 'punctuation' | 'quotes',
  mayTake: (beyond: string) => boolean,
): void {
  const group = line.newGroup();
  const end = withSpaces(line, close, close + 1, mayTake);
  line.put(Math.max(end.start, open + 1), end.end, closing, kind, group);
  const start = withSpaces(line, open, open + 1, mayTake);
  line.put(start.start, start.end, opening, kind, group);
}
