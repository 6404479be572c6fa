import { useEffect, useRef, useState } from 'react';
import type { ImportCard } from '../../../contract';
import type { Verdict } from '../../../core/importing/model';
import { useStudioHandle } from '../../state/StudioProvider';
import type { Window } from '../../ui/useWindowing';

/** Rows read at once. */
const PAGE = 200;

/** The rows of one verdict by their place in the list; pages are read when they come into sight. */
export function useRows(
  job: string,
  reading: number,
  verdict: Verdict | null,
  seen: Window,
): ReadonlyMap<number, ImportCard> {
  const studio = useStudioHandle();
  const key = `${job} ${reading} ${verdict}`;
  const [held, setHeld] = useState<{ readonly key: string; readonly rows: ReadonlyMap<number, ImportCard> }>(empty);
  const asked = useRef<{ key: string; pages: Set<number> }>({ key: '', pages: new Set() });
  const from = Math.floor(seen.first / PAGE);
  const to = Math.floor(Math.max(seen.first, seen.last - 1) / PAGE);
  useEffect(() => {
    if (asked.current.key !== key) asked.current = { key, pages: new Set() };
    const { pages } = asked.current;
    const read = async (page: number): Promise<void> => {
      const input = { job, verdict, limit: PAGE, offset: page * PAGE };
      const answer = await studio.api.call('import.rows', input);
      // The import may have ended meanwhile; its screen is on the way out then.
      if (!answer.ok || asked.current.key !== key) return;
      const { items } = answer.value;
      setHeld((before) => {
        const rows = new Map(before.key === key ? before.rows : []);
        items.forEach((card, offset) => {
          rows.set(page * PAGE + offset, card);
        });
        return { key, rows };
      });
    };
    for (let page = from; page <= to; page += 1)
      if (!pages.has(page)) {
        pages.add(page);
        void read(page);
      }
  }, [key, job, verdict, from, to, studio]);
  return held.key === key ? held.rows : none;
}

const none: ReadonlyMap<number, ImportCard> = new Map();
const empty = { key: '', rows: none };
