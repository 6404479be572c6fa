import { useEffect, useRef, useState } from 'react';
import type { ComparedCard } from '../../../contract';
import { useStudioHandle } from '../../state/StudioProvider';
import type { Window } from '../../ui/useWindowing';
import type { Shown } from './DryRun';

/** Cards read at once. */
const PAGE = 200;

/** The records of a choice by their place in the list; pages are read when they come into sight. */
export function useCards(job: string, { group, type }: Shown, seen: Window): ReadonlyMap<number, ComparedCard> {
  const { api } = useStudioHandle();
  const [cards, setCards] = useState<ReadonlyMap<number, ComparedCard>>(new Map());
  const asked = useRef(new Set<number>());
  const from = Math.floor(seen.first / PAGE);
  const to = Math.floor(Math.max(seen.first, seen.last - 1) / PAGE);
  useEffect(() => {
    const read = async (page: number): Promise<void> => {
      const answer = await api.call('plan.compared', { job, group, type, limit: PAGE, offset: page * PAGE });
      // The merge may have ended meanwhile; its screen is on the way out then.
      if (!answer.ok) return;
      const { items } = answer.value;
      setCards((before) => new Map([...before, ...items.map((card, at) => [page * PAGE + at, card] as const)]));
    };
    for (let page = from; page <= to; page += 1)
      if (!asked.current.has(page)) {
        asked.current.add(page);
        void read(page);
      }
  }, [api, job, group, type, from, to]);
  return cards;
}
