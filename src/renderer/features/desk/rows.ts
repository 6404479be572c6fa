import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { PlacementCard } from '../../../contract';
import type { DeskGroup, DeskList } from '../../../core/desk/due';
import { watchSight } from '../../ui/watchSight';
import type { Item } from './useDesk';

/** Heads and items in one column, each with its place in pixels. */
export type Row = { readonly top: number; readonly height: number } & (
  | { readonly kind: 'head'; readonly group: DeskGroup<PlacementCard> }
  | { readonly kind: 'item'; readonly item: Item; readonly group: DeskGroup<PlacementCard>; readonly index: number }
);

export const HEAD = 30;
export const ITEM = 58;
const OVERSCAN = 300;
/** Before the list is measured. */
const USUAL = 900;

export function rowsOf({ groups }: DeskList<PlacementCard>): readonly Row[] {
  const rows: Row[] = [];
  let top = 0;
  let index = 0;
  for (const group of groups) {
    rows.push({ kind: 'head', group, top, height: HEAD });
    top += HEAD;
    for (const item of group.items) {
      rows.push({ kind: 'item', item, group, index, top, height: ITEM });
      index += 1;
      top += ITEM;
    }
  }
  return rows;
}

/** The first row that ends below a place. */
function firstBelow(rows: readonly Row[], place: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const row = rows[middle];
    if (row !== undefined && row.top + row.height <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Only the rows in sight are drawn, however long the list, and the kept one, which may have the focus. `show` scrolls to one. */
export function useSeenRows(
  rows: readonly Row[],
  keptId: string | null,
): {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly seen: readonly Row[];
  readonly height: number;
  readonly show: (id: string) => void;
} {
  const ref = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: USUAL });
  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const look = (): void => {
      // Steps of half a screen, so that scrolling draws seldom.
      const step = OVERSCAN / 2;
      const top = Math.floor(element.scrollTop / step) * step;
      const height = element.clientHeight || USUAL;
      setView((before) => (before.top === top && before.height === height ? before : { top, height }));
    };
    return watchSight(element, look);
  }, []);
  const last = rows.at(-1);
  const seen = useMemo(() => {
    const from = firstBelow(rows, view.top - OVERSCAN);
    const to = firstBelow(rows, view.top + view.height + OVERSCAN) + 1;
    const isKept = (row: Row): boolean => row.kind === 'item' && row.item.card.id === keptId;
    return [...rows.slice(0, from).filter(isKept), ...rows.slice(from, to), ...rows.slice(to).filter(isKept)];
  }, [rows, view, keptId]);
  const show = useCallback(
    (id: string) => {
      const element = ref.current;
      const row = rows.find((one) => one.kind === 'item' && one.item.card.id === id);
      if (element === null || row === undefined) return;
      if (row.top - HEAD < element.scrollTop) element.scrollTop = row.top - HEAD;
      else if (row.top + row.height > element.scrollTop + element.clientHeight)
        element.scrollTop = row.top + row.height - element.clientHeight;
    },
    [rows],
  );
  return { ref, seen, height: last === undefined ? 0 : last.top + last.height, show };
}
