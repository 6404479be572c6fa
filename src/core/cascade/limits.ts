import type { Account, Workspace } from '../model/records';
import type { WallTime } from '../time/wallDate';
import type { Limits } from './scene';

/** What the team's cadence asks of a landing: quiet hours and the gap between posts, an account's own before the team's. */
export const limitsOf = (team: Pick<Workspace, 'weekStart' | 'quietGap' | 'quietFrom' | 'quietTo'>): Limits => ({
  weekStart: team.weekStart,
  gapOf: (account) => account.quietGap ?? team.quietGap,
  isQuiet: (account, { time }) => {
    const own = account.quietFrom !== null && account.quietTo !== null ? account : team;
    return time !== null && isBetween(own, time);
  },
});

/** From `quietFrom` until before `quietTo`, over midnight where the second is earlier; equal is never. */
function isBetween({ quietFrom: from, quietTo: to }: Pick<Account, 'quietFrom' | 'quietTo'>, time: WallTime): boolean {
  if (from === null || to === null || from === to) return false;
  return from < to ? time >= from && time < to : time >= from || time < to;
}
