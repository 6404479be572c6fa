import type { Account, Workspace } from '../model/records';
import type { Role } from '../model/vocabulary';
import { type PlanFilter, rowPasses } from './filter';
import { orderedRoles } from './laneOrder';

/** A role of the matrix with the accounts that play it. */
export type Lane = {
  readonly role: Role;
  /** The team's own name for the role; null means the usual one. */
  readonly name: string | null;
  readonly accounts: readonly Account[];
};

/** The rows of the matrix: roles in the team's order, accounts in theirs; closed accounts and empty roles left out. */
export function lanesOf(
  accounts: readonly Account[],
  workspace: Pick<Workspace, 'roleNames' | 'roleOrder'> | undefined,
  filter: PlanFilter,
): readonly Lane[] {
  return orderedRoles(workspace)
    .map((role) => ({
      role,
      name: workspace?.roleNames[role] ?? null,
      accounts: accounts
        .filter((account) => account.role === role && !account.closed && rowPasses(account, filter))
        .sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : a.id < b.id ? -1 : 1)),
    }))
    .filter((lane) => lane.accounts.length > 0);
}
