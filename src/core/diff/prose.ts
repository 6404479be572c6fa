import type { Lang } from '../model/records';
import { sentences } from '../text/sentences';
import { diffLists } from './lists';
import { type Bag, bagOf, likenessOf, pairAlike } from './pairs';
import { diffText, type Part } from './text';

/**
 * How one text became another when most of it may have gone: sentences that stayed are found first, those that were
 * rewritten are paired by likeness, and only they are compared word by word. So a long article and a short post made
 * from it can be laid side by side. Law: as for `diffText`, the two texts can be read back.
 */
export function diffProse(before: string, after: string, lang: Lang): readonly Part[] {
  const a = sentences(before, lang);
  const b = sentences(after, lang);
  // White space around a sentence differs from platform to platform and is no part of what it says.
  const runs = diffLists(a.map(said), b.map(said), MOST_EDITS);
  if (runs === null) return diffText(before, after);
  const parts: Part[] = [];
  let from = 0;
  let to = 0;
  let gone: string[] = [];
  let come: string[] = [];
  const flush = (): void => {
    parts.push(...rewritten(gone, come));
    gone = [];
    come = [];
  };
  for (const { kind, count } of runs)
    for (let step = 0; step < count; step += 1) {
      if (kind === 'removed') gone.push(a[from++] ?? '');
      else if (kind === 'added') come.push(b[to++] ?? '');
      else {
        flush();
        parts.push(...diffText(a[from++] ?? '', b[to++] ?? ''));
      }
    }
  flush();
  return parts;
}

/** Sentences that came and went, at most; beyond it two texts have nothing to do with each other. */
const MOST_EDITS = 4_000;
const said = (sentence: string): string => sentence.trim();

function rewritten(gone: readonly string[], come: readonly string[]): readonly Part[] {
  if (gone.length === 0 && come.length === 0) return [];
  const bags = { gone: gone.map(bagOf), come: come.map(bagOf) };
  const like = (i: number, j: number): number => likenessOf(bags.gone[i] as Bag, bags.come[j] as Bag);
  return pairAlike(gone, come, like).flatMap((pair): readonly Part[] => {
    if (pair.kind === 'both') return diffText(pair.before, pair.after);
    if (pair.kind === 'gone') return [{ kind: 'removed', text: pair.before }];
    return [{ kind: 'added', text: pair.after }];
  });
}

/** One line of two columns: what stands on the left (kept or gone) beside what stands on the right (kept or come). */
export type SideRow = { readonly left: readonly Part[]; readonly right: readonly Part[] };

/** A difference as two columns that stay level: a new row begins wherever both texts break a line at the same place. */
export function sideRows(parts: readonly Part[]): readonly SideRow[] {
  const rows: SideRow[] = [];
  let left: Part[] = [];
  let right: Part[] = [];
  const flush = (): void => {
    if (hasWords(left) || hasWords(right)) rows.push({ left: trimmed(left), right: trimmed(right) });
    left = [];
    right = [];
  };
  for (const part of parts) {
    if (part.kind === 'removed') left.push(part);
    else if (part.kind === 'added') right.push(part);
    else
      for (const [index, line] of part.text.split('\n').entries()) {
        if (index > 0) flush();
        if (line === '') continue;
        left.push({ kind: 'same', text: line });
        right.push({ kind: 'same', text: line });
      }
  }
  flush();
  return rows;
}

const hasWords = (parts: readonly Part[]): boolean => parts.some(({ text }) => text.trim() !== '');

/** Without line breaks at the edges, which would only make a cell taller. */
function trimmed(parts: readonly Part[]): readonly Part[] {
  const first = parts.findIndex(({ text }) => text.trim() !== '');
  const last = parts.findLastIndex(({ text }) => text.trim() !== '');
  return parts.slice(first, last + 1).map((part, index, all) => {
    const single = part.text.replace(/\n\s*\n/g, '\n');
    const start = index === 0 ? single.replace(/^\s*\n/, '') : single;
    return { ...part, text: index === all.length - 1 ? start.trimEnd() : start };
  });
}
