import { useEffect } from 'react';
import { useStudioHandle } from '../../state/StudioProvider';
import { useDesk, useDeskStore } from './desk';
import { selectBetween } from './gridKeys';
import type { MatrixModel } from './model';
import { carryFrom, letLie } from './moveKeys';
import { reveal } from './reveal';

type Ref = { readonly current: HTMLDivElement | null };

/**
 * While the keyboard carries something, the grid itself has the focus: the tile it came from may leave the page with
 * its day, and the keys must not leave with it. The place it would land in is kept in view.
 */
export function useMoving(scroller: Ref, model: MatrixModel): void {
  const desk = useDeskStore();
  const studio = useStudioHandle();
  const moving = useDesk((state) => state.moving);
  useEffect(() => {
    desk.setState({
      carry: (load) => carryFrom(studio, desk, load, model),
      reach: (to) => {
        const from = desk.getState().anchor ?? to;
        desk.getState().setAnchor(from);
        selectBetween(studio, model, from, to);
      },
    });
    return () => desk.setState({ carry: null, reach: null });
  }, [desk, studio, model]);
  useEffect(() => {
    const element = scroller.current;
    if (element === null || moving === null) return;
    element.focus({ preventScroll: true });
    reveal(element, model.columns, model.rows, moving.target);
  }, [scroller, model, moving]);
  useEffect(() => {
    const element = scroller.current;
    if (element === null || moving === null) return;
    const leave = (event: FocusEvent) => {
      if (event.target !== element) letLie(studio, desk);
    };
    document.addEventListener('focusin', leave);
    return () => document.removeEventListener('focusin', leave);
  }, [scroller, studio, desk, moving]);
}
