import { useEffect, useRef } from 'react';
import { useDesk, useDeskStore } from './desk';
import type { MatrixModel } from './model';
import { reveal } from './reveal';

type Ref = { readonly current: HTMLDivElement | null };

/** The keyboard's place is scrolled into view and takes the focus once it stands in the page. */
export function useFocusFollows(scroller: Ref, model: MatrixModel) {
  const place = useDesk((desk) => desk.place);
  const turn = useDesk((desk) => desk.focusTurn);
  const done = useRef(0);
  useEffect(() => {
    const element = scroller.current;
    if (element === null || place === null || done.current === turn) return;
    reveal(element, model.columns, model.rows, place);
    const cell = element.querySelector<HTMLElement>(`[data-cell="${place.accountId} ${place.day}"]`);
    const target =
      place.tile === null ? cell : (cell?.querySelectorAll<HTMLElement>('[data-tile]')[place.tile] ?? cell);
    if (target === null || target === undefined) return;
    done.current = turn;
    target.focus({ preventScroll: true });
  });
}

/**
 * A tile that had the focus and was drawn anew elsewhere (undo, a change from outside) has it again; where it is gone,
 * its cell; where that is scrolled out of the page, the grid itself, so that the keys go on from there.  A place that left the grid with its day or account is forgotten, so that Tab finds a way in.
 */
export function useFocusKept(scroller: Ref, model: MatrixModel) {
  const desk = useDeskStore();
  const held = useRef<HTMLElement | null>(null);
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const take = (event: FocusEvent) => {
      held.current = event.target instanceof HTMLElement ? event.target : null;
    };
    element.addEventListener('focusin', take);
    return () => element.removeEventListener('focusin', take);
  }, [scroller]);
  useEffect(() => {
    const { place } = desk.getState();
    const stays =
      place === null ||
      (model.columns.days.includes(place.day) &&
        model.rows.rows.some((row) => row.kind === 'account' && row.accountId === place.accountId));
    if (!stays) desk.setState({ place: null });
    const lost = held.current;
    if (lost === null || lost.isConnected || document.activeElement !== document.body) return;
    const { tile, cell } = lost.dataset;
    const home = tile === undefined ? cell : place === null ? undefined : `${place.accountId} ${place.day}`;
    const next =
      (tile === undefined ? null : scroller.current?.querySelector<HTMLElement>(`[data-tile="${tile}"]`)) ??
      (home === undefined ? null : scroller.current?.querySelector<HTMLElement>(`[data-cell="${home}"]`));
    held.current = next ?? null;
    if (next !== null && next !== undefined) next.focus({ preventScroll: true });
    else if (stays && place !== null) scroller.current?.focus({ preventScroll: true });
  });
}
