import type { KeyboardEvent } from 'react';
import { holds, periodOf } from '../../../core/schedule/days';
import { type CarryStep, carry } from '../../../core/schedule/walk';
import { sayDay } from '../../../core/words/dates';
import { matrixWords } from '../../../core/words/matrix';
import { planWords } from '../../../core/words/plan';
import { say } from '../../../core/words/say';
import { titleOrNone } from '../../../core/words/titles';
import { anchorOf, weekStartOf } from '../../state/plan';
import { lateActs } from '../../state/planning/lateActs';
import type { Load } from '../../state/planning/load';
import { sayRefusal, verdictOf } from '../../state/planning/verdicts';
import type { Studio, StudioState } from '../../state/studio';
import type { DeskStore } from './desk';
import type { MatrixModel } from './model';
import { rowIds } from './rowIds';

/** The keyboard's way to carry: what a drag does, cell by cell, told aloud. */

const steps: Readonly<Record<string, CarryStep>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  PageUp: 'week_back',
  PageDown: 'week_on',
  Home: 'start',
  End: 'end',
};

function stepOf({ key, ctrlKey, metaKey }: KeyboardEvent): CarryStep | null {
  if (ctrlKey || metaKey) return key === 'Home' ? 'top' : key === 'End' ? 'bottom' : null;
  return steps[key] ?? null;
}

/** Takes a load up: placements where they stand, a piece of the tray at the keyboard's place, else at today. */
export function carryFrom(studio: Studio, desk: DeskStore, load: Load, model: MatrixModel): void {
  const { settings, announce } = studio.getState();
  const { place, setMoving } = desk.getState();
  const { lang } = settings;
  const [firstRow] = rowIds(model);
  const from = load.kind === 'placements' ? load.grabbed : load.proposed?.at;
  const accountId = from === undefined ? (place?.accountId ?? firstRow) : from.accountId;
  const day = from === undefined ? laterOf(place?.day, model.today) : from.day;
  if (accountId == null || day === null) return;
  setMoving({ load, target: { accountId, day } });
  announce(
    load.kind === 'piece' && load.proposed === undefined
      ? say(planWords, lang, 'move.carry_start', { title: load.title })
      : say(matrixWords, lang, 'move.mode_start', {
          title: titleOrNone(lang, load.kind === 'piece' ? load.title : load.grabbed.title),
        }),
  );
}

const laterOf = (day: MatrixModel['today'] | undefined, today: MatrixModel['today']) =>
  day === undefined || day < today ? today : day;

/** Where an open choice stands: at the place that was chosen. */
const pointOfOutline = (): { readonly x: number; readonly y: number } => {
  const box = document.querySelector('[data-outline]')?.getBoundingClientRect();
  return { x: box?.left ?? 200, y: box?.bottom ?? 200 };
};

export function moveKeys(event: KeyboardEvent, studio: Studio, desk: DeskStore, model: MatrixModel): boolean {
  const { moving, setMoving, setPlace, setMenu } = desk.getState();
  if (moving === null) return false;
  const state = studio.getState();
  const { load } = moving;
  const step = stepOf(event);
  if (step !== null) {
    const target = carry(moving.target, step, { accountIds: rowIds(model), days: model.columns.days });
    setMoving({ load, target });
    turnTo(state, target.day);
    tellPlace(state, load, target, model);
    return true;
  }
  if (event.key === 'Enter' || event.key === ' ') {
    const { target } = moving;
    const verdict = verdictOf(state, load, target, event.altKey);
    // What cannot land there is told why, and stays in hand.
    if (verdict.kind === 'refused') {
      void lateActs().then(({ refuse }) => refuse(state, verdict.why, target.day));
      return true;
    }
    if (load.kind === 'piece' && load.proposed !== undefined) {
      void import('./dropProposed').then(({ dropProposed }) => dropProposed(studio, desk, moving));
      return true;
    }
    const point = pointOfOutline();
    setMoving(null);
    setPlace({ ...target, tile: null }, true);
    const done = lateActs().then(({ letGo }) =>
      letGo(studio, load, target, event.altKey, (choice) => setMenu({ kind: 'choose', choice, ...point })),
    );
    void Promise.all([done, import('./standOn')]).then(([, { standOn }]) => standOn(studio, desk, target));
    return true;
  }
  if (event.key === 'Escape') {
    giveUp(studio, desk);
    return true;
  }
  return event.key !== 'Tab';
}

/** The days in view follow what is carried out of them. */
function turnTo(state: StudioState, day: MatrixModel['today']): void {
  if (!holds(periodOf(state.zoom, anchorOf(state), weekStartOf(state)), day)) state.setAnchor(day);
}

function tellPlace(
  state: StudioState,
  load: Load,
  target: { readonly accountId: string; readonly day: MatrixModel['today'] },
  model: MatrixModel,
): void {
  const { lang } = state.settings;
  const verdict = verdictOf(state, load, target, false);
  state.announce(
    say(matrixWords, lang, 'move.mode_at', {
      account: model.accounts.get(target.accountId)?.name ?? '',
      day: sayDay(lang, target.day),
      why: verdict.kind === 'refused' ? sayRefusal(lang, verdict.why, target.day) : 'ok',
    }),
  );
}

/** Nothing moves; the keyboard is where it was. */
function giveUp(studio: Studio, desk: DeskStore): void {
  const { moving, place, setPlace } = desk.getState();
  if (moving === null) return;
  letLie(studio, desk);
  if (moving.load.kind === 'piece') {
    const { proposed, pieceId } = moving.load;
    const home = proposed === undefined ? `[data-piece="${CSS.escape(pieceId)}"]` : `[data-takes="${proposed.key}"]`;
    document.querySelector<HTMLElement>(home)?.focus();
    return;
  }
  const { accountId, day } = moving.load.grabbed;
  if (accountId === null || day === null) return;
  turnTo(studio.getState(), day);
  setPlace(place?.accountId === accountId && place.day === day ? place : { accountId, day, tile: 0 }, true);
}

/** Ends the carrying without a drop, wherever the focus went. */
export function letLie(studio: Studio, desk: DeskStore): void {
  if (desk.getState().moving === null) return;
  desk.getState().setMoving(null);
  const { announce, settings } = studio.getState();
  announce(say(matrixWords, settings.lang, 'move.mode_stop'));
}
