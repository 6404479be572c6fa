import type { KeyboardEvent } from 'react';
import { cellKey } from '../../../core/schedule/cells';
import { FOLD_AT } from '../../../core/schedule/geometry';
import { groundOf, type Place, type Step, walk } from '../../../core/schedule/walk';
import { sayDay } from '../../../core/words/dates';
import { matrixWords } from '../../../core/words/matrix';
import { say } from '../../../core/words/say';
import { selectedIds } from '../../state/selection';
import type { Studio } from '../../state/studio';
import { titleOrNone } from '../../ui/plan/tileWords';
import { letGo, newPieceAt, sayRefusal, unplan, verdictOf } from './acts';
import { cellOf } from './cellOf';
import type { DeskStore } from './desk';
import type { MatrixModel } from './model';

const steps: Readonly<Record<string, Step>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'start',
  End: 'end',
};

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
  if (event.ctrlKey || event.metaKey || event.shiftKey) return null;
  return steps[event.key] ?? null;
}

const rowIds = (model: MatrixModel): readonly string[] =>
  model.rows.rows.flatMap((row) => (row.kind === 'account' ? [row.accountId] : []));

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
    begin(studio, desk, card.id);
    return moveKeys(event, studio, desk, model);
  }
  if (step !== null) {
    setPlace(known === null ? place : walk(place, step, groundOfModel(model, opened)), true);
    return true;
  }
  if (onOther || event.ctrlKey || event.metaKey || event.altKey) return false;
  const state = studio.getState();
  switch (event.key) {
    case 'Enter':
      if (card?.pieceId != null) state.openPiece(card.pieceId);
      else void newPieceAt(studio, place);
      return true;
    case ' ':
      if (card === undefined) state.select({ kind: 'cell', accountId: place.accountId, day: place.day });
      else if (event.shiftKey) state.toggleSelected(card.id);
      else state.select({ kind: 'placements', ids: [card.id] });
      return true;
    case 'n':
    case 'N':
      void newPieceAt(studio, place);
      return true;
    case 'm':
    case 'M':
      if (event.shiftKey || card === undefined) return false;
      begin(studio, desk, card.id);
      return true;
    case 'e':
    case 'E':
      desk.getState().toggleOpened(place.accountId);
      return true;
    case 'Delete':
    case 'Backspace': {
      if (card === undefined) return false;
      const chosen = selectedIds(state.selection);
      void unplan(studio, chosen.includes(card.id) ? chosen : [card.id]);
      setPlace({ ...place, tile: null }, true);
      return true;
    }
    case 'ContextMenu':
      return card !== undefined && openMenu(event, desk, card.id);
    case 'F10':
      return event.shiftKey && card !== undefined && openMenu(event, desk, card.id);
    case 'Escape':
      state.select({ kind: 'nothing' });
      return true;
    default:
      return false;
  }
}

function openMenu(event: KeyboardEvent, desk: DeskStore, id: string): boolean {
  const box = event.target instanceof Element ? event.target.getBoundingClientRect() : { left: 200, bottom: 200 };
  desk.getState().setMenu({ kind: 'tile', id, x: box.left, y: box.bottom });
  return true;
}

/** Starts move mode for a placement, or for the whole selection it belongs to. */
export function begin(studio: Studio, desk: DeskStore, id: string): void {
  const { cards, selection, settings, announce } = studio.getState();
  const card = cards.find((candidate) => candidate.id === id);
  if (card?.day == null || card.accountId === null) return;
  const chosen = selectedIds(selection);
  const ids = chosen.includes(id) ? chosen : [id];
  desk.getState().setMoving({
    load: { kind: 'placements', ids, grabbedId: id },
    target: { accountId: card.accountId, day: card.day },
  });
  announce(say(matrixWords, settings.lang, 'move.mode_start', { title: titleOrNone(settings.lang, card.title) }));
}

function moveKeys(event: KeyboardEvent, studio: Studio, desk: DeskStore, model: MatrixModel): boolean {
  const { moving, setMoving, setPlace } = desk.getState();
  if (moving === null) return false;
  const state = studio.getState();
  const { lang } = state.settings;
  const step = stepOf(event);
  if (step !== null) {
    // Tiles do not stop a move: it goes from cell to cell.
    const next = walk({ ...moving.target, tile: null }, step, { ...groundOfModel(model, new Set()), tilesIn: () => 0 });
    const target = { accountId: next.accountId, day: next.day };
    setMoving({ ...moving, target });
    const verdict = verdictOf(state, moving.load, target, false);
    state.announce(
      say(matrixWords, lang, 'move.mode_at', {
        account: model.accounts.get(target.accountId)?.name ?? '',
        day: sayDay(lang, target.day),
        why: verdict.kind === 'refused' ? sayRefusal(lang, verdict.why, target.day) : 'ok',
      }),
    );
    return true;
  }
  if (event.key === 'Enter' || event.key === ' ') {
    const box = event.target instanceof Element ? event.target.getBoundingClientRect() : { left: 200, bottom: 200 };
    setMoving(null);
    const { load, target } = moving;
    void letGo(studio, desk, load, target, false, { x: box.left, y: box.bottom }).then(() => {
      const { cards } = studio.getState();
      const id = load.kind === 'placements' ? load.grabbedId : '';
      const there = cards.find((card) => card.id === id);
      if (there?.day == null || there.accountId === null) return;
      const cell = cards.filter((card) => card.accountId === there.accountId && card.day === there.day);
      const sorted = [...cell].sort((a, b) => ((a.time ?? '99') < (b.time ?? '99') ? -1 : 1));
      setPlace({ accountId: there.accountId, day: there.day, tile: sorted.indexOf(there) }, true);
    });
    return true;
  }
  if (event.key === 'Escape') {
    setMoving(null);
    state.announce(say(matrixWords, lang, 'move.mode_stop'));
    return true;
  }
  return event.key !== 'Tab';
}
