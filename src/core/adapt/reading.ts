import { isFactOf } from './facts';
import { clean, flattenBlock } from './flatten';
import type { Origin, SentencePlace, Source } from './types';

/** The source as a person reads it beside a version: numbered sentences, what marks their block, and where each went. */
export type ReadSentence = {
  readonly place: SentencePlace;
  /** From 1, through the whole source. */
  readonly number: number;
  /** With the brief's answers filled in; equals the `before` of a trace. */
  readonly text: string;
  readonly kind: 'text' | 'heading';
  /** Begins a block, and so has a gap above it and carries the block's badges. */
  readonly opens: boolean;
  readonly badges: readonly Badge[];
};

export type Badge =
  | { readonly kind: 'lead' | 'keep' | 'optional' | 'fact' }
  | { readonly kind: 'only' | 'not'; readonly refs: readonly string[] };

/** What became of a sentence: seen at first sight, behind the fold, only spoken (a film, a live stream), or not there. */
export type Use = 'first' | 'folded' | 'spoken' | 'unused';

/** Names a place among those of one source. */
export const placeKey = ({ block, index }: SentencePlace): string => `${block}/${index}`;

export function readSentences(source: Source): readonly ReadSentence[] {
  const field = (name: string): string | null => {
    const value = Object.hasOwn(source.brief, name) ? clean(source.brief[name] ?? '').trim() : '';
    return value === '' ? null : value;
  };
  const isFact = isFactOf(source);
  const found: ReadSentence[] = [];
  for (const [block, node] of source.body.content.entries()) {
    const { lead = false, keep = false, optional = false, only = [], not = [] } = node.attrs ?? {};
    const ofBlock: readonly Badge[] = [
      ...(lead ? [{ kind: 'lead' } as const] : []),
      ...(keep ? [{ kind: 'keep' } as const] : []),
      ...(optional ? [{ kind: 'optional' } as const] : []),
      ...(only.length > 0 ? [{ kind: 'only', refs: only } as const] : []),
      ...(not.length > 0 ? [{ kind: 'not', refs: not } as const] : []),
    ];
    for (const paragraph of flattenBlock(node, block, field, source.lang))
      for (const { source: text, at } of paragraph.sentences) {
        if (at === undefined) continue;
        const opens = at.index === 0;
        found.push({
          place: at,
          number: found.length + 1,
          text,
          kind: paragraph.kind === 'heading' ? 'heading' : 'text',
          opens,
          badges: [...(opens ? ofBlock : []), ...(isFact(text) ? [{ kind: 'fact' } as const] : [])],
        });
      }
  }
  return found;
}

/**
 * Where each sentence stands in a version, by `placeKey`; a sentence that is not there is absent. `fold` is the length of
 * what the feed shows of the first text, in UTF-16 units; null where nothing folds. Every post after the first is behind it.
 * `spoken` is what a script or run of show says (`extra.spoken`).
 */
export function usesOf(
  origins: readonly Origin[],
  fold: number | null,
  spoken: readonly Origin[] = [],
): ReadonlyMap<string, Exclude<Use, 'unused'>> {
  const uses = new Map<string, Exclude<Use, 'unused'>>();
  for (const { field, start, from } of origins) {
    if (from.kind !== 'sentence') continue;
    const isFirstText = field === 'body' || field === 'part 1';
    const use = isFirstText && (fold === null || start < fold) ? 'first' : 'folded';
    const key = placeKey(from);
    if (uses.get(key) !== 'first') uses.set(key, use);
  }
  for (const { from } of spoken)
    if (from.kind === 'sentence' && !uses.has(placeKey(from))) uses.set(placeKey(from), 'spoken');
  return uses;
}

/** The source as one text, paragraph by paragraph, to set beside a version. Latin sentences are parted by a space. */
export const readText = (sentences: readonly ReadSentence[]): string =>
  sentences.reduce((whole, { text, opens }) => {
    if (whole === '') return text;
    return `${whole}${opens ? '\n\n' : /[!-~]$/.test(whole) ? ' ' : ''}${text}`;
  }, '');

/**
 * Sentences of the source that stand word for word in a text somebody wrote by hand, in reading order. A sentence is
 * looked for after the one before it first, then anywhere that is still free.
 */
export function originsByWords(field: string, text: string, sentences: readonly ReadSentence[]): readonly Origin[] {
  const found: Origin[] = [];
  const isFree = (start: number, end: number): boolean =>
    found.every((other) => end <= other.start || start >= other.end);
  let cursor = 0;
  for (const { text: sentence, place } of sentences) {
    const wanted = sentence.trim();
    if (wanted.length < LEAST_WORDS) continue;
    const ahead = text.indexOf(wanted, cursor);
    const start = ahead === -1 ? text.indexOf(wanted) : ahead;
    const end = start + wanted.length;
    if (start === -1 || !isFree(start, end)) continue;
    found.push({ field, start, end, from: { kind: 'sentence', ...place } });
    cursor = end;
  }
  return found.sort((a, b) => a.start - b.start);
}
/** Shorter stretches stand in any text and say nothing. */
const LEAST_WORDS = 3;
