import { stepPeriod } from '../../../core/schedule/days';
import { anchorOf, weekStartOf } from '../../state/plan';
import type { Studio } from '../../state/studio';
import { HEAD, LEFT } from './frame';

/** While something is carried, the grid moves along at its edges; held at its very end, the next days come. */

export type Point = { readonly clientX: number; readonly clientY: number };

/** How near an edge counts, in pixels; how far a frame moves the grid at most; how long to hold for the next days. */
const EDGE = 44;
const PUSH = 14;
const HOLD = 900;

/** Moves the grid frame by frame while the pointer rests near an edge, faster the nearer. */
export function pushAlong(element: HTMLElement, studio: Studio): { at: (point: Point) => void; stop: () => void } {
  let point: Point | null = null;
  let heldSince: number | null = null;
  const step = (now: number): void => {
    frame = requestAnimationFrame(step);
    if (point === null) return;
    const { x, y } = pushAt(element, point);
    const before = element.scrollLeft;
    element.scrollLeft += x;
    element.scrollTop += y;
    // Something to the side is wanted and the grid has no more of it.
    if (x === 0 || element.scrollLeft !== before) {
      heldSince = null;
      return;
    }
    heldSince ??= now;
    if (now - heldSince < HOLD) return;
    heldSince = null;
    const state = studio.getState();
    state.setAnchor(stepPeriod(state.zoom, anchorOf(state), weekStartOf(state), Math.sign(x)));
  };
  let frame = requestAnimationFrame(step);
  return {
    at: (next) => {
      point = next;
    },
    stop: () => cancelAnimationFrame(frame),
  };
}

/** Pixels to move in each direction for a pointer there; none outside of the grid. */
export function pushAt(
  element: Pick<HTMLElement, 'getBoundingClientRect'>,
  { clientX, clientY }: Point,
): { readonly x: number; readonly y: number } {
  const box = element.getBoundingClientRect();
  if (clientX < box.left || clientX > box.right || clientY < box.top || clientY > box.bottom) return { x: 0, y: 0 };
  const push = (near: number) => (near >= EDGE ? 0 : Math.ceil((PUSH * (EDGE - near)) / EDGE));
  return {
    x: push(box.right - clientX) - push(Math.max(0, clientX - box.left - LEFT)),
    y: push(box.bottom - clientY) - push(Math.max(0, clientY - box.top - HEAD)),
  };
}
