import { diffLists } from '../diff/lists';
import { type Bag, bagOf, likenessOf, pairAlike } from '../diff/pairs';
import type { Basis } from './basis';

/**
 * A version somebody wrote by hand falls behind when its source moves on. Here is what moved, sentence by sentence, and
 * how a change of the source is carried into the hand-written text without touching anything else of it.
 */
export type SourceRow = {
  readonly kind: 'same' | 'changed' | 'added' | 'removed';
  /** The sentence in the source then; empty for an added one. */
  readonly before: string;
  /** The sentence in the source now; empty for a removed one. */
  readonly after: string;
  /** Whether it begins a paragraph (of the source now; for a removed one, then). */
  readonly opens: boolean;
};

type Line = { readonly text: string; readonly opens: boolean };

const linesOf = ({ blocks }: Basis): readonly Line[] =>
  blocks.flatMap((block) => block.map((text, index) => ({ text, opens: index === 0 })));

/** How the source then became the source now, in reading order. Rewritten sentences are paired by likeness. */
export function sourceRows(then: Basis, now: Basis): readonly SourceRow[] {
  const before = linesOf(then);
  const after = linesOf(now);
  const runs = diffLists(
    before.map(({ text }) => text),
    after.map(({ text }) => text),
  );
  const rows: SourceRow[] = [];
  let from = 0;
  let to = 0;
  let gone: Line[] = [];
  let come: Line[] = [];
  const flush = (): void => {
    rows.push(...rewritten(gone, come));
    gone = [];
    come = [];
  };
  for (const { kind, count } of runs ?? [])
    for (let step = 0; step < count; step += 1) {
      if (kind === 'removed') gone.push(before[from++] as Line);
      else if (kind === 'added') come.push(after[to++] as Line);
      else {
        flush();
        const line = after[to++] as Line;
        from += 1;
        rows.push({ kind: 'same', before: line.text, after: line.text, opens: line.opens });
      }
    }
  flush();
  return rows;
}

function rewritten(gone: readonly Line[], come: readonly Line[]): readonly SourceRow[] {
  const bags = { gone: gone.map(({ text }) => bagOf(text)), come: come.map(({ text }) => bagOf(text)) };
  return pairAlike(gone, come, (i, j) => likenessOf(bags.gone[i] as Bag, bags.come[j] as Bag)).map(
    (pair): SourceRow => {
      if (pair.kind === 'both')
        return { kind: 'changed', before: pair.before.text, after: pair.after.text, opens: pair.after.opens };
      if (pair.kind === 'gone')
        return { kind: 'removed', before: pair.before.text, after: '', opens: pair.before.opens };
      return { kind: 'added', before: '', after: pair.after.text, opens: pair.after.opens };
    },
  );
}

/** How many sentences of the source changed, came or went. */
export const changesIn = (rows: readonly SourceRow[]): number => rows.filter(({ kind }) => kind !== 'same').length;

export type Carried = {
  readonly text: string;
  /** Rows whose sentence does not stand in the text as the source had it: a person has to look there. */
  readonly missing: readonly number[];
};

/**
 * The hand-written text with the chosen changes carried into it. A rewritten sentence replaces the old one, a removed one
 * goes with the white space before it, an added one follows its nearest predecessor that is there. Everything between
 * stays letter for letter.
 */
export function carry(text: string, rows: readonly SourceRow[], accepted: (row: number) => boolean): Carried {
  let result = text;
  /** End of the last sentence found or put; null before the first. */
  let cursor: number | null = null;
  const missing: number[] = [];
  for (const [index, row] of rows.entries()) {
    if (row.kind === 'added') {
      if (!accepted(index)) continue;
      const place: Place = cursor === null ? beforeNext(result, rows, index) : { at: cursor, left: null };
      const head = result.slice(0, place.at);
      const tail = result.slice(place.at);
      const put = (place.left ?? glueBefore(head, row)) + row.after;
      result = head + put + glueAfter(tail, rows[index + 1]) + tail;
      cursor = place.at + put.length;
      continue;
    }
    const at = find(result, row.before, cursor ?? 0);
    if (at === -1) {
      if (row.kind !== 'same') missing.push(index);
      continue;
    }
    const head = result.slice(0, at);
    const tail = result.slice(at + row.before.length);
    if (row.kind === 'removed' && accepted(index)) {
      const left = closed(head, tail);
      result = left.head + left.tail;
      if (left.head !== '') cursor = left.head.length;
    } else {
      const shown = row.kind === 'changed' && accepted(index) ? row.after : row.before;
      result = head + shown + tail;
      cursor = at + shown.length;
    }
  }
  return { text: result, missing };
}

type Place = { readonly at: number; readonly left: string | null };

/** Where a sentence goes that has no predecessor in the text: before the next one that is there, else at the end. */
function beforeNext(text: string, rows: readonly SourceRow[], from: number): Place {
  for (const row of rows.slice(from + 1)) {
    const at = row.kind === 'added' ? -1 : find(text, row.before, 0);
    if (at !== -1) return { at, left: '' };
  }
  return { at: text.length, left: null };
}

/** The text around a sentence that was taken out, without a gap where it stood. */
function closed(head: string, tail: string): { readonly head: string; readonly tail: string } {
  if (head.trim() === '') return { head: '', tail: tail.trimStart() };
  if (tail.trim() === '') return { head: head.trimEnd(), tail: '' };
  return /\n$/.test(head) && /^\s*\n/.test(tail) ? { head: head.trimEnd(), tail } : { head, tail };
}

/** What parts an added sentence from the one after it in the source, when that begins a paragraph and they would touch. */
const glueAfter = (tail: string, next: SourceRow | undefined): string =>
  next?.opens === true && next.before !== '' && tail.startsWith(next.before) ? '\n\n' : '';

/** What parts an added sentence from the text before it. */
function glueBefore(head: string, { after, opens }: SourceRow): string {
  if (head === '') return '';
  if (opens) return head.endsWith('\n') ? '' : head.includes('\n\n') || !head.includes('\n') ? '\n\n' : '\n';
  return /[A-Za-z0-9.!?)"”]$/.test(head) && /^[A-Za-z0-9("“]/.test(after) ? ' ' : '';
}

/** Where a sentence stands from a place on: first where a sentence may begin, else anywhere. */
function find(text: string, sentence: string, from: number): number {
  let first = -1;
  for (let at = text.indexOf(sentence, from); at !== -1; at = text.indexOf(sentence, at + 1)) {
    if (first === -1) first = at;
    if (at === 0 || BEGINS.test(text.slice(Math.max(0, at - 2), at))) return at;
  }
  return first;
}
const BEGINS = /[\s。！？!?….；;：:”’」』）)\]】]$/u;
