import type { Target } from '../../../core/schedule/move';
import { isWallDate } from '../../../core/time/wallDate';

/** The cell an element of the grid stands in, read from its mark; null outside of cells. */
export function cellOf(element: EventTarget | null): Target | null {
  const marked = element instanceof Element ? element.closest<HTMLElement>('[data-cell]') : null;
  const [accountId, day] = marked?.dataset.cell?.split(' ') ?? [];
  return accountId === undefined || day === undefined || !isWallDate(day) ? null : { accountId, day };
}
