import type { Columns, Rows } from '../../../core/schedule/geometry';
import type { Target } from '../../../core/schedule/move';
import { HEAD, LEFT } from './frame';

/** Scrolls by as little as brings the place's cell into view. */
export function reveal(element: HTMLElement, columns: Columns, rows: Rows, place: Target) {
  const column = columns.days.indexOf(place.day);
  const row = rows.rows.find((candidate) => candidate.kind === 'account' && candidate.accountId === place.accountId);
  if (column < 0 || row === undefined) return;
  const left = columns.edges[column] ?? 0;
  const right = columns.edges[column + 1] ?? left;
  const viewWidth = element.clientWidth - LEFT;
  const viewHeight = element.clientHeight - HEAD;
  if (left < element.scrollLeft) element.scrollLeft = left;
  else if (right > element.scrollLeft + viewWidth) element.scrollLeft = right - viewWidth;
  if (row.top < element.scrollTop) element.scrollTop = row.top;
  else if (row.top + row.height > element.scrollTop + viewHeight) element.scrollTop = row.top + row.height - viewHeight;
}
