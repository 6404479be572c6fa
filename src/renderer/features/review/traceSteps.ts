import { placeKey } from '../../../core/adapt/reading';
import type { StepId, TraceEntry } from '../../../core/adapt/types';
import { stepIds } from '../../../core/adapt/types';
import { actionWords, traceWords } from '../../../core/words/adapt';
import { reviewWords } from '../../../core/words/review';
import { say } from '../../../core/words/say';

/** One step of the recipe with what it did. */
export type TraceStep = {
  readonly step: StepId;
  readonly number: number;
  /** Entries have no identity of their own: their place in the step is it. */
  readonly entries: readonly (TraceEntry & { readonly key: string })[];
};

export const stepsOf = (trace: readonly TraceEntry[]): readonly TraceStep[] =>
  stepIds.map((step, index) => ({
    step,
    number: index + 1,
    entries: trace
      .filter((entry) => entry.step === step)
      .map((entry, place) => ({ ...entry, key: `${step} ${place + 1}` })),
  }));

/** The sentence an entry is about, as `placeKey` names it; null when it is about no single one. */
export const placeOfEntry = ({ block, sentence }: TraceEntry): string | null =>
  block === null || sentence === undefined ? null : placeKey({ block, index: sentence });

/** What a step did in a few words: its one reason, or `去掉 3 句，改写 2 处`. */
export function sayStep(lang: 'zh' | 'en', { step, entries }: TraceStep): string {
  const [reason, ...others] = new Set(entries.map((entry) => entry.reason));
  if (reason !== undefined && others.length === 0 && step !== 'fit') return say(traceWords, lang, reason);
  const counts = new Map<TraceEntry['action'], number>();
  for (const { action } of entries) counts.set(action, (counts.get(action) ?? 0) + 1);
  const isSentences = step === 'fit' || step === 'blocks';
  return [...counts]
    .map(([action, count]) =>
      isSentences && (action === 'removed' || action === 'kept')
        ? say(reviewWords, lang, `trace.${action}`, { count })
        : say(reviewWords, lang, 'trace.other', { count, action: say(actionWords, lang, action) }),
    )
    .join(lang === 'zh' ? '，' : ', ');
}
