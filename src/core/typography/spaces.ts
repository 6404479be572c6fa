import { isAlnum, isDigit, isHanText, type Line, withSpaces } from './line';

/** Marks that bring their own space; “ and ” serve English too and are not among them. */
const spaced = '，。、；：！？（）《》〈〉「」『』【】';

/** No space beside a full-width mark. */
export function besideMarks(line: Line): void {
  for (let index = 0; index < line.cells.length; index += 1) {
    const sign = line.at(index);
    if (sign === '' || !spaced.includes(sign) || !line.isFree(index)) continue;
    const { start, end } = withSpaces(line, index, index + 1, () => true);
    if (end - start === 1) continue;
    line.put(start, end, sign, 'space');
    index = start;
  }
}

/** One space between Han and Latin letters or digits. */
export function betweenScripts(line: Line): void {
  for (let index = 1; index < line.cells.length; index += 1) {
    const before = line.cells[index - 1];
    const after = line.cells[index];
    if (before === undefined || after === undefined || after.tight) continue;
    if (before.lock === 'whole' || after.lock === 'whole') continue;
    if (before.lock === 'inner' && after.lock === 'inner') continue;
    const startsLatin = isAlnum(after.text) || (/^[$€£¥]$/.test(after.text) && isDigit(line.at(index + 1)));
    const endsLatin = isAlnum(before.text) || (/^[%°℃]$/.test(before.text) && isDigit(line.at(index - 2)));
    if ((isHanText(before.text) && startsLatin) || (endsLatin && isHanText(after.text)))
      line.put(index, index, ' ', 'space');
  }
}
