/**
 * The form in which text is searched: compatibility-normalised and lower case, so that full-width, half-width and
 * capitals meet. Made once when text is written, never per query.
 */
export const searchable = (text: string): string => text.replace(uneven, fold);

/** A searchable text that still knows where each stretch of it came from. */
export type Folded = {
  readonly text: string;
  /** Offsets in the original (UTF-16 units) of what `from`..`to` of the folded text was made from. */
  readonly original: (from: number, to: number) => readonly [from: number, to: number];
};

/**
 * What may change when folded, in pieces that do not touch each other: a letter with its marks (half-width voicing
 * marks included), a run of Hangul letters, any other character that is neither plain ASCII nor a common ideograph.
 */
const uneven = /[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]+|[\s\S][\p{M}\uff9e\uff9f]+|[^\0-@[-\x7f\u3400-\u9fff]/gu;

const known = new Map<string, string>();
const MOST_KNOWN = 4_000;

function fold(piece: string): string {
  let folded = known.get(piece);
  if (folded === undefined) {
    folded = piece.normalize('NFKC').toLowerCase();
    if (known.size < MOST_KNOWN) known.set(piece, folded);
  }
  return folded;
}

type Shift = { readonly at: number; readonly end: number; readonly from: number; readonly to: number };

/** As `searchable`, with the way back: marks are set in the text as it was written. */
export function foldedWithOffsets(original: string): Folded {
  const shifts: Shift[] = [];
  let longer = 0;
  const text = original.replace(uneven, (piece: string, at: number) => {
    const folded = fold(piece);
    if (folded.length !== piece.length) {
      shifts.push({ at: at + longer, end: at + longer + folded.length, from: at, to: at + piece.length });
      longer += folded.length - piece.length;
    }
    return folded;
  });
  const back = (offset: number, isEnd: boolean): number => {
    const last = shifts.findLast(({ at }) => (isEnd ? at < offset : at <= offset));
    if (last === undefined) return offset;
    if (offset >= last.end) return last.to + offset - last.end;
    return isEnd ? last.to : last.from;
  };
  return { text, original: (from, to) => [back(from, false), back(to, true)] };
}
