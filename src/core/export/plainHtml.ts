import { escapeHtml } from '../adapt/articleHtml';

/**
 * Plain text as formatted text that says the same: a paragraph for each, a break for each line. Spaces in a row stay,
 * because an editor that takes formats would make one of them.
 */
export const plainHtml = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, '\n')
    .split(/\n{2,}/)
    .filter((block) => block !== '')
    .map((block) => `<p${/ {2}|^ | $|\t/m.test(block) ? KEPT : ''}>${escapeHtml(block).replaceAll('\n', '<br>')}</p>`)
    .join('');
const KEPT = ' style="white-space:pre-wrap"';
