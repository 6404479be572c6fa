import { type AgendaStep, agendaOf, type MomentStep, stepIn, stepMoment } from '../../../core/schedule/agenda';
import { holds, periodOf } from '../../../core/schedule/days';
import type { WallDate } from '../../../core/time/wallDate';
import { sayMoment } from '../../../core/words/dates';
import { matrixWords } from '../../../core/words/matrix';
import { say } from '../../../core/words/say';
import { titleOrNone } from '../../../core/words/titles';
import { anchorOf, weekStartOf } from '../../state/plan';
import { placeByHand, unplan } from '../../state/planning/acts';
import { type Load, loadOf } from '../../state/planning/load';
import { openSlot } from '../../state/planning/slots';
import { sayRefusal, verdictOf } from '../../state/planning/verdicts';
import { selectedIds } from '../../state/selection';
import type { OpenSlot } from '../../state/series';
import type { Studio, StudioState } from '../../state/studio';
import type { CalendarView } from '../../state/timeline';
import type { CalendarDeskStore, Carried } from './desk';
import type { AgendaEntry } from './events';
import { namedTime } from './useFollowers';

/** The keyboard in month, week and list: from one placement to the next, and everything a drag can do. */

type Keys = { readonly studio: Studio; readonly desk: CalendarDeskStore; readonly shown: readonly AgendaEntry[] };

const walkSteps: Readonly<Record<string, AgendaStep>> = {
  ArrowUp: 'previous',
  ArrowDown: 'next',
  ArrowLeft: 'day_back',
  ArrowRight: 'day_on',
  Home: 'first',
  End: 'last',
};

/** In the week clock times lie below each other, elsewhere weeks do. */
const carrySteps: Readonly<Record<CalendarView, Readonly<Record<string, MomentStep>>>> = {
  month: byWeeks(),
  list: byWeeks(),
  week: { ...byWeeks(), ArrowUp: { minutes: -30 }, ArrowDown: { minutes: 30 } },
};
function byWeeks(): Readonly<Record<string, MomentStep>> {
  return {
    ArrowLeft: { days: -1 },
    ArrowRight: { days: 1 },
    ArrowUp: { days: -7 },
    ArrowDown: { days: 7 },
    PageUp: { days: -7 },
    PageDown: { days: 7 },
  };
}

/** Answers whether the key was used. */
export function calendarKeys(event: KeyboardEvent, keys: Keys): boolean {
  if (event.isComposing || event.ctrlKey || event.metaKey) return false;
  if (keys.desk.getState().moving !== null) return moveKeys(event, keys);
  const folded = event.target instanceof Element ? event.target.closest<HTMLElement>('[role="dialog"]') : null;
  if (folded !== null && (event.key === 'ArrowUp' || event.key === 'ArrowDown'))
    return walkFolded(folded, event.key === 'ArrowDown' ? 1 : -1);
  const id = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-tile]')?.dataset.tile : null;
  return id == null ? false : walkKeys(event, keys, id);
}

/** In the small window of a full day the arrows stay among its own tiles. */
function walkFolded(dialog: HTMLElement, step: 1 | -1): boolean {
  const tiles = [...dialog.querySelectorAll<HTMLElement>('[data-tile]')];
  const at = tiles.findIndex((tile) => tile.contains(document.activeElement));
  tiles[Math.min(tiles.length - 1, Math.max(0, at + step))]?.focus();
  return true;
}

function walkKeys(event: KeyboardEvent, { studio, desk, shown }: Keys, id: string): boolean {
  const state = studio.getState();
  const entry = shown.find((candidate) => candidate.id === id);
  if (entry === undefined) return false;
  const step = walkSteps[event.key];
  if (step !== undefined && !event.altKey) {
    const next = stepIn(agendaOf(shown), id, step);
    if (next === undefined) return true;
    if (event.shiftKey && entry.open === undefined && next.open === undefined)
      state.select({ kind: 'placements', ids: [...new Set([...selectedIds(state.selection), id, next.id])] });
    desk.setState({ focusId: next.id });
    focusTile(next.id);
    return true;
  }
  if (event.altKey) return false;
  if (entry.open !== undefined) return slotKeys(event, { studio, desk, shown }, entry.open);
  const card = state.cards.find((candidate) => candidate.id === id);
  switch (event.key) {
    case 'Enter':
      if (card?.pieceId != null) state.openPiece(card.pieceId);
      return true;
    case ' ':
      if (event.shiftKey) state.toggleSelected(id);
      else state.select({ kind: 'placements', ids: [id] });
      return true;
    case 'm':
    case 'M':
      if (event.shiftKey) return false;
      carry(studio, desk, loadOf(state, id));
      return true;
    case 'Delete':
    case 'Backspace': {
      const chosen = selectedIds(state.selection);
      const next = stepIn(agendaOf(shown), id, 'next');
      void unplan(studio, chosen.includes(id) ? chosen : [id]).then(() => {
        // What the plan did not let go keeps the focus.
        const isGone = !studio.getState().cards.some((one) => one.id === id && one.day !== null);
        if (isGone && next !== undefined) focusTile(next.id);
      });
      return true;
    }
    case 'ContextMenu':
      return openMenu(event, studio, desk, id);
    case 'F10':
      return event.shiftKey && openMenu(event, studio, desk, id);
    case 'Escape':
      state.select({ kind: 'nothing' });
      return true;
    default:
      return false;
  }
}

/** On a date that waits: fill, skip or move it, or what else can be done in its cell. */
function slotKeys(event: KeyboardEvent, { studio, desk }: Keys, open: OpenSlot): boolean {
  const asksMenu = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey);
  if (asksMenu && event.target instanceof Element && open.series.accountId !== null) {
    const { left, bottom } = event.target.getBoundingClientRect();
    const target = { accountId: open.series.accountId, day: open.slot.day };
    desk.setState({ menu: { kind: 'cell', target, x: left, y: bottom } });
    return true;
  }
  if (event.shiftKey || !['Enter', ' ', 's', 'S'].includes(event.key)) return false;
  openSlot(studio, open);
  return true;
}

/** Takes placements up for the arrow keys. */
export function carry(studio: Studio, desk: CalendarDeskStore, load: Load | null): void {
  if (load?.kind !== 'placements' || load.grabbed.day === null) return;
  const { settings, announce, select, selection } = studio.getState();
  if (!selectedIds(selection).includes(load.grabbed.id)) select({ kind: 'placements', ids: [load.grabbed.id] });
  desk.setState({ moving: { load, to: { day: load.grabbed.day, time: load.grabbed.time } } });
  announce(
    say(matrixWords, settings.lang, 'move.mode_start', { title: titleOrNone(settings.lang, load.grabbed.title) }),
  );
}

function moveKeys(event: KeyboardEvent, { studio, desk }: Keys): boolean {
  const { moving } = desk.getState();
  if (moving === null) return false;
  const state = studio.getState();
  const step = carrySteps[state.calendarView][event.key];
  if (step !== undefined) {
    // Several keep their clock times, so only their days can be carried.
    if ('minutes' in step && moving.load.ids.length > 1) return true;
    const next = { load: moving.load, to: stepMoment(moving.to, step) };
    desk.setState({ moving: next });
    turnTo(state, next.to.day);
    state.announce(sayCarried(state, next));
    return true;
  }
  if (event.key === 'Enter' || event.key === ' ') {
    void letGo(studio, desk, moving, event.altKey);
    return true;
  }
  if (event.key === 'Escape') {
    giveUp(studio, desk);
    return true;
  }
  return event.key !== 'Tab';
}

/** The days in view follow what is carried out of them. */
function turnTo(state: StudioState, day: WallDate): void {
  const zoom = state.calendarView === 'week' ? 'week' : 'month';
  if (!holds(periodOf(zoom, anchorOf(state), weekStartOf(state)), day)) state.setAnchor(day);
}

/** Lets go where the arrows led; what cannot land there stays in hand and says why. */
async function letGo(studio: Studio, desk: CalendarDeskStore, moving: Carried, copy: boolean): Promise<void> {
  const why = await dropCarried(studio, moving, copy);
  if (why !== null) return;
  desk.setState({ moving: null });
  const [only] = selectedIds(studio.getState().selection);
  focusTile(copy ? (only ?? moving.load.grabbed.id) : moving.load.grabbed.id);
}

/** Puts what is carried on its new moment. Answers why not, which has been said, or null when it was done. */
export async function dropCarried(studio: Studio, carried: Carried, copy: boolean): Promise<string | null> {
  const state = studio.getState();
  const { load, to } = carried;
  const target = { accountId: load.grabbed.accountId ?? '', day: to.day };
  const why = await placeByHand(studio, load, target, namedTime(carried), copy);
  if (why !== null) {
    state.notify({ message: why });
    state.announce(why);
  }
  return why;
}

export function giveUp(studio: Studio, desk: CalendarDeskStore): void {
  const { moving } = desk.getState();
  if (moving === null) return;
  desk.setState({ moving: null });
  const state = studio.getState();
  state.announce(say(matrixWords, state.settings.lang, 'move.mode_stop'));
  if (moving.load.grabbed.day !== null) turnTo(state, moving.load.grabbed.day);
  focusTile(moving.load.grabbed.id);
}

/** The old and the new moment, or why it cannot be. */
export function sayCarried(state: StudioState, { load, to }: Carried): string {
  const { lang } = state.settings;
  const { grabbed, ids } = load;
  const verdict = verdictOf(state, load, { accountId: grabbed.accountId ?? '', day: to.day }, false);
  if (verdict.kind === 'refused') return sayRefusal(lang, verdict.why, to.day);
  if (grabbed.day === null || (verdict.kind === 'nothing' && to.time === grabbed.time))
    return say(matrixWords, lang, 'move.same');
  const from = sayMoment(lang, grabbed.day, grabbed.time);
  const where = sayMoment(lang, to.day, to.time);
  return ids.length > 1
    ? say(matrixWords, lang, 'move.many', { count: ids.length, from, to: where })
    : say(matrixWords, lang, 'move.to', { from, to: where });
}

function openMenu(event: KeyboardEvent, studio: Studio, desk: CalendarDeskStore, id: string): boolean {
  const load = loadOf(studio.getState(), id);
  if (load?.kind !== 'placements' || !(event.target instanceof Element)) return false;
  const box = event.target.getBoundingClientRect();
  desk.setState({ menu: { kind: 'tile', load, x: box.left, y: box.bottom } });
  return true;
}

/** Tiles looked for in the page at most so many frames: FullCalendar draws behind a change of state. */
const FRAMES = 20;

/** Gives a placement's tile the focus; folded into "+n", the button that shows the rest of its day. */
export function focusTile(id: string): void {
  let tries = 0;
  const look = (): void => {
    const tile = document.querySelector<HTMLElement>(`[data-testid="calendar"] [data-tile="${CSS.escape(id)}"]`);
    tries += 1;
    if (tile === null) {
      if (tries < FRAMES) requestAnimationFrame(look);
      return;
    }
    shownOf(tile).focus();
  };
  look();
}

/** The tile, or the button that shows the rest of its day where it is folded away. */
export const shownOf = (tile: HTMLElement): HTMLElement => (isShown(tile) ? tile : (moreOf(tile) ?? tile));
const isShown = (tile: HTMLElement): boolean => {
  const { visibility } = getComputedStyle(tile);
  return visibility !== 'hidden';
};
const moreOf = (tile: HTMLElement): HTMLElement | null =>
  tile.closest('[role="cell"][data-date]')?.querySelector<HTMLElement>('[aria-haspopup], [data-more]') ?? null;
