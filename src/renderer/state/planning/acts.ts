import type { PlacementCard } from '../../../contract';
import { formatFor, type PlannedCopy, type PlannedMove, type Refused, type Target } from '../../../core/schedule/move';
import type { WallDate, WallTime } from '../../../core/time/wallDate';
import { sayMoment } from '../../../core/words/dates';
import { matrixWords } from '../../../core/words/matrix';
import { planWords } from '../../../core/words/plan';
import { say } from '../../../core/words/say';
import { titleOrNone } from '../../../core/words/titles';
import { todayOf } from '../plan';
import type { Studio, StudioState } from '../studio';
import type { Load, Over } from './load';
import { timeFor } from './timeFor';
import { sayRefusal, verdictOf } from './verdicts';

/** What letting go does, and how it is told: each is one step of undo. Used by pointer, keyboard and menus alike. */

/** A choice that is still open: move what is carried to another platform, or add a version there. */
export type Choice = { readonly load: Load; readonly target: Target };

/** Lets go. Where the user must choose between moving and a further version, `choose` is asked to find out. */
export async function letGo(
  studio: Studio,
  load: Load,
  over: Over,
  copy: boolean,
  choose: (choice: Choice) => void,
): Promise<void> {
  const state = studio.getState();
  if (over === null) return;
  if (over === 'tray') {
    if (load.kind === 'placements') await unplan(studio, load.ids);
    return;
  }
  const verdict = verdictOf(state, load, over, copy);
  if (verdict.kind === 'refused') return refuse(state, verdict.why, over.day);
  if (load.kind === 'piece' && load.proposed !== undefined) {
    await state.moveProposed(load.proposed.key, over);
    return;
  }
  if (load.kind === 'piece')
    return planPiece(studio, load.pieceId, load.title, over, timeFor(state, over, load.pieceId));
  switch (verdict.kind) {
    case 'nothing':
      return;
    case 'choose':
      return choose({ load, target: over });
    case 'copy':
      return copyCards(studio, verdict.copies, load.grabbed);
    case 'move':
      return moveCards(studio, verdict.moves, load.grabbed);
  }
}

/** Takes one of the two ways a choice leaves open. */
export async function settleChoice(studio: Studio, { load, target }: Choice, way: 'move' | 'version'): Promise<void> {
  const state = studio.getState();
  const verdict = verdictOf(state, load, target, false);
  if (verdict.kind === 'refused') return refuse(state, verdict.why, target.day);
  if (verdict.kind !== 'choose' || load.kind !== 'placements') return;
  if (way === 'version') return copyCards(studio, verdict.copies, load.grabbed);
  return moveCards(studio, verdict.moves, load.grabbed);
}

/**
 * Moves or copies to a place named by hand. `time` is for one placement; several keep theirs. Answers why not, in
 * words, or null when it was done.
 */
export async function placeByHand(
  studio: Studio,
  load: Load,
  target: Target,
  time: WallTime | null | undefined,
  copy: boolean,
): Promise<string | null> {
  const state = studio.getState();
  const { lang } = state.settings;
  const verdict = verdictOf(state, load, target, copy);
  if (verdict.kind === 'refused') return sayRefusal(lang, verdict.why, target.day);
  if (load.kind === 'piece' && load.proposed !== undefined)
    // Why not is said where it is found out; the form stays open for another place.
    return (await state.moveProposed(load.proposed.key, target)) ? null : studio.getState().announcement.text;
  if (load.kind === 'piece') {
    await planPiece(studio, load.pieceId, load.title, target, time ?? timeFor(state, target, load.pieceId));
    return null;
  }
  const { grabbed } = load;
  if (verdict.kind === 'copy') await copyCards(studio, verdict.copies, grabbed, time);
  else if (verdict.kind === 'move' || verdict.kind === 'choose')
    await moveCards(
      studio,
      verdict.moves.map((move) => (time === undefined ? move : { ...move, time })),
      grabbed,
    );
  else if (time !== undefined && time !== grabbed.time) {
    if (grabbed.outcome === 'live') return sayRefusal(lang, 'live', target.day);
    if (target.day < todayOf(state)) return sayRefusal(lang, 'past', target.day);
    await moveCards(studio, [{ id: grabbed.id, day: target.day, time }], grabbed);
  }
  return null;
}

/** Says why something cannot land on a day. */
export function refuse(state: StudioState, why: Refused, day: WallDate): void {
  const message = sayRefusal(state.settings.lang, why, day);
  state.notify({ message });
  state.announce(message);
}

function tell(studio: Studio, message: string): void {
  const { notify, announce } = studio.getState();
  notify({ message, undo: true });
  announce(message);
}

type Moves = readonly (PlannedMove & { readonly time?: WallTime | null })[];

/** Moves, and says where the grabbed one went. */
export async function moveCards(studio: Studio, moves: Moves, grabbed: PlacementCard): Promise<void> {
  const { settings, move } = studio.getState();
  const { lang } = settings;
  const followers = await move(moves);
  if (followers === null) return;
  const mine = moves.find(({ id }) => id === grabbed.id) ?? moves[0];
  if (mine === undefined) return;
  const to = sayMoment(lang, mine.day, mine.time === undefined ? grabbed.time : mine.time);
  const done =
    moves.length > 1
      ? say(matrixWords, lang, 'move.done_many', { count: moves.length })
      : say(matrixWords, lang, 'move.done', { title: titleOrNone(lang, grabbed.title), to });
  // Words of cascades are read when something follows.
  const along =
    followers.length === 0 ? '' : (await import('../../../core/words/cascade')).sayFollowed(lang, followers);
  tell(studio, along === '' ? done : `${done}${lang === 'zh' ? '。' : '. '}${along}`);
}

/** Plans the same pieces once more at another place; the first stay. The new ones are selected. */
export async function copyCards(
  studio: Studio,
  copies: readonly PlannedCopy[],
  grabbed: PlacementCard,
  time?: WallTime | null,
): Promise<void> {
  const { settings, planAll, select } = studio.getState();
  const { lang } = settings;
  const plans = copies.flatMap(({ card, accountId, day, format }) =>
    card.pieceId === null
      ? []
      : [{ pieceId: card.pieceId, accountId, format, day, time: time === undefined ? card.time : time }],
  );
  if (plans.length === 0) return;
  const ids = await planAll(plans);
  if (ids === null) return;
  select({ kind: 'placements', ids });
  const mine = copies.find(({ card }) => card.id === grabbed.id) ?? copies[0];
  if (mine === undefined) return;
  const to = sayMoment(lang, mine.day, time === undefined ? grabbed.time : time);
  tell(
    studio,
    plans.length > 1
      ? say(planWords, lang, 'move.copied_many', { count: plans.length })
      : say(matrixWords, lang, 'move.copied', { title: titleOrNone(lang, grabbed.title), to }),
  );
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

/** Back to the tray: the piece stays, the placement goes. What is live is history and stays. */
export async function unplan(studio: Studio, ids: readonly string[]): Promise<void> {
  const state = studio.getState();
  const { settings, cards, select } = state;
  const gone = cards.filter((card) => ids.includes(card.id));
  const [first] = gone;
  if (first === undefined || first.day === null) return;
  if (gone.some((card) => card.outcome === 'live')) return refuse(state, 'live', first.day);
  if (!(await state.unplan(ids))) return;
  select({ kind: 'nothing' });
  tell(
    studio,
    say(matrixWords, settings.lang, 'move.unplanned', {
      count: ids.length,
      title: titleOrNone(settings.lang, first.title),
    }),
  );
}

/** A new piece for a cell: made and planned there in one step, and opened to be written. */
export async function newPieceAt(studio: Studio, target: Target): Promise<void> {
  const state = studio.getState();
  if (target.day < todayOf(state)) return refuse(state, 'past', target.day);
  const account = state.outline?.account.find((candidate) => candidate.id === target.accountId);
  const made = await state.act('piece.create', {
    kind: 'scene',
    title: '',
    lang: account?.lang ?? state.outline?.workspace[0]?.lang ?? state.settings.lang,
    place: {
      accountId: target.accountId,
      format: account === undefined ? null : formatFor(account),
      day: target.day,
      time: timeFor(state, target, null),
    },
  });
  if (made !== null) state.openPiece(made.id);
}
