export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** Text for workbook parts: markup escaped, and what XML cannot hold written as Excel does (`_x0001_`). */
export const xmlText = (text: string): string =>
  text
    .toWellFormed()
    // Text that looks like such an escape already would be read as one.
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll(UNHELD, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);

/** Controls but tab and line feed; a carriage return, which a reader would turn into a line feed; two that are no characters. */
const UNHELD = /[^\t\n\P{Cc}]|[\ufffe\uffff]/gu;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** `A` for 1, `AA` for 27. */
export function columnName(number: number): string {
  const rest = (number - 1) % 26;
  return (number > 26 ? columnName((number - 1 - rest) / 26) : '') + String.fromCharCode(65 + rest);
}
