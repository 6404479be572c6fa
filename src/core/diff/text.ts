import { diffLists } from './lists';

/** A stretch of text that stayed, came or went. */
export type Part = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string };

/**
 * What a reader takes as one step: a Han, kana or Hangul sign, a word of any other script, a run of white space, a sign.
 * An emoji with its joiners and tones stays whole.
 */
const TOKEN =
  /\p{Extended_Pictographic}(?:\u200d\p{Extended_Pictographic}|[\ufe0f\u{1f3fb}-\u{1f3ff}])*|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]\p{M}*|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])[\p{L}\p{N}_])[\p{M}\p{N}_'’]*(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])[\p{L}\p{N}_'’\p{M}])*|\n|[^\S\n]+|[\s\S]/gu;

export const tokensOf = (text: string): readonly string[] => text.match(TOKEN) ?? [];

/** Beyond this many insertions and removals the texts have little in common, and comparing them sign by sign says nothing. */
const MOST_EDITS = 3_000;

/**
 * How one text became the other: Chinese sign by sign, other scripts word by word. Law: what is `same` or `removed`,
 * joined, is `before`; what is `same` or `added` is `after`.
 */
export function diffText(before: string, after: string): readonly Part[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  const a = tokensOf(before);
  const b = tokensOf(after);
  const runs = diffLists(a, b, MOST_EDITS);
  if (runs === null) return ends(a, b);
  let from = 0;
  let to = 0;
  const parts = runs.map(({ kind, count }): Part => {
    const text = (kind === 'added' ? b.slice(to, to + count) : a.slice(from, from + count)).join('');
    if (kind !== 'added') from += count;
    if (kind !== 'removed') to += count;
    return { kind, text };
  });
  return joined(calm(parts));
}

/** Texts too far apart: what they begin and end with alike, and the middle as a whole. */
function ends(a: readonly string[], b: readonly string[]): readonly Part[] {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail])
    tail += 1;
  const part = (kind: Part['kind'], tokens: readonly string[]): Part => ({ kind, text: tokens.join('') });
  return joined([
    part('same', a.slice(0, head)),
    part('removed', a.slice(head, a.length - tail)),
    part('added', b.slice(head, b.length - tail)),
    part('same', a.slice(a.length - tail)),
  ]);
}

/**
 * A single sign or space that two rewritten stretches happen to share reads as confetti, not as something kept: it goes
 * into both sides. Line breaks stay, because they hold the shape.
 */
function calm(parts: readonly Part[]): readonly Part[] {
  const isIsland = (index: number): boolean => {
    const part = parts[index];
    if (part === undefined || part.kind !== 'same' || part.text.includes('\n')) return false;
    if (tokensOf(part.text).length > 1) return false;
    return isRewritten(parts, index - 1, -1) && isRewritten(parts, index + 1, 1);
  };
  return parts.flatMap((part, index): readonly Part[] =>
    isIsland(index)
      ? [
          { kind: 'removed', text: part.text },
          { kind: 'added', text: part.text },
        ]
      : [part],
  );
}

/** Whether something of at least two signs went and something came next to `index`, looking in one direction. */
function isRewritten(parts: readonly Part[], index: number, direction: 1 | -1): boolean {
  const near = [parts[index], parts[index + direction]].filter((part) => part !== undefined);
  const long = (kind: Part['kind']) => near.some((part) => part.kind === kind && part.text.length > 1);
  return long('removed') && long('added');
}

/** Neighbours of one kind become one part; between two stretches that stayed, what went stands before what came. */
function joined(parts: readonly Part[]): readonly Part[] {
  const out: Part[] = [];
  let removed = '';
  let added = '';
  const flush = (): void => {
    if (removed !== '') out.push({ kind: 'removed', text: removed });
    if (added !== '') out.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  for (const { kind, text } of parts) {
    if (text === '') continue;
    if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else {
      flush();
      const last = out.at(-1);
      if (last?.kind === 'same') out[out.length - 1] = { kind: 'same', text: last.text + text };
      else out.push({ kind: 'same', text });
    }
  }
  flush();
  return out;
}

/** The text before, of a list of parts. */
export const beforeOf = (parts: readonly Part[]): string =>
  parts.map((part) => (part.kind === 'added' ? '' : part.text)).join('');

/** The text after: applying the difference. */
export const afterOf = (parts: readonly Part[]): string =>
  parts.map((part) => (part.kind === 'removed' ? '' : part.text)).join('');
