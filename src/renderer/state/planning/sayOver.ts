import { sayMoment } from '../../../core/words/dates';
import { matrixWords } from '../../../core/words/matrix';
import { planWords } from '../../../core/words/plan';
import { speaker } from '../../../core/words/say';
import type { StudioState } from '../studio';
import type { Load, Over } from './load';
import { timeFor } from './timeFor';
import { sayRefusal, verdictOf } from './verdicts';

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
    if (load.proposed !== undefined) {
      const { at, time } = load.proposed;
      return at.accountId === over.accountId && at.day === over.day
        ? t('move.same')
        : t('move.to', { from: sayMoment(lang, at.day, time), to: sayMoment(lang, over.day, time) });
    }
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
