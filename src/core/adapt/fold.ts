import { count } from '../platforms/counters';
import type { CounterId, FormatPack } from '../platforms/pack';
import { graphemes } from '../text/grapheme';
import { tokensIn } from '../text/tokens';
import { callToAct } from './callToAct';
import type { Fold, FoldHidden, Variant } from './types';

type Folding = Pick<FormatPack, 'limits' | 'count'>;

/** Where a feed folds a text, as a UTF-16 index; null where the pack knows no fold or the text is shorter. */
export const foldIndex = (text: string, { limits, count: rules }: Folding): number | null =>
  limits.fold === undefined ? null : endWithin(text, rules.body, limits.fold);

/**
 * Where the longest beginning of whole clusters within `max` of a unit ends; null where all of it is within. Looks only
 * as far as it must, however long the text, and halves over clusters, so that it costs a dozen counts.
 */
export function endWithin(text: string, unit: CounterId, max: number): number | null {
  let reach = Math.min(text.length, max * 4 + 512);
  while (count(unit, text.slice(0, reach)) <= max) {
    if (reach === text.length) return null;
    reach = Math.min(text.length, reach * 2);
  }
  const ends: number[] = [0];
  for (const cluster of graphemes(text.slice(0, reach))) ends.push((ends.at(-1) ?? 0) + cluster.length);
  let fits = 0;
  let over = ends.length - 1;
  while (over - fits > 1) {
    const middle = (fits + over) >> 1;
    if (count(unit, text.slice(0, ends[middle])) <= max) fits = middle;
    else over = middle;
  }
  return ends[fits] ?? 0;
}

/** The fold of a variant's body, or of its first post, and what it hides: a link, a tag, a call that none above it is. */
export function foldOf({ body, parts }: Pick<Variant, 'body' | 'parts'>, format: Folding): Fold | null {
  const [first] = parts;
  const thread = parts.length > 1 && first !== undefined;
  const text = thread ? first : body;
  const at = foldIndex(text, format);
  if (at === null) return null;
  const hides: FoldHidden[] = [];
  const looked = text.slice(0, MAX_LOOK);
  const link = /https?:\/\/[!-~]+/i.exec(looked);
  if (link !== null && link.index + link[0].length > at) hides.push({ kind: 'link', text: link[0] });
  const tag = tokensIn(looked).find(({ kind }) => kind === 'tag');
  if (tag !== undefined && tag.end > at) hides.push({ kind: 'tag', text: tag.text });
  const call = callToAct(looked);
  if (call !== null && call.start + call.text.length > at) hides.push({ kind: 'call', text: call.text });
  return { field: thread ? 'part 1' : 'body', at, hides };
}

/** Nobody looks for the opening's link further down. */
const MAX_LOOK = 20_000;
