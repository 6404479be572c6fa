import type { Origin, OriginFrom, SentencePlace } from '../../../../core/adapt/types';
import { tokensIn } from '../../../../core/text/tokens';

/** A stretch of a text that looks one way. */
export type Run = { readonly key: string; readonly text: string; readonly look: 'plain' | 'tag' | 'link' | 'mention' };

/** A stretch of a text that comes from one place; `from` is null for white space, signs and what was written by hand. */
export type Span = {
  readonly key: string;
  readonly from: OriginFrom | null;
  readonly runs: readonly Run[];
};

const lookOf = { url: 'link', tag: 'tag', mention: 'mention', field: 'plain', emoticon: 'plain' } as const;

/**
 * A text as spans, in order: law, all runs joined are `text.slice(from, to)`. `origins` are those of this text; `from` and
 * `to` cut out a window (what stands above a fold) in UTF-16 units, and a sentence or tag the fold runs through is on
 * both sides.
 */
export function spansOf(text: string, origins: readonly Origin[], from = 0, to: number = text.length): readonly Span[] {
  const tokens = tokensIn(text);
  const spans: Span[] = [];
  const run = (start: number, end: number, look: Run['look']): Run => ({
    key: `${start}`,
    text: text.slice(start, end),
    look,
  });
  let next = 0;
  const add = (start: number, end: number, origin: OriginFrom | null): void => {
    const a = Math.max(start, from);
    const b = Math.min(end, to);
    if (a >= b) return;
    while ((tokens[next]?.end ?? Number.POSITIVE_INFINITY) <= a) next += 1;
    const runs: Run[] = [];
    let at = a;
    for (let index = next; index < tokens.length; index += 1) {
      const token = tokens[index];
      if (token === undefined || token.start >= b) break;
      const begin = Math.max(token.start, at);
      const finish = Math.min(token.end, b);
      if (begin > at) runs.push(run(at, begin, 'plain'));
      if (finish > begin) runs.push(run(begin, finish, lookOf[token.kind]));
      at = Math.max(at, finish);
    }
    if (at < b) runs.push(run(at, b, 'plain'));
    spans.push({ key: `${a}`, from: origin, runs });
  };
  let at = 0;
  for (const origin of origins) {
    if (origin.start > at) add(at, origin.start, null);
    add(Math.max(origin.start, at), origin.end, origin.from);
    at = Math.max(at, origin.end);
  }
  add(at, text.length, null);
  return spans;
}

export const placeOf = (from: OriginFrom | null): SentencePlace | null =>
  from?.kind === 'sentence' ? { block: from.block, index: from.index } : null;

export const isSame = (a: SentencePlace | null | undefined, b: SentencePlace | null | undefined): boolean =>
  a != null && b != null && a.block === b.block && a.index === b.index;

/** `3:0`, as a `data-at` mark. */
export const placeKey = ({ block, index }: SentencePlace): string => `${block}:${index}`;
export function readPlace(key: string | null | undefined): SentencePlace | null {
  const [block, index] = (key ?? '').split(':').map(Number);
  return block === undefined || index === undefined || Number.isNaN(block) || Number.isNaN(index)
    ? null
    : { block, index };
}

/** The origins of one text of a variant: its body, or a post of its thread. */
export const originsOf = (origins: readonly Origin[], field: string): readonly Origin[] =>
  origins.filter((origin) => origin.field === field);
