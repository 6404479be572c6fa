import { useMemo } from 'react';
import {
  originsByWords,
  type ReadSentence,
  readSentences,
  readText,
  type Use,
  usesOf,
} from '../../../core/adapt/reading';
import { saidInItem, titleOfItem, voiceOfShot } from '../../../core/adapt/spoken';
import type { Variant as Adapted, Origin } from '../../../core/adapt/types';
import { count } from '../../../core/platforms/counters';
import type { Outcome } from '../../state/adapting/adaptTask';
import { foldOf } from '../../ui/adapted/preview/foldOf';

const noUses: ReadonlyMap<string, Exclude<Use, 'unused'>> = new Map();
const nothing = { sentences: [], byHand: false, adapted: null, uses: noUses, folds: false, size: 0 } as const;

/** In a text written by hand, the sentences that were left as they are can still be pointed at. */
const originsOfHand = ({ parts, body }: Adapted, sentences: readonly ReadSentence[]): readonly Origin[] =>
  parts.length > 1
    ? parts.flatMap((part, index) => originsByWords(`part ${index + 1}`, part, sentences))
    : originsByWords('body', body, sentences);

/** The same of a script or a run of show. */
const spokenOfHand = ({ extra }: Adapted, sentences: readonly ReadSentence[]): readonly Origin[] => [
  ...(extra.script ?? []).flatMap(({ voice }, at) => originsByWords(voiceOfShot(at + 1), voice, sentences)),
  ...(extra.runOfShow ?? []).flatMap(({ title, say }, at) => [
    ...originsByWords(titleOfItem(at + 1), title, sentences),
    ...say.flatMap((text, line) => originsByWords(saidInItem(at + 1, line + 1), text, sentences)),
  ]),
];

/** The source of a version as sentences, and what became of each. */
export function useRead(outcome: Outcome | undefined) {
  return useMemo(() => {
    if (outcome === undefined) return nothing;
    const { source, task, edited } = outcome;
    const sentences = readSentences(source);
    const byHand = edited.includes('body');
    const read = byHand ? { ...outcome.adapted, origins: originsOfHand(outcome.adapted, sentences) } : outcome.adapted;
    const saidByHand = edited.includes('script') || edited.includes('runOfShow');
    const adapted = saidByHand
      ? { ...read, extra: { ...read.extra, spoken: spokenOfHand(outcome.adapted, sentences) } }
      : read;
    const first = adapted.parts[0] ?? adapted.body;
    const folded = foldOf(first, task.pack.format);
    return {
      sentences,
      byHand,
      adapted,
      uses: usesOf(adapted.origins, folded?.above.length ?? null, adapted.extra.spoken),
      folds: folded !== null || adapted.parts.length > 1,
      size: count(task.pack.format.count.body, readText(sentences)),
    };
  }, [outcome]);
}
