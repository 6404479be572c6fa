import type { WallDate } from '../time/wall';
import { type Cells, cellKey } from './cells';
import type { Zoom } from './days';
import type { Lane } from './lanes';
import type { Planned } from './planned';

/** Where everything stands in the matrix, in pixels from the top left of the area below the header. */

/** How much a tile shows, chosen by the user. */
export const densities = ['compact', 'normal', 'comfortable'] as const;
export type Density = (typeof densities)[number];

/** What a tile can show in its column: a narrow column shows less whatever was chosen. */
export type TileSize = 'mini' | Density;
export const tileHeights: Readonly<Record<TileSize, number>> = { mini: 20, compact: 20, normal: 51, comfortable: 76 };
/**
 * Least width of a column for a size of tile: a thumbnail in comfortable; in normal what lets fourteen days stand beside
 * the inspector in a window 1440 wide, whatever weekday it is. Five Han a line need 67, which all but Mondays have there.
 */
const leastWidths: Readonly<Record<TileSize, number>> = { mini: 24, compact: 50, normal: 65, comfortable: 128 };

/** Farther zooms take the next smaller tile, so that a month is seen at a glance without another setting. */
const sizeByZoom: Readonly<Record<Zoom, Readonly<Record<Density, TileSize>>>> = {
  week: { compact: 'compact', normal: 'normal', comfortable: 'comfortable' },
  fortnight: { compact: 'compact', normal: 'normal', comfortable: 'comfortable' },
  month: { compact: 'mini', normal: 'compact', comfortable: 'normal' },
  quarter: { compact: 'mini', normal: 'mini', comfortable: 'compact' },
};

/** Days gone by shrink to this while the user works on what comes. */
const PAST_WIDTH = 50;

export type Columns = {
  readonly days: readonly WallDate[];
  /** Left edge of each column; one more than there are days, the last being the whole width. */
  readonly edges: readonly number[];
  readonly sizes: readonly TileSize[];
};

export function columnsOf(
  days: readonly WallDate[],
  zoom: Zoom,
  density: Density,
  today: WallDate,
  available: number,
): Columns {
  const size = sizeByZoom[zoom][density];
  const least = leastWidths[size];
  const shrinks = zoom === 'fortnight' && least > PAST_WIDTH && days.some((day) => day >= today);
  const isShrunk = (day: WallDate) => shrinks && day < today;
  const shrunk = days.filter(isShrunk).length;
  const rest = days.length - shrunk;
  const room = available - shrunk * PAST_WIDTH;
  const width = Math.max(least, Math.floor(room / Math.max(1, rest)));
  // The pixels that do not divide go one each to the last days, so that the grid ends where its window does.
  const wider = days.length - Math.max(0, room - width * rest);
  const edges = [0];
  days.forEach((day, index) => {
    edges.push((edges[index] ?? 0) + (isShrunk(day) ? PAST_WIDTH : width + (index >= wider ? 1 : 0)));
  });
  return { days, edges, sizes: days.map((day) => (isShrunk(day) ? 'compact' : size)) };
}

export const TILE_GAP = 3;
export const CELL_PAD = 3;
export const LANE_HEIGHT = 25;
export const MORE_HEIGHT = 18;
/** More tiles than this fold into "+n", opened for the whole row. */
export const FOLD_AT = 3;
/** Compact rows would be too low for the account's two lines. */
const LEAST_ROW = 46;

export type LaneRow = { readonly kind: 'lane'; readonly lane: Lane; readonly top: number; readonly height: number };
export type AccountRow = {
  readonly kind: 'account';
  readonly lane: Lane;
  readonly accountId: string;
  readonly top: number;
  readonly height: number;
  readonly opened: boolean;
};
export type Row = LaneRow | AccountRow;
export type Rows = { readonly rows: readonly Row[]; readonly height: number };

/** Rows of even height: as high as their fullest cell in the days given. */
export function rowsOf<P extends Planned>(
  lanes: readonly Lane[],
  columns: Columns,
  cells: Cells<P>,
  folded: ReadonlySet<string>,
  opened: ReadonlySet<string>,
): Rows {
  const rows: Row[] = [];
  let top = 0;
  for (const lane of lanes) {
    rows.push({ kind: 'lane', lane, top, height: LANE_HEIGHT });
    top += LANE_HEIGHT;
    if (folded.has(lane.role)) continue;
    for (const account of lane.accounts) {
      const isOpen = opened.has(account.id);
      const height = rowHeight(account.id, columns, cells, isOpen);
      rows.push({ kind: 'account', lane, accountId: account.id, top, height, opened: isOpen });
      top += height;
    }
  }
  return { rows, height: top };
}

function rowHeight<P extends Planned>(accountId: string, columns: Columns, cells: Cells<P>, opened: boolean): number {
  const usual = tileHeights[columns.sizes.at(-1) ?? 'normal'];
  let height = Math.max(LEAST_ROW, usual + 2 * CELL_PAD);
  columns.days.forEach((day, index) => {
    const count = cells.get(cellKey(accountId, day))?.length ?? 0;
    if (count === 0) return;
    height = Math.max(height, stackHeight(count, columns.sizes[index] ?? 'normal', opened));
  });
  return height;
}

/** Height of a cell with so many tiles, the fold line included. */
export function stackHeight(count: number, size: TileSize, opened: boolean): number {
  const shown = opened ? count : Math.min(count, FOLD_AT);
  const tiles = shown * tileHeights[size] + Math.max(0, shown - 1) * TILE_GAP;
  return tiles + 2 * CELL_PAD + (count > FOLD_AT ? MORE_HEIGHT : 0);
}

/** First index and one past the last that touches `[from, to]`, given ascending edges; at least one. */
export function touching(edges: readonly number[], from: number, to: number, beyond = 1): readonly [number, number] {
  const count = edges.length - 1;
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edges[middle + 1] ?? 0) <= from) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < count && (edges[end] ?? 0) < to) end += 1;
  return [Math.max(0, low - beyond), Math.min(count, end + beyond)];
}

export const rowEdges = ({ rows, height }: Rows): readonly number[] => [...rows.map((row) => row.top), height];

/** The cell under a point; null over a lane's line or outside. */
export function cellAt(
  x: number,
  y: number,
  columns: Columns,
  { rows, height }: Rows,
): { readonly accountId: string; readonly day: WallDate } | null {
  if (x < 0 || y < 0 || y >= height || x >= (columns.edges.at(-1) ?? 0)) return null;
  const [column] = touching(columns.edges, x, x, 0);
  const row = rows.find((candidate) => y >= candidate.top && y < candidate.top + candidate.height);
  const day = columns.days[column];
  return row?.kind === 'account' && day !== undefined ? { accountId: row.accountId, day } : null;
}
