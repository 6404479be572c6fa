import { useEffect } from 'react';
import { useStudioHandle } from '../../state/StudioProvider';
import { cellOf } from './cellOf';
import { useDeskStore } from './desk';
import { selectBetween } from './gridKeys';
import type { MatrixModel } from './model';

type Ref = { readonly current: HTMLDivElement | null };

/** So far the pointer goes before a press on the ground becomes a box, in pixels. */
const SLACK = 6;

/** Drawing a box over the ground selects what lies in its cells. Its twin is Shift with the arrow keys. */
export function useBox(scroller: Ref, latest: { readonly current: MatrixModel | null }): void {
  const desk = useDeskStore();
  const studio = useStudioHandle();
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    let start: {
      readonly x: number;
      readonly y: number;
      readonly cell: NonNullable<ReturnType<typeof cellOf>>;
    } | null = null;
    const down = (event: PointerEvent) => {
      const onGround = event.target instanceof Element && event.target.closest('button, [draggable="true"]') === null;
      const cell = event.button === 0 && onGround ? cellOf(event.target) : null;
      start = cell === null ? null : { x: event.clientX, y: event.clientY, cell };
    };
    const move = (event: PointerEvent) => {
      if (start === null || (event.buttons & 1) === 0) return;
      const far = Math.hypot(event.clientX - start.x, event.clientY - start.y) > SLACK;
      if (!far && desk.getState().box === null) return;
      const to = cellOf(document.elementFromPoint(event.clientX, event.clientY));
      if (to !== null) desk.getState().setBox({ from: start.cell, to });
    };
    const up = () => {
      const { box, setBox, setAnchor } = desk.getState();
      start = null;
      if (box === null) return;
      setBox(null);
      setAnchor(box.from);
      if (latest.current !== null) selectBetween(studio, latest.current, box.from, box.to);
      // The click that ends the box is no click on a cell.
      element.addEventListener('click', (event) => event.stopPropagation(), { capture: true, once: true });
    };
    element.addEventListener('pointerdown', down);
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', up);
    return () => {
      element.removeEventListener('pointerdown', down);
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', up);
    };
  }, [scroller, latest, desk, studio]);
}
