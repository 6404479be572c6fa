import { useEffect, useRef, useState } from 'react';
import type { Window } from '../useWindowing';

/** Rows read at once. */
const PAGE = 200;

/**
 * The rows of a list by their place in it; pages are read when they come into sight, each once. `key` names the list:
 * with another one everything is read anew, and what still comes of the one before is let go. `read` answers null where
 * there is nothing to read any more.
 */
export function usePages<Card>(
  key: string,
  seen: Window,
  read: (page: { readonly limit: number; readonly offset: number }) => Promise<readonly Card[] | null>,
): ReadonlyMap<number, Card> {
  const [held, setHeld] = useState<{ readonly key: string; readonly rows: ReadonlyMap<number, Card> }>(empty);
  const asked = useRef<{ readonly key: string; readonly pages: Set<number> }>({ key: '', pages: new Set() });
  const reading = useRef(read);
  useEffect(() => {
    reading.current = read;
  });
  const from = Math.floor(seen.first / PAGE);
  const to = Math.floor(Math.max(seen.first, seen.last - 1) / PAGE);
  useEffect(() => {
    if (asked.current.key !== key) asked.current = { key, pages: new Set() };
    const { pages } = asked.current;
    const fetch = async (page: number): Promise<void> => {
      const items = await reading.current({ limit: PAGE, offset: page * PAGE });
      if (items === null || asked.current.key !== key) return;
      setHeld((before) => {
        const rows = new Map<number, Card>(before.key === key ? before.rows : []);
        for (const [offset, card] of items.entries()) rows.set(page * PAGE + offset, card);
        return { key, rows };
      });
    };
    for (let page = from; page <= to; page += 1)
      if (!pages.has(page)) {
        pages.add(page);
        void fetch(page);
      }
  }, [key, from, to]);
  return held.key === key ? held.rows : none;
}

const none: ReadonlyMap<number, never> = new Map<number, never>();
const empty = { key: '', rows: none };
