import { type Folded, foldedWithOffsets } from '../text/searchable';
import { simplified } from './searched';
import { findTerm } from './text';

/** A stretch of a text, from and up to an offset in UTF-16 units. */
export type Mark = readonly [from: number, to: number];
export type Snippet = { readonly text: string; readonly marks: readonly Mark[] };

/** Text shown before and after a hit, in UTF-16 units, and the most hits that get a window of their own. */
const BEFORE = 16;
const AFTER = 40;
const MOST_WINDOWS = 3;
const MOST_MARKS = 40;

/** Every place of every term (`searched`) in a text, in order, overlapping ones joined. */
export function marksIn(text: string, terms: readonly string[]): readonly Mark[] {
  const folded = folding(text);
  const found: Mark[] = [];
  for (const term of terms)
    for (
      let at = findTerm(folded.text, term);
      at >= 0 && found.length < MOST_MARKS;
      at = findTerm(folded.text, term, at + term.length)
    )
      found.push(folded.original(at, at + term.length));
  return joined(found);
}

/** As `searched`, with the way back: simplifying moves nothing. */
function folding(original: string): Folded {
  const folded = foldedWithOffsets(original);
  return { ...folded, text: simplified(folded.text) };
}

export function joined(marks: readonly Mark[]): readonly Mark[] {
  const rising = [...marks].sort((a, b) => a[0] - b[0]);
  const result: Mark[] = [];
  for (const [from, to] of rising) {
    const last = result.at(-1);
    if (last !== undefined && from <= last[1]) result[result.length - 1] = [last[0], Math.max(last[1], to)];
    else result.push([from, to]);
  }
  return result;
}

/** Windows around the first place of each term, joined by `…`, with all places in them marked; null without a place. */
export function snippetOf(text: string, terms: readonly string[]): Snippet | null {
  const folded = folding(text);
  const firsts = terms.flatMap((term): Mark[] => {
    const at = findTerm(folded.text, term);
    return at < 0 ? [] : [folded.original(at, at + term.length)];
  });
  if (firsts.length === 0) return null;
  const windows = joined(firsts.slice(0, MOST_WINDOWS).map(([from, to]) => widened(text, from, to)));
  let made = '';
  const marks: Mark[] = [];
  for (const [from, to] of windows) {
    if (from > 0) made += '…';
    const piece = text.slice(from, to);
    for (const [a, b] of marksIn(piece, terms)) marks.push([made.length + a, made.length + b]);
    made += piece.replaceAll(/\s/gu, ' ');
  }
  if ((windows.at(-1)?.[1] ?? 0) < text.length) made += '…';
  return { text: made, marks };
}

function widened(text: string, from: number, to: number): Mark {
  const start = Math.max(0, from - BEFORE);
  const end = Math.min(text.length, to + AFTER);
  return [isLow(text, start) ? start - 1 : start, isLow(text, end) ? end + 1 : end];
}

/** Whether an offset lies inside a surrogate pair. */
const isLow = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at);
  return at > 0 && unit >= 0xdc00 && unit <= 0xdfff;
};
