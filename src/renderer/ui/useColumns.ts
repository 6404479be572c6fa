import { type RefObject, useEffect, useState } from 'react';

/** How many tiles of a width stand side by side in an element; at least one. */
export function useColumns(ref: RefObject<HTMLElement | null>, width: number): number {
  const [columns, setColumns] = useState(4);
  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const look = (): void => setColumns(Math.max(1, Math.floor((element.clientWidth - PADDING) / width)));
    look();
    const size = new ResizeObserver(look);
    size.observe(element);
    return () => size.disconnect();
  }, [ref, width]);
  return columns;
}

/** Both sides of the grid, in pixels. */
const PADDING = 28;
