import { sayFollowers } from '../../../core/words/cascade';
import { planMenuWords } from '../../../core/words/planMenus';
import { verdictOf } from '../../state/planning/verdicts';
import { useStudioHandle, useWords } from '../../state/StudioProvider';
import classes from './CarryBar.module.css';
import { sayCarried } from './calendarKeys';
import { useCalendarDesk } from './desk';
import { useFollowers } from './useFollowers';

/** What is carried, by keys or pointer: the old and the new moment, or why it cannot land there, and who follows. */
export function CarryBar() {
  const p = useWords(planMenuWords);
  const studio = useStudioHandle();
  const moving = useCalendarDesk((desk) => desk.moving);
  const drag = useCalendarDesk((desk) => desk.drag);
  const followers = useCalendarDesk((desk) => desk.followers);
  useFollowers();
  const carried = moving ?? drag;
  if (carried === null) return null;
  const state = studio.getState();
  const { load, to } = carried;
  const target = { accountId: load.grabbed.accountId ?? '', day: to.day };
  const refused = verdictOf(state, load, target, false).kind === 'refused';
  const along = sayFollowers(state.settings.lang, followers);
  // Out of the way of where it would land.
  const above = state.calendarView === 'month' && Number(to.day.slice(8)) > 20;
  return (
    <div className={classes.bar} data-refused={refused || undefined} data-above={above || undefined} aria-hidden="true">
      <b>{sayCarried(state, carried)}</b>
      {along !== '' && <b>{along}</b>}
      {moving !== null && <span>{p(state.calendarView === 'week' ? 'move.keys_week' : 'move.keys_month')}</span>}
    </div>
  );
}
