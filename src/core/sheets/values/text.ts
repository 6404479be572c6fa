/** A cell as it is compared: full-width digits and signs made plain, blanks of every kind made one. */
export const plain = (cell: string): string =>
  cell
    .normalize('NFKC')
    .replaceAll(/[\s\u200b-\u200f\ufeff]+/g, ' ')
    .trim();

/** A cell that only says that there is nothing: `-`, `无`, `N/A`. Such a cell is empty for what has a fixed meaning. */
export const saysNothing = (cell: string): boolean =>
  /^(?:[-—–_/\\.。]+|无|暂无|空|n\/?a|none|null|nil)?$/i.test(plain(cell));

/** Parts of a cell that lists things, between any of the signs people put there; blanks around them go. */
export const listed = (cell: string, separators = /[,，、;；|\n\r\t]+/): readonly string[] =>
  cell
    .split(separators)
    .map((part) => part.trim())
    .filter((part) => part !== '');
