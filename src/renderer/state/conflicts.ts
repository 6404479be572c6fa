import { useEffect, useState } from 'react';
import type { ConflictCard } from '../../contract';
import { useStudioHandle } from './StudioProvider';

/** What waits for a person, newest first; null until it was read. It follows every commit, and every merge that ends. */
export function useConflicts(): readonly ConflictCard[] | null {
  const { api } = useStudioHandle();
  const [cards, setCards] = useState<readonly ConflictCard[] | null>(null);
  useEffect(() => {
    let current = true;
    const read = async (): Promise<void> => {
      const answer = await api.call('plan.conflicts', {});
      if (current && answer.ok) setCards((before) => (sameCards(before, answer.value) ? before : answer.value));
    };
    void read();
    const stops = [
      // A text that is being written stays the conflict it was; it is looked at again when the words rest.
      api.on('changed', ({ wordsOnly }) => {
        if (!wordsOnly) void read();
      }),
      api.on('merging', ({ state }) => {
        if (state.phase === 'done') void read();
      }),
      api.on('switched', () => void read()),
    ];
    return () => {
      current = false;
      for (const stop of stops) stop();
    };
  }, [api]);
  return cards;
}

const sameCards = (before: readonly ConflictCard[] | null, after: readonly ConflictCard[]): boolean =>
  before !== null && JSON.stringify(before) === JSON.stringify(after);
