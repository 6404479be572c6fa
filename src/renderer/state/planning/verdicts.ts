import { judgeDrop, type Refused, type Target, type Verdict } from '../../../core/schedule/move';
import { accountsById } from '../../../core/schedule/planned';
import type { WallDate } from '../../../core/time/wallDate';
import { sayDate, sayMoment } from '../../../core/words/dates';
import { matrixWords } from '../../../core/words/matrix';
import { planWords } from '../../../core/words/plan';
import { speaker } from '../../../core/words/say';
import { todayOf } from '../plan';
import { timeFor } from '../series';
import type { StudioState } from '../studio';
import type { Load, Over } from './load';

/** What letting go would do, and how that is told: asked by pointer, keyboard and menus alike. */

/** What would happen if `load` were let go over `target`. A piece of the tray is always planned once more. */
export function verdictOf(state: StudioState, load: Load, target: Target, copy: boolean): Verdict {
  const accounts = accountsById(state.outline?.account ?? []);
  const today = todayOf(state);
  if (load.kind === 'placements') return judgeDrop(load.cards, load.grabbed, target, accounts, today, copy);
  const account = accounts.get(target.accountId);
  if (account === undefined) return { kind: 'nothing' };
  if (target.day < today) return { kind: 'refused', why: 'past' };
  return account.closed ? { kind: 'refused', why: 'closed' } : { kind: 'copy', copies: [] };
}

/** The old and the new moment, or why not: the label of what is carried. */
export function sayOver(state: StudioState, load: Load, over: Over, copy: boolean): string {
  const { lang } = state.settings;
  const t = speaker(matrixWords, lang);
  const p = speaker(planWords, lang);
  if (over === 'tray') return load.kind === 'piece' ? t('move.same') : t('move.to_tray');
  if (load.kind === 'piece') {
    if (over === null) return '';
    const verdict = verdictOf(state, load, over, copy);
    if (verdict.kind === 'refused') return sayRefusal(lang, verdict.why, over.day);
    return t('move.from_tray', { to: sayMoment(lang, over.day, timeFor(state, over, load.pieceId)) });
  }
  const { grabbed, cards } = load;
  if (grabbed.day === null) return '';
  const from = sayMoment(lang, grabbed.day, grabbed.time);
  if (over === null) return from;
  const verdict = verdictOf(state, load, over, copy);
  const to = sayMoment(lang, over.day, grabbed.time);
  switch (verdict.kind) {
    case 'refused':
      return sayRefusal(lang, verdict.why, over.day);
    case 'nothing':
      return t('move.same');
    case 'copy':
      return cards.length > 1 ? p('move.copy_many', { count: cards.length, to }) : t('move.copy', { to });
    case 'choose':
    case 'move': {
      const moved = cards.length > 1 ? t('move.many', { count: cards.length, from, to }) : t('move.to', { from, to });
      return verdict.kind === 'move' && verdict.rowsKept ? p('move.rows_kept', { moved }) : moved;
    }
  }
}

export function sayRefusal(lang: StudioState['settings']['lang'], why: Refused, day: WallDate): string {
  return why === 'mixed'
    ? speaker(planWords, lang)('move.refused_mixed')
    : speaker(matrixWords, lang)(`move.refused_${why}`, { day: sayDate(lang, day) });
}
