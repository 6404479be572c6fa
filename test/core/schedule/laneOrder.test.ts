import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { viewRecord } from '../../../src/core/model/record';
import { records, type Workspace } from '../../../src/core/model/records';
import { roles } from '../../../src/core/model/vocabulary';
import type { Op } from '../../../src/core/plan/ops';
import { moveRole, orderedRoles, renameRole } from '../../../src/core/schedule/laneOrder';

const aWorkspace = (given: Partial<Workspace> = {}): Workspace => ({
  ...viewRecord(records.workspace, 'w', {}, {}),
  ...given,
});
const applied = (workspace: Workspace, ops: readonly Op[]): Workspace => {
  const roleOrder = { ...workspace.roleOrder };
  for (const op of ops) if (op.kind === 'set') roleOrder[op.register.split('.')[1] ?? ''] = String(op.value);
  return { ...workspace, roleOrder };
};

describe('the order of the lanes', () => {
  it('moves a lane past the next one on screen, over those that are not shown', () => {
    const shown = ['traffic', 'niche', 'private'] as const;
    const ops = moveRole(aWorkspace(), 'niche', -1, shown);
    expect(orderedRoles(applied(aWorkspace(), ops ?? []))).toEqual(['niche', 'traffic', 'depth', 'circle', 'private']);
  });

  it('stays at either end', () => {
    expect(moveRole(aWorkspace(), 'traffic', -1, roles)).toBeNull();
    expect(moveRole(aWorkspace(), 'private', 1, roles)).toBeNull();
    expect(moveRole(aWorkspace(), 'depth', 1, ['traffic'])).toBeNull();
  });

  it('changes place with exactly one neighbour and comes back, even where ranks had become equal', () => {
    const rank = fc.constantFrom('000', '001', 'be', 'bh');
    const ranks = fc.dictionary(fc.constantFrom(...roles), rank);
    fc.assert(
      fc.property(ranks, fc.constantFrom(...roles), fc.constantFrom<1 | -1>(1, -1), (roleOrder, role, steps) => {
        const before = aWorkspace({ roleOrder });
        const order = orderedRoles(before);
        const ops = moveRole(before, role, steps, order);
        const at = order.indexOf(role);
        if (order[at + steps] === undefined) {
          expect(ops).toBeNull();
          return;
        }
        const after = applied(before, ops ?? []);
        expect(orderedRoles(after)).toEqual(order.with(at, order[at + steps] ?? role).with(at + steps, role));
        const back = moveRole(after, role, steps === 1 ? -1 : 1, orderedRoles(after));
        expect(orderedRoles(applied(after, back ?? []))).toEqual(order);
      }),
    );
  });
});

describe('the name of a lane', () => {
  it('is the team’s own, or the usual again when it is emptied', () => {
    const named = aWorkspace({ roleNames: { depth: '长文' } });
    expect(renameRole(named, 'depth', ' 深读 ', '深度')).toMatchObject({ register: 'roleNames.depth', value: '深读' });
    expect(renameRole(named, 'depth', '', '深度')).toMatchObject({ value: null });
    expect(renameRole(named, 'depth', '深度', '深度')).toMatchObject({ value: null });
    expect(renameRole(named, 'depth', '长文', '深度')).toBeNull();
    expect(renameRole(aWorkspace(), 'depth', '深度', '深度')).toBeNull();
  });
});
