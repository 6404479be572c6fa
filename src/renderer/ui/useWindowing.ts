import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { watchSight } from './watchSight';

/** The rows to draw: `first` to `last`, not including `last`. */
export type Window = { readonly first: number; readonly last: number };

const OVERSCAN = 6;

/** Which rows of equal height stand in a scrolled view, with a few above and below. Exported for its test. */
export function windowOf(scrollTop: number, height: number, rowHeight: number, count: number): Window {
  const first = Math.max(0, Math.floor(scrollTop / rowHeight) - OVERSCAN);
  const last = Math.min(count, Math.ceil((scrollTop + height) / rowHeight) + OVERSCAN);
  return { first: Math.min(first, last), last };
}

/** Where scrolling starts, and what covers the view's own top and bottom (a sticky head, a floating bar), in pixels. */
export type Start = { readonly start?: number; readonly head?: number; readonly foot?: number };

/**
 * Draws only what is seen: however long a list is, the number of its DOM nodes stays the same. Give `ref` to the
 * scrolling element and put rows at `index * rowHeight` inside a block of `count * rowHeight`.
 */
export function useWindowing(
  count: number,
  rowHeight: number,
  { start: startAt = 0, head = 0, foot = 0 }: Start = {},
): {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly window: Window;
  /** Scrolls as little as needed to show a row. */
  readonly show: (index: number) => void;
} {
  const ref = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState<Window>({ first: 0, last: Math.min(count, 40) });
  const [start] = useState(startAt);
  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    if (start > 0) element.scrollTop = start;
    const look = (): void => {
      const next = windowOf(element.scrollTop, element.clientHeight, rowHeight, count);
      setSeen((before) => (before.first === next.first && before.last === next.last ? before : next));
    };
    return watchSight(element, look);
  }, [count, rowHeight, start]);
  const show = useCallback(
    (index: number) => {
      const element = ref.current;
      if (element === null) return;
      const top = index * rowHeight;
      if (top < element.scrollTop) element.scrollTop = top;
      else if (top + rowHeight + head + foot > element.scrollTop + element.clientHeight)
        element.scrollTop = top + rowHeight + head + foot - element.clientHeight;
    },
    [rowHeight, head, foot],
  );
  return { ref, window: seen, show };
}
