import { judgeDrop, type Refused, type Target, type Verdict } from '../../../core/schedule/move';
import { accountsById } from '../../../core/schedule/planned';
import type { WallDate } from '../../../core/time/wallDate';
import { sayDate } from '../../../core/words/dates';
import { matrixWords } from '../../../core/words/matrix';
import { planWords } from '../../../core/words/plan';
import { speaker } from '../../../core/words/say';
import { todayOf } from '../plan';
import type { StudioState } from '../studio';
import type { Load } from './load';

/** What letting go would do, and why not: asked by pointer, keyboard and menus alike. */

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

export function sayRefusal(lang: StudioState['settings']['lang'], why: Refused, day: WallDate): string {
  return why === 'mixed'
    ? speaker(planWords, lang)('move.refused_mixed')
    : speaker(matrixWords, lang)(`move.refused_${why}`, { day: sayDate(lang, day) });
}
