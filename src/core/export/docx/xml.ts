/** Text in a part of a Word file: markup escaped; what XML cannot hold shows as the sign for it, instead of going unseen. */
export const xmlText = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(UNHELD, '\ufffd')
    .replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);

/** Controls but tab and line feed, and two that are no characters. */
const UNHELD = /[^\t\n\P{Cc}]|[\ufffe\uffff]/gu;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
export const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Looks of a run of text. */
export type RunLook = {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly strike?: boolean;
  readonly underline?: boolean;
  readonly code?: boolean;
  readonly link?: boolean;
};

/** Properties in the order the schema demands. */
const properties = ({ bold, italic, strike, underline, code, link }: RunLook): string => {
  const style = link === true ? '<w:rStyle w:val="Hyperlink"/>' : code === true ? '<w:rStyle w:val="CodeChar"/>' : '';
  const parts = [
    style,
    bold === true ? '<w:b/>' : '',
    italic === true ? '<w:i/>' : '',
    strike === true ? '<w:strike/>' : '',
    underline === true && link !== true ? '<w:u w:val="single"/>' : '',
  ].join('');
  return parts === '' ? '' : `<w:rPr>${parts}</w:rPr>`;
};

/** A run of text; line breaks and tabs stay what they are. */
export function run(text: string, look: RunLook = {}): string {
  if (text === '') return '';
  const pieces = text.split(/(\r\n?|\n|\t)/).map((piece) => {
    if (piece === '\t') return '<w:tab/>';
    if (/^[\r\n]/.test(piece)) return '<w:br/>';
    return piece === '' ? '' : `<w:t xml:space="preserve">${xmlText(piece)}</w:t>`;
  });
  return `<w:r>${properties(look)}${pieces.join('')}</w:r>`;
}

export type ParagraphLook = {
  readonly style?: string;
  /** A list: which of `numbering.xml`, and how deep from 0. */
  readonly list?: { readonly id: number; readonly level: number } | undefined;
  /** Further in, in levels of a list. */
  readonly indent?: number | undefined;
};

export function paragraph(runs: string, { style, list, indent }: ParagraphLook = {}): string {
  const parts = [
    style === undefined ? '' : `<w:pStyle w:val="${style}"/>`,
    list === undefined
      ? ''
      : `<w:numPr><w:ilvl w:val="${Math.min(list.level, 8)}"/><w:numId w:val="${list.id}"/></w:numPr>`,
    indent === undefined || indent === 0 ? '' : `<w:ind w:left="${indent * INDENT}"/>`,
  ].join('');
  return `<w:p>${parts === '' ? '' : `<w:pPr>${parts}</w:pPr>`}${runs}</w:p>`;
}

/** A level of a list, in twentieths of a point. */
export const INDENT = 420;

/** Width of the text on A4 with the margins of `document.ts`, in twentieths of a point. */
export const TEXT_WIDTH = 9354;

/** Rows of cells that hold paragraphs; `widths` are shares of the whole. The first row repeats on every page where it is a heading. */
export function table(
  rows: readonly (readonly string[])[],
  widths: readonly number[],
  { heading = false, height = 0 }: { readonly heading?: boolean; readonly height?: number } = {},
): string {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const wide = widths.map((width) => Math.floor((width / whole) * TEXT_WIDTH));
  const row = (cells: readonly string[], index: number): string => {
    const properties = [
      '<w:cantSplit/>',
      height === 0 ? '' : `<w:trHeight w:val="${height}" w:hRule="atLeast"/>`,
      heading && index === 0 ? '<w:tblHeader/>' : '',
    ].join('');
    const written = cells.map(
      (cell, column) => `<w:tc><w:tcPr><w:tcW w:w="${wide[column] ?? 0}" w:type="dxa"/></w:tcPr>${cell}</w:tc>`,
    );
    return `<w:tr><w:trPr>${properties}</w:trPr>${written.join('')}</w:tr>`;
  };
  return [
    `<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="${TEXT_WIDTH}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>`,
    `<w:tblGrid>${wide.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`,
    ...rows.map(row),
    '</w:tbl>',
  ].join('');
}
