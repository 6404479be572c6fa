import type { Finding, Variant } from '../adapt/types';
import { firstGraphemes } from '../text/grapheme';
import { halfWidths } from '../text/length';
import { tokensIn } from '../text/tokens';

/**
 * The same paragraph on several accounts of one platform, which platforms take for one post repeated. Paragraphs are
 * compared by sketches: the smallest hashes of their overlapping runs of letters, so that a changed word or sign still
 * leaves most of them (MinHash, A. Broder 1997). One sketch is made once; an index finds the alike in passing.
 */
export type Sketch = {
  /** Ascending, each once; 32-bit. */
  readonly marks: readonly number[];
  /** The beginning of the paragraph, to name it by. */
  readonly text: string;
};

/** A placed text, as far as its likeness goes. */
export type Placed = {
  readonly id: string;
  readonly platform: string;
  readonly accountId: string;
  readonly account: string;
  /** `2026-10-03`; null while it has no day. */
  readonly day: string | null;
  readonly sketches: readonly Sketch[];
};

/** Letters in a run. Shorter ones would find everything alike, longer ones nothing after one changed word. */
const RUN = 5;
const MARKS = 8;
/** Of the smallest marks of two paragraphs together, so many must be in both: about three quarters of the runs. */
const ALIKE = 6;
/** Half-widths of letters a paragraph must have: a greeting or a sign-off may be the same everywhere. */
const LEAST = 48;
/** Paragraphs of a text that are looked at. */
const MOST_PARAGRAPHS = 60;
const MOST_LETTERS = 4_000;
/** Marks by which alike paragraphs are looked up. */
const LOOKUP = 3;
/** Days between two posts beyond which nobody takes them for one. */
export const NEAR_DAYS = 30;
/** Accounts a finding names. */
const MOST_NAMED = 5;

/** The sketches of a variant's paragraphs, in order; short ones have none. */
export function sketchesOf({ body, parts }: Pick<Variant, 'body' | 'parts'>): readonly Sketch[] {
  const text = parts.length > 1 ? parts.join('\n') : body;
  return text
    .split('\n')
    .filter((line) => line.length > RUN)
    .slice(0, MOST_PARAGRAPHS)
    .flatMap((line) => {
      const letters = lettersOf(line.slice(0, MOST_LETTERS));
      return halfWidths(letters) < LEAST ? [] : [{ marks: marksOf(letters), text: firstGraphemes(line.trim(), 24) }];
    });
}

/** Letters and digits alone, of one width and case: addresses, tags and mentions differ from account to account. */
function lettersOf(line: string): string {
  let text = '';
  let from = 0;
  for (const { start, end } of tokensIn(line)) {
    text += line.slice(from, start);
    from = end;
  }
  text += line.slice(from);
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

function marksOf(letters: string): readonly number[] {
  const marks: number[] = [];
  for (let start = 0; start + RUN <= letters.length; start += 1) {
    const mark = hash(letters, start);
    const last = marks[MARKS - 1];
    if ((last !== undefined && mark >= last) || marks.includes(mark)) continue;
    const at = marks.findIndex((other) => other > mark);
    marks.splice(at === -1 ? marks.length : at, 0, mark);
    if (marks.length > MARKS) marks.pop();
  }
  return marks;
}

/** FNV-1a over one run, with a last stir: neighbouring runs must not have neighbouring marks. */
function hash(text: string, start: number): number {
  let mark = 0x811c9dc5;
  for (let index = start; index < start + RUN; index += 1) mark = Math.imul(mark ^ text.charCodeAt(index), 0x01000193);
  mark ^= mark >>> 15;
  mark = Math.imul(mark, 0x2c1b3c6d);
  return (mark ^ (mark >>> 12)) >>> 0;
}

export function areAlike(a: Sketch['marks'], b: Sketch['marks']): boolean {
  if (a.length === 0 || b.length === 0) return false;
  const smallest = [...new Set([...a, ...b])].sort((one, other) => one - other).slice(0, MARKS);
  const shared = smallest.filter((mark) => a.includes(mark) && b.includes(mark)).length;
  return shared >= Math.min(ALIKE, smallest.length);
}

/** What is to be said about a text beside others that may be alike; null when none is. */
export function sameTextFinding(placed: Placed, others: Iterable<Placed>): Finding | null {
  let first = Number.POSITIVE_INFINITY;
  const near = new Map<string, Placed>();
  for (const other of others) {
    if (other.platform !== placed.platform || other.accountId === placed.accountId || !isNear(placed, other)) continue;
    const shared = placed.sketches.findIndex(({ marks }) =>
      other.sketches.some((sketch) => areAlike(marks, sketch.marks)),
    );
    if (shared === -1) continue;
    first = Math.min(first, shared);
    const known = near.get(other.accountId);
    if (known === undefined || order(other, known) < 0) near.set(other.accountId, other);
  }
  if (near.size === 0) return null;
  const named = [...near.values()].sort(order);
  const where = [
    ...named.slice(0, MOST_NAMED).map(({ account, day }) => (day === null ? account : `${account} ${day}`)),
    ...(named.length > MOST_NAMED ? ['…'] : []),
  ].join(' · ');
  const text = placed.sketches[first]?.text ?? '';
  return { code: 'same_text', severity: 'warning', field: 'body', params: { count: near.size, where, text } };
}

const order = (a: Placed, b: Placed): number => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0);
const keyOf = ({ day, account, id }: Placed): string => `${day ?? '9999'} ${account} ${id}`;

function isNear(a: Placed, b: Placed): boolean {
  if (a.day === null || b.day === null) return true;
  return Math.abs(Date.parse(a.day) - Date.parse(b.day)) <= NEAR_DAYS * 86_400_000;
}

/** Placed texts held in memory, each put in or taken out by itself. */
export type SameTextIndex = {
  readonly put: (placed: Placed) => void;
  readonly remove: (id: string) => void;
  /** What is to be said about one of them. */
  readonly findingOf: (id: string) => Finding | null;
};

/** Under what a placed text is looked up: the first marks of each paragraph, other ones on every platform. */
export function lookupsOf({ platform, sketches }: Pick<Placed, 'platform' | 'sketches'>): readonly number[] {
  const stir = hash(platform.padEnd(RUN, ' '), 0) ^ platform.length;
  return [...new Set(sketches.flatMap(({ marks }) => marks.slice(0, LOOKUP).map((mark) => (mark ^ stir) >>> 0)))];
}

export function createSameTextIndex(): SameTextIndex {
  const all = new Map<string, Placed>();
  const byMark = new Map<number, Set<string>>();
  const remove = (id: string): void => {
    const known = all.get(id);
    if (known === undefined) return;
    all.delete(id);
    for (const mark of lookupsOf(known)) byMark.get(mark)?.delete(id);
  };
  return {
    put: (placed) => {
      remove(placed.id);
      all.set(placed.id, placed);
      for (const mark of lookupsOf(placed)) {
        const ids = byMark.get(mark) ?? new Set<string>();
        byMark.set(mark, ids.add(placed.id));
      }
    },
    remove,
    findingOf: (id) => {
      const placed = all.get(id);
      if (placed === undefined) return null;
      const ids = new Set(lookupsOf(placed).flatMap((mark) => [...(byMark.get(mark) ?? [])]));
      ids.delete(id);
      return sameTextFinding(
        placed,
        [...ids].flatMap((other) => all.get(other) ?? []),
      );
    },
  };
}
