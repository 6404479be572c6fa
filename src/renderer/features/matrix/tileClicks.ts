import type { MouseEvent } from 'react';
import { cellKey } from '../../../core/schedule/cells';
import { loadOf } from '../../state/planning/load';
import { selectedIds } from '../../state/selection';
import type { Studio } from '../../state/studio';
import { cellOf } from './cellOf';
import type { DeskStore } from './desk';
import type { MatrixModel } from './model';

/** The pointer on tiles and cells, heard once for the whole grid. */

type Pressed = Pick<MouseEvent, 'target' | 'shiftKey' | 'ctrlKey' | 'metaKey'>;

const within = (target: EventTarget, selector: string): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>(selector) : null;

/** The placement whose tile was pressed; null beside tiles. */
const tileAt = (target: EventTarget): string | null => within(target, '[data-tile]')?.dataset.tile ?? null;

function pickTile(event: Pressed, id: string, studio: Studio, desk: DeskStore, model: MatrixModel): void {
  const { select, toggleSelected } = studio.getState();
  const { setPlace, setAnchor, reach } = desk.getState();
  const cell = cellOf(event.target);
  if (cell !== null) {
    const cards = model.cells.get(cellKey(cell.accountId, cell.day)) ?? [];
    setPlace({ ...cell, tile: cards.findIndex((card) => card.id === id) }, false);
    if (event.shiftKey) {
      reach?.(cell);
      return;
    }
  }
  setAnchor(cell);
  if (event.ctrlKey || event.metaKey) toggleSelected(id);
  else select({ kind: 'placements', ids: [id] });
}

/** Picks a tile, opens "+2", or makes the ground of a cell the place and what the inspector is about. */
export function click(event: MouseEvent, studio: Studio, desk: DeskStore, model: MatrixModel): void {
  const id = tileAt(event.target);
  if (id !== null) {
    pickTile(event, id, studio, desk, model);
    return;
  }
  const cell = cellOf(event.target);
  if (cell === null) return;
  if (within(event.target, '[data-more]') !== null) desk.getState().toggleOpened(cell.accountId);
  if (within(event.target, 'button') !== null) return;
  desk.getState().setPlace({ ...cell, tile: null }, true);
  desk.getState().setAnchor(cell);
  studio.getState().select({ kind: 'cell', ...cell });
}

export function doubleClick(event: MouseEvent, studio: Studio): void {
  const id = tileAt(event.target);
  const card = studio.getState().cards.find((candidate) => candidate.id === id);
  if (card?.pieceId != null) studio.getState().openPiece(card.pieceId);
}

/** The menu of a tile or of a cell. Of several that are selected it is about all; another tile is picked first. */
export function askMenu(event: MouseEvent, studio: Studio, desk: DeskStore, model: MatrixModel): void {
  const cell = cellOf(event.target);
  if (cell === null) return;
  event.preventDefault();
  const { setMenu, setPlace } = desk.getState();
  const at = { x: event.clientX, y: event.clientY };
  const id = tileAt(event.target);
  if (id === null) {
    setPlace({ ...cell, tile: null }, true);
    setMenu({ kind: 'cell', target: cell, ...at });
    return;
  }
  if (!selectedIds(studio.getState().selection).includes(id)) pickTile(event, id, studio, desk, model);
  const load = loadOf(studio.getState(), id);
  if (load?.kind === 'placements') setMenu({ kind: 'tile', load, ...at });
}
