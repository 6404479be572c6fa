import type { Finding, OverrideField, Variant } from '../../adapt/types';
import { overrideFields } from '../../adapt/types';
import type { Lang } from '../../model/records';
import { clauses } from '../../text/sentences';

/** The text a finding stands in, as a person would write over it; null where it is no text of the variant. */
export function textAt({ title, body, extra }: Variant, { field }: Pick<Finding, 'field'>): Editable | null {
  if (field === 'body' || field.startsWith('part ')) return { field: 'body', text: body };
  if (field === 'title') return title === null ? null : { field: 'title', text: title };
  const text = { digest: extra.digest, cover: extra.cover, firstComment: extra.firstComment }[field];
  return text === undefined || !isOverride(field) ? null : { field, text };
}
export type Editable = { readonly field: OverrideField; readonly text: string };

const isOverride = (field: string): field is OverrideField => (overrideFields as readonly string[]).includes(field);

/** As many clauses from the beginning as fit; empty when not even the first does. */
export function firstClauses(text: string, lang: Lang, fits: (text: string) => boolean): string {
  const all = clauses(text, lang);
  for (let count = all.length; count > 0; count -= 1) {
    const kept = trimTail(all.slice(0, count).join(''));
    if (fits(kept)) return kept;
  }
  return '';
}

/** A text without some stretches, ordered and apart; a line nothing is left of goes with them. */
export function without(text: string, stretches: readonly { readonly start: number; readonly end: number }[]): string {
  let left = '';
  let from = 0;
  for (const { start, end } of stretches) {
    left += text.slice(from, start);
    from = end;
    // Of the spaces on both sides one is enough.
    if (/(?:^|\s)$/u.test(left)) while (/[^\S\n]/u.test(text.charAt(from))) from += 1;
  }
  left += text.slice(from);
  return left
    .split('\n')
    .map((line) => line.replace(/[^\S\n]+$/u, ''))
    .filter((line, index, lines) => line !== '' || (lines[index - 1] ?? '') !== '')
    .join('\n')
    .trim();
}

/** A text without the clauses that are to go, by where they stand; a sentence that loses its last clause keeps its end. */
export function withoutClauses(text: string, lang: Lang, goes: (clause: string, start: number) => boolean): string {
  const kept: string[] = [];
  let start = 0;
  for (const clause of clauses(text, lang)) {
    const stays = !goes(clause, start);
    start += clause.length;
    if (stays) {
      kept.push(clause);
      continue;
    }
    const end = /[。！？!?.…]+[^\p{L}\p{N}]*$/u.exec(clause)?.[0];
    const before = kept.at(-1);
    if (end !== undefined && before !== undefined && /[，；：,;:]\s*$/u.test(before))
      kept[kept.length - 1] = before.replace(/[，；：,;:]\s*$/u, end);
  }
  return kept.join('').trim();
}

const trimTail = (text: string): string => text.replace(/[\s，；：、,;:—–-]+$/u, '');
