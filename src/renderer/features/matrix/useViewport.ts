import { useLayoutEffect, useState } from 'react';

type Ref = { readonly current: HTMLDivElement | null };

export type Viewport = {
  /** Null until it is measured: rows drawn for a wrong width would be drawn twice. */
  readonly size: { readonly width: number; readonly height: number } | null;
  readonly at: { readonly left: number; readonly top: number };
  /** How far beyond the edges of the view is drawn, in pixels: ahead of a scroll, where it is going. */
  readonly ahead: { readonly left: number; readonly top: number };
};

/** What stands in where nothing is laid out (tests): a usual window. */
export const USUAL = { width: 1080, height: 680 };
const unmeasured: Viewport['size'] = null;
const NO_SCROLL = { left: 0, top: 0 };
/** A scroll that was faster than a frame shows what was drawn ahead, not a blank: the step before it, so many times. */
const AHEAD = 2.5;

/** Size and scroll of the grid. */
export function useViewport(scroller: Ref): Viewport {
  const [size, setSize] = useState(unmeasured);
  const [{ at, ahead }, setScroll] = useState({ at: NO_SCROLL, ahead: NO_SCROLL });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    let rest: ReturnType<typeof setTimeout> | undefined;
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = element;
      const next = width > 0 ? { width, height } : USUAL;
      setSize((before) => (before?.width === next.width && before.height === next.height ? before : next));
    };
    const scroll = () => {
      const now = { left: element.scrollLeft, top: element.scrollTop };
      setScroll((before) => ({
        at: now,
        ahead: {
          left: reach(now.left - before.at.left, element.clientWidth),
          top: reach(now.top - before.at.top, element.clientHeight),
        },
      }));
      clearTimeout(rest);
      rest = setTimeout(() => setScroll({ at: now, ahead: NO_SCROLL }), 200);
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.addEventListener('scroll', scroll, { passive: true });
    measure();
    return () => {
      clearTimeout(rest);
      observer.disconnect();
      element.removeEventListener('scroll', scroll);
    };
  }, [scroller]);
  return { size, at, ahead };
}

/** So far ahead is drawn after a scroll by `step`: with its sign, and never more than one view. */
const reach = (step: number, view: number): number => Math.max(-view, Math.min(view, step * AHEAD));

/** The stretch to draw along one side of the view. */
export const stretch = (from: number, length: number, ahead: number): readonly [number, number] => [
  from + Math.min(0, ahead),
  from + length + Math.max(0, ahead),
];
