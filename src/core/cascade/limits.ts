import { gapOf, isQuiet, quietOf, type TeamCadence } from '../cadence/limits';
import type { Workspace } from '../model/records';
import type { Limits } from './scene';

/** What the team's cadence asks of a landing: quiet hours and the gap between posts, an account's own before the team's. */
export const limitsOf = (team: TeamCadence & Pick<Workspace, 'weekStart'>): Limits => ({
  weekStart: team.weekStart,
  gapOf: (account) => gapOf(account, team),
  isQuiet: (account, { time }) => time !== null && isQuiet(quietOf(account, team), time),
});
