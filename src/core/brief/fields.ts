import type { BlockNode, Doc, InlineNode } from '../model/doc';

/** `{{deadline}}` in plain text, spaces allowed; the name is the first group. */
const FIELD = /\{\{\s*([^{}\n]{1,80}?)\s*\}\}/gu;

/** Names of fields in a plain text, each once, in reading order. */
export const fieldsInText = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(FIELD)].map((match) => match[1] ?? '')),
];

/** A stretch of a plain text: a field by its name, or (null) words. `at` is where it begins. */
export type FieldPart = { readonly at: number; readonly text: string; readonly name: string | null };

/** A plain text cut at its fields; joined again, the parts are the text. */
export function cutAtFields(text: string): readonly FieldPart[] {
  const parts: FieldPart[] = [];
  let at = 0;
  for (const match of text.matchAll(FIELD)) {
    if (match.index > at) parts.push({ at, text: text.slice(at, match.index), name: null });
    parts.push({ at: match.index, text: match[0], name: match[1] ?? '' });
    at = match.index + match[0].length;
  }
  if (at < text.length) parts.push({ at, text: text.slice(at), name: null });
  return parts;
}

/**
 * Fills the fields of a plain text (a title) from the brief. A field the brief does not answer stays visible, so that
 * the rules report it and nobody publishes it by accident.
 */
export function fillFields(text: string, brief: Readonly<Record<string, string>>): string {
  if (!text.includes('{{')) return text;
  return text.replace(FIELD, (whole, name: string, at: number) => {
    const value = Object.hasOwn(brief, name) ? (brief[name] ?? '').trim() : '';
    if (value === '') return whole;
    // An address and what stands beside it would read as one longer address.
    const before = endsWithAddress.test(text.slice(0, at)) && printed.test(value.charAt(0)) ? ' ' : '';
    const after = endsWithAddress.test(value) && printed.test(text.charAt(at + whole.length)) ? ' ' : '';
    return before + value + after;
  });
}

const endsWithAddress = /https?:\/\/[!-~]+$/i;
const printed = /^[!-~]$/;

/** Names of the fields a body quotes, each once, in reading order: as tokens or typed by hand. */
export function fieldsInDoc(doc: Doc): readonly string[] {
  const found = new Set<string>();
  const inline = (node: InlineNode): void => {
    if (node.type === 'field') found.add(node.attrs.name);
    if (node.type === 'text') for (const name of fieldsInText(node.text)) found.add(name);
  };
  const walk = (node: { readonly content?: readonly unknown[] | undefined; readonly type: string }): void => {
    for (const child of node.content ?? []) {
      const next = child as InlineNode | BlockNode;
      if (next.type === 'text' || next.type === 'field') inline(next);
      else walk(next as { readonly content?: readonly unknown[]; readonly type: string });
    }
  };
  for (const block of doc.content) walk(block as { readonly content?: readonly unknown[]; readonly type: string });
  return [...found];
}
