import type { CallParsed } from '../../contract';
import { createOp, type Op } from '../../core/plan/ops';
import { firstUnfit } from '../../core/platforms/edits';
import { shippedPacks } from '../../core/platforms/shipped';
import { refuse } from '../../core/result';
import type { ReadDb } from './database';
import { readView } from './rows';

/**
 * Writes a team's values for one platform's rules, or gives them back. Its record is made with the first of them, empty:
 * one made again over its tombstone must not bring old values along, and its undo must leave none.
 */
export function platformOps(db: ReadDb, { id, values, note }: CallParsed<'platform.set'>): readonly Op[] {
  const record = readView(db, 'platform', id);
  const before = record?.overrides ?? {};
  const unfit = firstUnfit(shippedPacks(), id, before, values);
  if (unfit !== null) refuse('rule_unfit', { platform: id, rule: unfit.key });
  const changed = Object.entries(values).filter(([key, value]) => (before[key] ?? null) !== value);
  const set = (register: string, value: string | null): Op => ({ kind: 'set', type: 'platform', id, register, value });
  const ops = [
    ...changed.map(([key, value]) => set(`overrides.${key}`, value)),
    ...(note === undefined || note === (record?.note ?? '') ? [] : [set('note', note)]),
  ];
  return record === null && ops.length > 0 ? [createOp('platform', id, {}), ...ops] : ops;
}
