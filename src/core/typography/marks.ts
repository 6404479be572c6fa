import { hasHan } from '../text/han';
import { isAlnum, isChinese, isChineseMark, isDigit, isHanText, type Line, withSpaces } from './line';

/** Marks that stand alone: commas and stops, ellipses, dashes, and the same mark several times. */

const fullWidth: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '!': '！', '?': '？' };
const single = '，、；：！？。';
const opens = '（“‘「『《〈【［｛';

const always = (): boolean => true;
const runEnd = (line: Line, start: number, sign: string): number => {
  let end = start;
  while (line.at(end) === sign && line.isFree(end)) end += 1;
  return end;
};

/** Whether the nearest characters make this a Chinese place. An opening mark before it says nothing. */
function besideChinese(line: Line, start: number, end: number): boolean {
  const before = line.at(line.beyond(start, -1));
  const after = line.at(line.beyond(end - 1, 1));
  return (isChinese(before) && !opens.includes(before)) || isHanText(after);
}

/** `...`, `。。。`, a lone `…` → `……` */
export function ellipses(line: Line): void {
  for (let index = 0; index < line.cells.length; index += 1) {
    const sign = line.at(index);
    if (!(sign === '.' || sign === '。' || sign === '…' || sign === '·') || !line.isFree(index)) continue;
    const end = runEnd(line, index, sign);
    const count = end - index;
    const isEllipsis = sign === '…' ? count === 1 || count === 3 : count >= 3;
    const isPlace =
      sign === '。' || (besideChinese(line, index, end) && !(isAlnum(line.at(index - 1)) && isAlnum(line.at(end))));
    if (isEllipsis && isPlace) {
      const { start, end: last } = withSpaces(line, index, end, isHanText);
      line.put(start, last, '……', 'ellipsis');
      index = start + 1;
    } else index = end - 1;
  }
}

/** `--` and a lone `—` → `——`. A longer row is a rule, and `--flag` is code without its mark. */
export function dashes(line: Line): void {
  for (let index = 0; index < line.cells.length; index += 1) {
    const sign = line.at(index);
    if (!(sign === '-' || sign === '—') || !line.isFree(index)) continue;
    const end = runEnd(line, index, sign);
    const count = end - index;
    const before = line.at(index - 1);
    const after = line.at(end);
    const isFlag = sign === '-' && isAlnum(after) && (before === ' ' || before === '' || before === '\n');
    const isDash = sign === '-' ? count === 2 || count === 3 : count === 1 || count === 3;
    if (isDash && !isFlag && after !== '>' && besideChinese(line, index, end)) {
      const { start, end: last } = withSpaces(line, index, end, isHanText);
      line.put(start, last, '——', 'dash');
      index = start + 1;
    } else index = end - 1;
  }
}

/** `，，` → `，` and `！！！` → `！`; a mixed `？！` is meant. */
export function repeats(line: Line): void {
  for (let index = 0; index < line.cells.length; index += 1) {
    const sign = line.at(index);
    if (sign === '' || !single.includes(sign) || !line.isFree(index)) continue;
    const end = runEnd(line, index, sign);
    if (end - index > 1) line.put(index, end, sign, 'repeat');
  }
}

/** Half-width commas, colons, question and exclamation marks beside Han. */
export function commas(line: Line, smileys: ReadonlySet<number>): void {
  for (let index = 0; index < line.cells.length; index += 1) {
    const sign = line.at(index);
    const full = Object.hasOwn(fullWidth, sign) ? fullWidth[sign] : undefined;
    if (full === undefined || !line.isFree(index) || smileys.has(line.cells[index]?.from ?? -1)) continue;
    const end = runEnd(line, index, sign);
    const between = isAlnum(line.at(index - 1)) && isAlnum(line.at(end));
    const isCode = /^[=/\\]/.test(line.at(end));
    const ends = (sign === '!' || sign === '?') && endsChinese(line, index, end);
    if (!between && !isCode && (besideChinese(line, index, end) || ends)) {
      const { start, end: last } = withSpaces(line, index, end, always);
      line.put(start, last, full, end - index > 1 ? 'repeat' : 'punctuation');
      index = start;
    } else index = end - 1;
  }
}

const abbreviation = /(?:^|[^A-Za-z])(?:[A-Za-z]|No|Mr|Mrs|Ms|Dr|St|vs|etc|Inc|Ltd|Co|Corp|Jr|Sr|Vol|pp|Fig|Prof)$/;

/** `.` → `。` where a Chinese sentence ends. After a digit it is a number of a list or a part of one. */
export function stops(line: Line): void {
  for (let index = 0; index < line.cells.length; index += 1) {
    if (line.at(index) !== '.' || !line.isFree(index)) continue;
    const end = runEnd(line, index, '.');
    const before = line.at(index - 1);
    const after = line.at(end);
    const isLone = end - index === 1 && !isAlnum(after) && !isDigit(before) && !/^[/\\.]/.test(after);
    const afterChinese = (isHanText(before) || (isChineseMark(before) && !opens.includes(before))) && before !== '…';
    const beforeHan =
      isAlnum(before) &&
      !abbreviation.test(wordBefore(line, index)) &&
      (isHanText(after) || endsChinese(line, index, end));
    if (isLone && (afterChinese || beforeHan)) {
      const { start, end: last } = withSpaces(line, index, end, always);
      line.put(start, last, '。', 'punctuation');
      index = start;
    } else index = end - 1;
  }
}

function wordBefore(line: Line, index: number): string {
  let start = index;
  while (index - start < 12 && isAlnum(line.at(start - 1))) start -= 1;
  return (
    line.at(start - 1) +
    line.cells
      .slice(start, index)
      .map(({ text }) => text)
      .join('')
  );
}

/** Whether a mark after a Latin word ends the line and the sentence it ends holds Han. */
function endsChinese(line: Line, start: number, end: number): boolean {
  if (line.beyond(end - 1, 1) !== -1 || !isAlnum(line.at(start - 1))) return false;
  for (let index = start - 1; index >= 0; index -= 1) {
    const text = line.at(index);
    if (text === '\n' || /^[。！？!?…]/.test(text) || (text === '.' && line.at(index + 1) === ' ')) return false;
    if (hasHan(text)) return true;
  }
  return false;
}
