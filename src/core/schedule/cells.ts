import type { WallDate } from '../time/wall';
import { byTime, type Planned } from './planned';

/** Names one cell of the matrix. */
export const cellKey = (accountId: string, day: WallDate): string => `${accountId} ${day}`;

/** Placements by cell, in time order. Cells without any are not in the map. */
export type Cells<P extends Planned> = ReadonlyMap<string, readonly P[]>;

/**
 * Sorts placements into cells. A cell whose placements are the same objects as in `before` keeps its array, so that
 * a screen redraws only the cells that changed.
 */
export function cellsOf<P extends Planned>(cards: readonly P[], before: Cells<P> = new Map()): Cells<P> {
  const cells = new Map<string, P[]>();
  for (const card of cards) {
    if (card.accountId === null || card.day === null) continue;
    const key = cellKey(card.accountId, card.day);
    const cell = cells.get(key);
    if (cell === undefined) cells.set(key, [card]);
    else cell.push(card);
  }
  const result = new Map<string, readonly P[]>();
  for (const [key, cell] of cells) {
    cell.sort(byTime);
    const old = before.get(key);
    const same = old !== undefined && old.length === cell.length && old.every((card, index) => card === cell[index]);
    result.set(key, same ? old : cell);
  }
  return result;
}
