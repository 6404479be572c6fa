import type { Workspace } from '../model/records';
import { type Role, roles } from '../model/vocabulary';
import type { Op } from '../plan/ops';

type Ranks = Pick<Workspace, 'roleOrder'> | undefined;

/** All roles in the team's order; one without a place of its own stands where it usually does. */
export function orderedRoles(workspace: Ranks): readonly Role[] {
  const rank = (role: Role): string => workspace?.roleOrder[role] ?? usualRank(roles.indexOf(role));
  return [...roles].sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0));
}

/** Places counted from zero, as text that sorts like numbers. */
const usualRank = (index: number): string => String(index).padStart(3, '0');

/**
 * Moves a role past the next of the roles that are `shown`, up (-1) or down (1); null when there is none. Every role
 * that ends elsewhere is written, so that two people's orders merge into one and none gets stuck between equals.
 */
export function moveRole(
  workspace: Workspace,
  role: Role,
  steps: -1 | 1,
  shown: readonly Role[],
): readonly Op[] | null {
  const neighbour = shown[shown.indexOf(role) + steps];
  if (!shown.includes(role) || neighbour === undefined) return null;
  const others = orderedRoles(workspace).filter((other) => other !== role);
  const at = others.indexOf(neighbour) + (steps > 0 ? 1 : 0);
  return others.toSpliced(at, 0, role).flatMap((other, index): readonly Op[] => {
    const rank = usualRank(index);
    return workspace.roleOrder[other] === rank
      ? []
      : [{ kind: 'set', type: 'workspace', id: workspace.id, register: `roleOrder.${other}`, value: rank }];
  });
}

/** Gives a role the team's own name; an empty one, or the usual, gives the usual back. Null when nothing changes. */
export function renameRole(workspace: Workspace, role: Role, name: string, usual: string): Op | null {
  const trimmed = name.trim();
  const own = trimmed === '' || trimmed === usual ? null : trimmed;
  if (own === (workspace.roleNames[role] ?? null)) return null;
  return { kind: 'set', type: 'workspace', id: workspace.id, register: `roleNames.${role}`, value: own };
}
