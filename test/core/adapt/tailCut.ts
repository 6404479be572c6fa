import { type Context, type Draft, emptyDraft, noVoice } from '../../../src/core/adapt/draft';
import { bodyRoom } from '../../../src/core/adapt/room';
import { blocks } from '../../../src/core/adapt/steps/blocks';
import { slackOf } from '../../../src/core/adapt/steps/fit';
import { opening } from '../../../src/core/adapt/steps/opening';
import { order } from '../../../src/core/adapt/steps/order';
import type { AdaptInput, SentencePlace, TraceEntry, Variant } from '../../../src/core/adapt/types';
import { fillFields } from '../../../src/core/brief/fields';

/** One sentence of a shortened text, and whether it stands in either shortening. */
export type Cut = {
  readonly text: string;
  readonly tail: boolean;
  readonly ours: boolean;
  /** Why ours left it out; null where it stands. */
  readonly removed: TraceEntry | null;
};

/**
 * What plain tail-cutting keeps beside what the engine keeps: whole sentences from the front, in the same dress and
 * within the same limits, until the first that does not fit. Null where nothing was left out for length.
 */
export function besideTailCut(input: AdaptInput, variant: Variant): readonly Cut[] | null {
  const removed = variant.trace.filter(
    ({ step, action, tier }) => step === 'fit' && action === 'removed' && tier !== undefined,
  );
  if (removed.length === 0) return null;
  const { draft, context } = beforeFitting(input);
  const places = draft.paragraphs.flatMap((paragraph) => paragraph.sentences);
  const rooms = bodyRoom(context, draft.title);
  let kept = 0;
  while (kept < places.length && slackOf(first(draft, kept + 1), context, rooms).every((left) => left >= 0)) kept += 1;
  return places.map(({ source, at }, index) => {
    const gone = removed.find((entry) => entry.before === source && isAt(entry, at)) ?? null;
    return { text: source, tail: index < kept, ours: gone === null, removed: gone };
  });
}

const isAt = (entry: TraceEntry, at: SentencePlace | undefined): boolean =>
  at === undefined ? entry.block === null : entry.block === at.block && entry.sentence === at.index;

/** A text as it is before anything is left out for length. */
export function beforeFitting({ source: written, format, voice }: AdaptInput): { draft: Draft; context: Context } {
  const source = { ...written, title: fillFields(written.title, written.brief) };
  const context: Context = { source, format, voice: voice ?? noVoice(source), overrides: {}, keep: new Set() };
  return { draft: [blocks, opening, order].reduce((draft, step) => step(draft, context), emptyDraft), context };
}

/** The draft with its first so many sentences. */
function first(draft: Draft, count: number): Draft {
  let left = count;
  const paragraphs = draft.paragraphs.flatMap((paragraph) => {
    const sentences = paragraph.sentences.slice(0, left);
    left -= sentences.length;
    return sentences.length === 0 ? [] : [{ ...paragraph, sentences }];
  });
  return { ...draft, paragraphs };
}
