import { cellKey } from '../../../core/schedule/cells';
import { CELL_PAD, FOLD_AT, TILE_GAP, tileHeights } from '../../../core/schedule/geometry';
import type { WallDate } from '../../../core/time/wallDate';
import type { MatrixModel } from './model';

/** Where a tile is drawn, in pixels from the first day and row: without it being in the page. */
export type Spot = {
  readonly column: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly height: number;
  /** The middle of its height. */
  readonly y: number;
  readonly rowTop: number;
  readonly accountId: string;
};

/** The spot of a placement; null while its day or row is not drawn. In a folded cell all but the first stand on the last. */
export function spotAt(
  { columns, rows, cells }: MatrixModel,
  accountId: string,
  day: WallDate,
  id: string,
): Spot | null {
  const column = columns.days.indexOf(day);
  const row = rows.rows.find((candidate) => candidate.kind === 'account' && candidate.accountId === accountId);
  const here = columns.days[column];
  if (here === undefined || row?.kind !== 'account') return null;
  const index = (cells.get(cellKey(accountId, here)) ?? []).findIndex((card) => card.id === id);
  if (index < 0) return null;
  const height = tileHeights[columns.sizes[column] ?? 'normal'];
  const shown = row.opened ? index : Math.min(index, FOLD_AT - 1);
  const left = columns.edges[column] ?? 0;
  const top = row.top + CELL_PAD + shown * (height + TILE_GAP);
  return {
    column,
    accountId,
    left: left + CELL_PAD,
    right: (columns.edges[column + 1] ?? left) - CELL_PAD,
    rowTop: row.top,
    top,
    height,
    y: top + height / 2,
  };
}
