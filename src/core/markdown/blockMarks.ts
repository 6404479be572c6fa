import type { BlockMarks } from '../model/doc';

/** Marks of a block as comment lines before it: `<!-- only: weibo/post, x -->`, `<!-- keep -->`. Several may stack. */
export type MarkComment =
  | { readonly kind: 'marks'; readonly marks: Partial<BlockMarks> }
  | { readonly kind: 'unknown'; readonly name: string };

const flags = ['keep', 'lead', 'optional'] as const;
const lists = ['only', 'not'] as const;

/** Reads one comment (`<!-- … -->`); null when the text is not a comment. */
export function readMark(html: string): MarkComment | null {
  const inner = /^<!--([\s\S]*?)-->$/.exec(html.trim())?.[1]?.trim();
  if (inner === undefined) return null;
  const flag = flags.find((name) => name === inner.toLowerCase());
  if (flag !== undefined) return { kind: 'marks', marks: { [flag]: true } };
  const [, name = '', refs = ''] = /^([a-z]+)\s*[:：]\s*([\s\S]*)$/i.exec(inner) ?? [];
  const list = lists.find((known) => known === name.toLowerCase());
  if (list === undefined) return { kind: 'unknown', name: inner.slice(0, 60) };
  const named = refs
    .split(/[,，\s]+/)
    .map((ref) => ref.trim().slice(0, 80))
    .filter((ref) => ref !== '');
  return named.length === 0
    ? { kind: 'unknown', name: inner.slice(0, 60) }
    : { kind: 'marks', marks: { [list]: named } };
}

/** Stacked comments: lists join, flags add up. */
export const joinMarks = (a: Partial<BlockMarks>, b: Partial<BlockMarks>): Partial<BlockMarks> => ({
  ...a,
  ...b,
  ...(a.only || b.only ? { only: [...new Set([...(a.only ?? []), ...(b.only ?? [])])] } : {}),
  ...(a.not || b.not ? { not: [...new Set([...(a.not ?? []), ...(b.not ?? [])])] } : {}),
});

/** The comment lines of a block's marks, in a fixed order. */
export function writeMarks(marks: Partial<BlockMarks>): readonly string[] {
  const lines: string[] = [];
  for (const list of lists) {
    const refs = marks[list] ?? [];
    if (refs.length > 0) lines.push(`<!-- ${list}: ${refs.join(', ')} -->`);
  }
  for (const flag of flags) if (marks[flag] === true) lines.push(`<!-- ${flag} -->`);
  return lines;
}

export const hasMarks = (marks: Partial<BlockMarks>): boolean => writeMarks(marks).length > 0;

/** A platform (`x`) or one of its formats (`weibo/post`). */
export const isRef = (ref: string): boolean => /^[a-z0-9_]{1,40}(\/[a-z0-9_]{1,40})?$/.test(ref);
