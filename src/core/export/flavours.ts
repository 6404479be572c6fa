import { escapeHtml } from '../adapt/articleHtml';
import { guardCell } from './csv';

/** What lies on the clipboard: the box it is pasted into takes the flavour it understands. */
export type Flavours = { readonly text: string; readonly html: string };

/**
 * Rows as a sheet takes them: cells between tabs, and a table. The first row is the heading. A text that a sheet could
 * run as a formula is guarded in both.
 */
export function tableFlavours(rows: readonly (readonly string[])[]): Flavours {
  const guarded = rows.map((row) => row.map(guardCell));
  const [head = [], ...body] = guarded;
  const cells = (row: readonly string[], name: 'th' | 'td'): string =>
    `<tr>${row.map((cell) => `<${name}${name === 'td' ? AS_TEXT : ''}>${escapeHtml(cell).replaceAll('\n', '<br>')}</${name}>`).join('')}</tr>`;
  return {
    text: guarded.map((row) => row.map(tabCell).join('\t')).join('\r\n'),
    html: `<table border="1"><thead>${cells(head, 'th')}</thead><tbody>${body.map((row) => cells(row, 'td')).join('')}</tbody></table>`,
  };
}

/** Excel would read `10-11` as a day and `1/2` as a share. */
const AS_TEXT = ' style="mso-number-format:\'\\@\'"';

const tabCell = (text: string): string => (/["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
