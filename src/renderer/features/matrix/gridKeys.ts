import type { KeyboardEvent } from 'react';
import { cellKey } from '../../../core/schedule/cells';
import { FOLD_AT } from '../../../core/schedule/geometry';
import { between, groundOf, type Place, type Step, walk } from '../../../core/schedule/walk';
import { addDays } from '../../../core/time/wallDate';
import { planWords } from '../../../core/words/plan';
import { say } from '../../../core/words/say';
import { lateActs } from '../../state/planning/lateActs';
import { loadOf } from '../../state/planning/load';
import { selectedIds } from '../../state/selection';
import type { Studio } from '../../state/studio';
import { cellOf } from './cellOf';
import type { DeskStore } from './desk';
import type { MatrixModel } from './model';
import { carryFrom, moveKeys } from './moveKeys';
import { rowIds } from './rowIds';
import { focusTray } from './trayFocus';

const steps: Readonly<Record<string, Step>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'start',
  End: 'end',
};
const weeks: Readonly<Record<string, number>> = { PageUp: -1, PageDown: 1 };

/** The keyboard inside the grid: walk, open, select, move, unplan, new. Everything a drag can do has a key here. */
export function gridKeys(event: KeyboardEvent, studio: Studio, desk: DeskStore, model: MatrixModel): void {
  if (event.nativeEvent.isComposing) return;
  const used =
    desk.getState().moving === null ? walkKeys(event, studio, desk, model) : moveKeys(event, studio, desk, model);
  if (used) {
    event.preventDefault();
    event.stopPropagation();
  }
}

function stepOf(event: KeyboardEvent): Step | null {
  if ((event.ctrlKey || event.metaKey) && event.key === 'Home') return 'top';
  if ((event.ctrlKey || event.metaKey) && event.key === 'End') return 'bottom';
  return event.ctrlKey || event.metaKey ? null : (steps[event.key] ?? null);
}

function groundOfModel(model: MatrixModel, opened: ReadonlySet<string>) {
  return groundOf(rowIds(model), model.columns.days, model.cells, (accountId, count) =>
    opened.has(accountId) ? count : Math.min(FOLD_AT, count),
  );
}

/** Where the keyboard starts when it comes in: today, else the first day, in the first row. */
export function firstPlace(model: MatrixModel): Place | null {
  const [accountId] = rowIds(model);
  const day = model.columns.days.includes(model.today) ? model.today : model.columns.days[0];
  return accountId === undefined || day === undefined ? null : { accountId, day, tile: null };
}

/** The place of what has the page's focus: a screen reader may put it on a tile without a key or a click. */
function placeOf(target: EventTarget, model: MatrixModel): Place | null {
  const cell = cellOf(target);
  if (cell === null) return null;
  const id = target instanceof HTMLElement ? target.dataset.tile : undefined;
  if (id === undefined) return { ...cell, tile: null };
  const index = model.cells.get(cellKey(cell.accountId, cell.day))?.findIndex((card) => card.id === id) ?? -1;
  return { ...cell, tile: index < 0 ? null : index };
}

function cardAt(model: MatrixModel, place: Place) {
  return place.tile === null ? undefined : model.cells.get(cellKey(place.accountId, place.day))?.[place.tile];
}

function walkKeys(event: KeyboardEvent, studio: Studio, desk: DeskStore, model: MatrixModel): boolean {
  const { opened, setPlace } = desk.getState();
  const known = placeOf(event.target, model) ?? desk.getState().place;
  const place = known ?? firstPlace(model);
  if (place === null) return false;
  // A button of its own inside the grid (fold a lane, "+2") keeps its keys.
  const onOther = event.target instanceof HTMLButtonElement && event.target.dataset.tile === undefined;
  const card = cardAt(model, place);
  const step = stepOf(event);
  if (event.altKey && step !== null && card !== undefined) {
    begin(studio, desk, card.id, model);
    return moveKeys(event, studio, desk, model);
  }
  if (step !== null) {
    const next = known === null ? place : walk(place, step, groundOfModel(model, opened));
    if (event.shiftKey) reach(studio, desk, model, place, next);
    else desk.getState().setAnchor(null);
    setPlace(next, true);
    return true;
  }
  const turn = weeks[event.key];
  if (turn !== undefined && !event.ctrlKey && !event.metaKey && !event.altKey) {
    turnWeek(studio, desk, model, place, turn);
    return true;
  }
  if (onOther || event.ctrlKey || event.metaKey || event.altKey) return false;
  return actKeys(event, studio, desk, model, place);
}

/** Keys that do something with the place, or with the tile there. */
function actKeys(event: KeyboardEvent, studio: Studio, desk: DeskStore, model: MatrixModel, place: Place): boolean {
  const state = studio.getState();
  const card = cardAt(model, place);
  switch (event.key) {
    case 'Enter':
      if (card?.pieceId != null) state.openPiece(card.pieceId);
      else newHere(studio, place);
      return true;
    case ' ':
      if (card === undefined) state.select({ kind: 'cell', accountId: place.accountId, day: place.day });
      else if (event.shiftKey) state.toggleSelected(card.id);
      else state.select({ kind: 'placements', ids: [card.id] });
      return true;
    case 'n':
    case 'N':
      if (event.shiftKey) return false;
      newHere(studio, place);
      return true;
    case 'm':
    case 'M':
      if (event.shiftKey || card === undefined) return false;
      begin(studio, desk, card.id, model);
      return true;
    case 'p':
    case 'P':
      if (event.shiftKey) return false;
      desk.getState().setPlace(place, false);
      return focusTray();
    case 's':
    case 'S':
      if (event.shiftKey) return false;
      void import('../../state/planning/slots').then(({ openSlotAt }) => openSlotAt(studio, place));
      return true;
    case 'e':
    case 'E':
      desk.getState().toggleOpened(place.accountId);
      return true;
    case 'Delete':
    case 'Backspace': {
      if (card === undefined) return false;
      const chosen = selectedIds(state.selection);
      const ids = chosen.includes(card.id) ? chosen : [card.id];
      void lateActs().then(({ unplan }) => unplan(studio, ids));
      desk.getState().setPlace({ ...place, tile: null }, true);
      return true;
    }
    case 'ContextMenu':
      return openMenu(event, studio, desk, place, card?.id);
    case 'F10':
      return event.shiftKey && openMenu(event, studio, desk, place, card?.id);
    case 'Escape':
      state.select({ kind: 'nothing' });
      desk.getState().setAnchor(null);
      return true;
    default:
      return false;
  }
}

const newHere = (studio: Studio, place: Place): void =>
  void lateActs().then(({ newPieceAt }) => newPieceAt(studio, place));

/** Shift and an arrow: everything between where it began and here is selected. */
function reach(studio: Studio, desk: DeskStore, model: MatrixModel, from: Place, to: Place): void {
  const anchor = desk.getState().anchor ?? { accountId: from.accountId, day: from.day };
  desk.getState().setAnchor(anchor);
  selectBetween(studio, model, anchor, to);
}

/** Selects the placements in the rectangle between two cells, and says how many they are. */
export function selectBetween(
  studio: Studio,
  model: MatrixModel,
  a: Pick<Place, 'accountId' | 'day'>,
  b: Pick<Place, 'accountId' | 'day'>,
): void {
  const { select, announce, settings } = studio.getState();
  const ids = between(a, b, rowIds(model), model.cells);
  select(ids.length === 0 ? { kind: 'nothing' } : { kind: 'placements', ids });
  announce(say(planWords, settings.lang, 'select.count', { count: ids.length }));
}

/** A week on or back; at the end of the days in view, the next ones come. */
function turnWeek(studio: Studio, desk: DeskStore, model: MatrixModel, place: Place, turn: number): void {
  const day = addDays(place.day, 7 * turn);
  if (!model.columns.days.includes(day)) studio.getState().setAnchor(day);
  desk.getState().setPlace({ accountId: place.accountId, day, tile: null }, true);
}

function openMenu(
  event: KeyboardEvent,
  studio: Studio,
  desk: DeskStore,
  place: Place,
  id: string | undefined,
): boolean {
  const box = event.target instanceof Element ? event.target.getBoundingClientRect() : { left: 200, bottom: 200 };
  const point = { x: box.left, y: box.bottom };
  const load = id === undefined ? null : loadOf(studio.getState(), id);
  if (load?.kind === 'placements') desk.getState().setMenu({ kind: 'tile', load, ...point });
  else desk.getState().setMenu({ kind: 'cell', target: { accountId: place.accountId, day: place.day }, ...point });
  return true;
}

/** Starts move mode for a placement, or for the whole selection it belongs to. */
function begin(studio: Studio, desk: DeskStore, id: string, model: MatrixModel): void {
  const state = studio.getState();
  const load = loadOf(state, id);
  if (load === null) return;
  // What is carried is what is selected, so that the drop finds it again.
  if (!selectedIds(state.selection).includes(id)) state.select({ kind: 'placements', ids: [id] });
  carryFrom(studio, desk, load, model);
}
