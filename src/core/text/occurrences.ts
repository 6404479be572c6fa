/** Where a text occurs in another, taken literally, from left to right without overlap. Offsets are UTF-16 units. */
export function occurrences(text: string, sought: string, exact: boolean): readonly number[] {
  if (sought === '') return [];
  return [...text.matchAll(pattern(sought, exact))].map(({ index }) => index);
}

/** The text with every occurrence replaced. */
export const replaceOccurrences = (text: string, sought: string, replacement: string, exact: boolean): string =>
  sought === '' ? text : text.replace(pattern(sought, exact), () => replacement);

const pattern = (sought: string, exact: boolean): RegExp =>
  new RegExp(sought.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'), exact ? 'gu' : 'giu');
