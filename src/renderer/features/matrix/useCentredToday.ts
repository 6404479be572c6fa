import { useLayoutEffect, useRef } from 'react';
import { LEFT } from './frame';
import type { MatrixModel } from './model';

type Ref = { readonly current: HTMLDivElement | null };

/** A period wider than the window opens with today in the left third. */
export function useCentredToday(scroller: Ref, model: MatrixModel) {
  const { columns, today } = model;
  const key = `${columns.days[0]} ${columns.days.length} ${columns.edges.at(-1)}`;
  const shownFor = useRef('');
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null || shownFor.current === key) return;
    shownFor.current = key;
    const column = columns.days.indexOf(today);
    const third = (columns.edges[column] ?? 0) - (element.clientWidth - LEFT) / 3;
    // At the edge of a column, so that none begins half hidden.
    element.scrollLeft = column < 0 ? 0 : (columns.edges.findLast((edge) => edge <= third) ?? 0);
  }, [scroller, columns, today, key]);
}
