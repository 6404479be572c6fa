import { type RefObject, useCallback, useEffect, useState } from 'react';

/** The inner width of an element in steps that matter: whether it is at least `from` pixels wide. */
export function useWide(ref: RefObject<HTMLElement | null>, from: number): boolean {
  const of = useCallback((width: number) => (width >= from ? 1 : 0), [from]);
  return useWidth(ref, of) === 1;
}

/** A number made of an element's width, which draws again only when it becomes another one. `of` must be steady. */
export function useWidth(ref: RefObject<HTMLElement | null>, of: (width: number) => number): number {
  const [value, setValue] = useState(() => of(window.innerWidth - RAIL));
  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const look = (): void => {
      // An element that is not laid out yet has no width to go by.
      if (element.clientWidth > 0) setValue(of(element.clientWidth));
    };
    look();
    const size = new ResizeObserver(look);
    size.observe(element);
    return () => size.disconnect();
  }, [ref, of]);
  return value;
}

/** The rail beside every screen: what the window leaves before anything was measured. */
const RAIL = 60;
