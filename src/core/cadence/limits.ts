import type { Account, Workspace } from '../model/records';
import type { WallDate, WallTime } from '../time/wallDate';
import { addDays } from '../time/wallDate';

/** The hours in which an account stays silent: from `from`, until before `to`; over midnight where `to` is earlier. */
export type Quiet = { readonly from: WallTime; readonly to: WallTime };

/** What the team set for all accounts. */
export type TeamCadence = Pick<Workspace, 'quietGap' | 'quietFrom' | 'quietTo'>;
type OwnCadence = Pick<Account, 'quietGap' | 'quietFrom' | 'quietTo'>;

/** Minutes that two posts of an account lie apart at least; 0 for any. */
export const gapOf = (account: OwnCadence, team: TeamCadence): number => account.quietGap ?? team.quietGap;

/** An account's own quiet hours, else the team's; null for none. A half that is not set is no hours of its own. */
export function quietOf(account: OwnCadence | null, team: TeamCadence): Quiet | null {
  const own = account !== null && account.quietFrom !== null && account.quietTo !== null ? account : team;
  const { quietFrom: from, quietTo: to } = own;
  return from === null || to === null || from === to ? null : { from, to };
}

export function isQuiet(quiet: Quiet | null, time: WallTime): boolean {
  if (quiet === null) return false;
  return quiet.from < quiet.to ? time >= quiet.from && time < quiet.to : time >= quiet.from || time < quiet.to;
}

/** When the silence that holds a moment began and when it ends. */
export function silenceAround(
  { from, to }: Quiet,
  day: WallDate,
  time: WallTime,
): {
  readonly began: { readonly day: WallDate; readonly time: WallTime };
  readonly ends: { readonly day: WallDate; readonly time: WallTime };
} {
  if (from < to) return { began: { day, time: from }, ends: { day, time: to } };
  return time >= from
    ? { began: { day, time: from }, ends: { day: addDays(day, 1), time: to } }
    : { began: { day: addDays(day, -1), time: from }, ends: { day, time: to } };
}
