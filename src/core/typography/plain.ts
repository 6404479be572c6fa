import { cutAtFields } from '../brief/fields';
import type { Doc, InlineNode } from '../model/doc';
import type { QuoteStyle } from './line';
import { type TypographyChange, typographyOf } from './typography';

/**
 * What typography would change in a plain text: a title, a field of the brief, the words of a picture. Each of its
 * lines is a `block`; fields in it (`{{place}}`) are locked.
 */
export const typographyOfText = (text: string, style: QuoteStyle): readonly TypographyChange[] =>
  typographyOf({ type: 'doc', content: text.split('\n').map(paragraph) } as Doc, style);

/** The text with these changes, which must come from the same text. */
export function applyToText(text: string, changes: readonly TypographyChange[]): string {
  return text
    .split('\n')
    .map((line, block) =>
      changes
        .flatMap((change) => (change.block === block ? change.edits : []))
        .toSorted((a, b) => b.at - a.at)
        .reduce((made, { at, before, after }) => made.slice(0, at) + after + made.slice(at + before.length), line),
    )
    .join('\n');
}

const paragraph = (line: string) => ({
  type: 'paragraph',
  content: cutAtFields(line).map(
    ({ text, name }): InlineNode => ({ type: 'text', text, ...(name === null ? {} : { marks: [{ type: 'code' }] }) }),
  ),
});
