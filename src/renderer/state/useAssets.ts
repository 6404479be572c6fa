import { useEffect, useRef, useState } from 'react';
import type { AssetCard, AssetFilter } from '../../contract';
import { useStudioHandle } from './StudioProvider';
import { useChangeTurn } from './useChangeTurn';

export type Assets = {
  /** By place in the list; a hole is one whose page is on its way. */
  readonly items: ReadonlyMap<number, AssetCard>;
  readonly total: number;
  /** Without the filter. */
  readonly all: number;
  readonly waiting: boolean;
};

const PAGE = 120;
/** One edit makes several facts; they are answered by one reading. */
const CHANGE_REST = 120;
const nothing: Assets = { items: new Map(), total: 0, all: 0, waiting: true };

/** The assets of a filter, read by pages as they come into sight, and again after a change. */
export function useAssets(filter: AssetFilter, seen: { readonly first: number; readonly last: number }): Assets {
  const { getState } = useStudioHandle();
  const [assets, setAssets] = useState<Assets>(nothing);
  const turn = useChangeTurn(CHANGE_REST);
  const round = useRef({ key: '', id: 0, pages: new Set<number>() });
  const key = JSON.stringify([filter, turn]);

  const from = Math.floor(seen.first / PAGE);
  const to = Math.floor(Math.max(seen.first, seen.last - 1) / PAGE);
  useEffect(() => {
    const now = round.current;
    const fresh = now.key !== key;
    if (fresh) round.current = { key, id: now.id + 1, pages: new Set() };
    const { id, pages } = round.current;
    const [wanted] = JSON.parse(key) as [AssetFilter, number];
    const read = async (page: number): Promise<void> => {
      pages.add(page);
      const answer = await getState().act('asset.list', { filter: wanted, limit: PAGE, offset: page * PAGE });
      if (round.current.id !== id) return;
      if (answer === null) {
        pages.delete(page);
        return;
      }
      setAssets((before) => {
        const items = new Map(pages.size === 1 ? [] : before.items);
        answer.items.forEach((item, index) => {
          items.set(page * PAGE + index, item);
        });
        return { items, total: answer.total, all: answer.all, waiting: false };
      });
    };
    for (let page = from; page <= to; page += 1) if (!pages.has(page)) void read(page);
  }, [getState, key, from, to]);

  return assets;
}
