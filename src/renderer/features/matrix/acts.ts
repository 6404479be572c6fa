import type { PlacementCard } from '../../../contract';
import { formatFor, judgeDrop, type Target, usualTime, type Verdict } from '../../../core/schedule/move';
import { accountsById } from '../../../core/schedule/planned';
import { addDays, daysBetween, type WallDate, type WallTime } from '../../../core/time/wallDate';
import { sayDate, sayMoment } from '../../../core/words/dates';
import { matrixWords } from '../../../core/words/matrix';
import { say } from '../../../core/words/say';
import { todayOf } from '../../state/plan';
import type { Studio, StudioState } from '../../state/studio';
import { titleOrNone } from '../../ui/plan/tileWords';
import type { DeskStore, Load, Over } from './desk';

/** What letting go does, and how it is told. Used by the pointer, the keyboard and the menus alike. */

const cardsOf = (state: StudioState, load: Load): readonly PlacementCard[] =>
  load.kind === 'placements' ? state.cards.filter((card) => load.ids.includes(card.id)) : [];

/** What would happen if `load` were let go over `target`. */
export function verdictOf(state: StudioState, load: Load, target: Target, copy: boolean): Verdict {
  const accounts = accountsById(state.outline?.account ?? []);
  const today = todayOf(state);
  if (load.kind === 'piece') {
    if (target.day < today) return { kind: 'refused', why: 'past' };
    if (accounts.get(target.accountId)?.closed === true) return { kind: 'refused', why: 'closed' };
    return { kind: 'copy', cards: [], target };
  }
  const cards = cardsOf(state, load);
  const grabbed = cards.find((card) => card.id === load.grabbedId);
  return grabbed === undefined ? { kind: 'nothing' } : judgeDrop(cards, grabbed, target, accounts, today, copy);
}

/** The old and the new moment, or why not: the label on the ghost. */
export function sayOver(state: StudioState, load: Load, over: Over, copy: boolean): string {
  const { lang } = state.settings;
  const t = (key: Parameters<typeof say<keyof (typeof matrixWords)['zh'] & string>>[2], params = {}) =>
    say(matrixWords, lang, key, params);
  const cards = cardsOf(state, load);
  const grabbed = load.kind === 'placements' ? cards.find((card) => card.id === load.grabbedId) : undefined;
  if (over === 'tray') return load.kind === 'piece' ? t('move.same') : t('move.to_tray');
  if (over === null) return grabbed?.day == null ? '' : sayMoment(lang, grabbed.day, grabbed.time);
  const verdict = verdictOf(state, load, over, copy);
  if (verdict.kind === 'refused') return sayRefusal(lang, verdict.why, over.day);
  if (load.kind === 'piece')
    return t('move.from_tray', { to: sayMoment(lang, over.day, usualTime(state.cards, over.accountId)) });
  if (verdict.kind === 'nothing' || grabbed?.day == null) return t('move.same');
  const to = sayMoment(lang, over.day, grabbed.time);
  if (verdict.kind === 'copy') return t('move.copy', { to });
  const from = sayMoment(lang, grabbed.day, grabbed.time);
  return cards.length > 1 ? t('move.many', { count: cards.length, from, to }) : t('move.to', { from, to });
}

export const sayRefusal = (
  lang: StudioState['settings']['lang'],
  why: 'past' | 'live' | 'closed',
  day: WallDate,
): string => say(matrixWords, lang, `move.refused_${why}`, { day: sayDate(lang, day) });

/** Lets go. Where the user must choose between moving and a further version, a small menu opens at the point. */
export async function letGo(
  studio: Studio,
  desk: DeskStore,
  load: Load,
  over: Over,
  copy: boolean,
  point: { readonly x: number; readonly y: number },
): Promise<void> {
  const state = studio.getState();
  if (over === null) return;
  if (over === 'tray') {
    if (load.kind === 'placements') await unplan(studio, load.ids);
    return;
  }
  if (load.kind === 'piece') {
    const verdict = verdictOf(state, load, over, copy);
    if (verdict.kind === 'refused') return refuse(state, verdict.why, over.day);
    await planPiece(studio, load.pieceId, load.title, over, usualTime(state.cards, over.accountId));
    return;
  }
  const verdict = verdictOf(state, load, over, copy);
  switch (verdict.kind) {
    case 'nothing':
      return;
    case 'refused':
      return refuse(state, verdict.why, over.day);
    case 'choose':
      desk.getState().setMenu({ kind: 'choose', id: load.grabbedId, target: over, ...point });
      return;
    case 'copy':
      return copyCards(studio, cardsOf(state, load), load.grabbedId, over);
    case 'move':
      return moveCards(studio, verdict.moves, load.grabbedId);
  }
}

function refuse(state: StudioState, why: 'past' | 'live' | 'closed', day: WallDate): void {
  const message = sayRefusal(state.settings.lang, why, day);
  state.notify({ message });
  state.announce(message);
}

function tell(studio: Studio, message: string): void {
  const { notify, announce } = studio.getState();
  notify({ message, undo: true });
  announce(message);
}

type Moves = Parameters<StudioState['move']>[0];

async function moveCards(studio: Studio, moves: Moves, grabbedId: string): Promise<void> {
  const { settings, cards, move } = studio.getState();
  const { lang } = settings;
  const card = cards.find((candidate) => candidate.id === grabbedId);
  if (!(await move(moves))) return;
  const mine = moves.find((candidate) => candidate.id === grabbedId) ?? moves[0];
  if (mine === undefined) return;
  const to = sayMoment(lang, mine.day, mine.time === undefined ? (card?.time ?? null) : mine.time);
  tell(
    studio,
    moves.length > 1
      ? say(matrixWords, lang, 'move.done_many', { count: moves.length })
      : say(matrixWords, lang, 'move.done', { title: titleOrNone(lang, card?.title ?? ''), to }),
  );
}

/** Moves one placement to a day, time and account that were named; an account of another platform brings its format. */
export async function moveCardTo(studio: Studio, id: string, target: Target, time?: WallTime | null): Promise<void> {
  const state = studio.getState();
  const card = state.cards.find((candidate) => candidate.id === id);
  if (card === undefined) return;
  const changesRow = card.accountId !== target.accountId;
  await moveCards(
    studio,
    [
      {
        id,
        day: target.day,
        ...(changesRow ? { accountId: target.accountId } : {}),
        ...(time === undefined ? {} : { time }),
      },
    ],
    id,
  );
}

/** Plans the same piece once more at another place; the first stays. */
export async function copyCards(
  studio: Studio,
  cards: readonly PlacementCard[],
  grabbedId: string,
  target: Target,
  time?: WallTime | null,
): Promise<void> {
  const state = studio.getState();
  const { lang } = state.settings;
  const grabbed = cards.find((card) => card.id === grabbedId);
  if (grabbed?.day == null) return;
  const account = state.outline?.account.find((candidate) => candidate.id === target.accountId);
  const distance = daysBetween(grabbed.day, target.day);
  let made = 0;
  for (const card of cards) {
    if (card.pieceId === null || card.day === null) continue;
    const id = await state.plan({
      pieceId: card.pieceId,
      accountId: target.accountId,
      format: card.accountId === target.accountId ? card.format : account === undefined ? null : formatFor(account),
      day: addDays(card.day, distance),
      time: time === undefined ? card.time : time,
    });
    if (id !== null) made += 1;
  }
  if (made === 0) return;
  const to = sayMoment(lang, target.day, time === undefined ? grabbed.time : time);
  tell(studio, say(matrixWords, lang, 'move.copied', { title: titleOrNone(lang, grabbed.title), to }));
}

export async function planPiece(
  studio: Studio,
  pieceId: string,
  title: string,
  target: Target,
  time: WallTime | null,
): Promise<void> {
  const { settings, plan, select } = studio.getState();
  const id = await plan({ pieceId, accountId: target.accountId, format: null, day: target.day, time });
  if (id === null) return;
  select({ kind: 'placements', ids: [id] });
  const to = sayMoment(settings.lang, target.day, time);
  tell(studio, say(matrixWords, settings.lang, 'move.planned', { title: titleOrNone(settings.lang, title), to }));
}

/** Back to the tray: the piece stays, the placement goes. */
export async function unplan(studio: Studio, ids: readonly string[]): Promise<void> {
  const { settings, cards, unplan: remove, select } = studio.getState();
  const title = cards.find((card) => card.id === ids[0])?.title ?? '';
  if (ids.length === 0 || !(await remove(ids))) return;
  select({ kind: 'nothing' });
  tell(
    studio,
    say(matrixWords, settings.lang, 'move.unplanned', { count: ids.length, title: titleOrNone(settings.lang, title) }),
  );
}

/** A new piece for a cell: made, planned there, and opened to be written. */
export async function newPieceAt(studio: Studio, target: Target): Promise<void> {
  const state = studio.getState();
  if (target.day < todayOf(state)) return refuse(state, 'past', target.day);
  const account = state.outline?.account.find((candidate) => candidate.id === target.accountId);
  const made = await state.act('piece.create', {
    kind: 'scene',
    title: '',
    lang: account?.lang ?? state.outline?.workspace[0]?.lang ?? state.settings.lang,
  });
  if (made === null) return;
  await state.plan({
    pieceId: made.id,
    accountId: target.accountId,
    format: account === undefined ? null : formatFor(account),
    day: target.day,
    time: usualTime(state.cards, target.accountId),
  });
  state.openPiece(made.id);
}
