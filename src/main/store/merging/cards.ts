import type { ComparedCard, ComparedRecord, MergeAuthor } from '../../../contract';
import { nameOf } from '../../../core/plan/comparing/record';
import type { CompareSummary } from '../../../core/plan/comparing/types';
import { keyOf } from '../../../core/plan/merge';
import { elementsOf, isAlive, type RecordState } from '../../../core/plan/state';
import type { StoreContext } from '../context';
import { listViews, readAnyState } from '../rows';
import type { DryRun } from './incoming';

/** Records of a dry run as lists show them: what has no name goes by its piece's, and a placement says when and where. */
export function cardsOf(
  { db }: StoreContext,
  { taken }: DryRun,
  records: readonly ComparedRecord[],
): readonly ComparedCard[] {
  const merged = new Map(taken.map((one) => [keyOf(one.merged), one.merged]));
  const find = (type: string, id: string): RecordState | null =>
    merged.get(keyOf({ type, id })) ?? readAnyState(db, type, id);
  const said = (state: RecordState | null, register: string): string => {
    const value = state !== null && Object.hasOwn(state.registers, register) ? state.registers[register] : null;
    return typeof value === 'string' ? value : '';
  };
  const nameAt = (type: string, id: string): string => {
    const state = id === '' ? null : find(type, id);
    return state === null ? '' : nameOf(state);
  };
  return records.map(({ body, ...record }) => {
    const state = find(record.type, record.id);
    const account = nameAt('account', said(state, 'accountId'));
    const where = [said(state, 'day'), said(state, 'time'), account].filter((part) => part !== '').join(' ');
    const name = record.name === '' ? nameAt('piece', said(state, 'pieceId')) : record.name;
    return { ...record, name, where, body: body?.fate ?? null };
  });
}

/** Nodes by the member they belong to, here or as the received copy has it; a node nobody has claimed stays nameless. */
export function authorsOf(
  { db, clock }: StoreContext,
  { authors }: CompareSummary,
  taken: DryRun['taken'] = [],
): readonly MergeAuthor[] {
  const known = listViews(db, 'member').map(({ id, name, nodes }) => ({ id, name, nodes: nodes as readonly string[] }));
  const coming = taken.flatMap(({ merged }) =>
    merged.type === 'member' && isAlive(merged)
      ? [{ id: merged.id, name: nameOf(merged), nodes: elementsOf(merged, 'nodes') }]
      : [],
  );
  return authors.map(({ node, ...about }) => {
    const member = [...known, ...coming].find(({ nodes }) => nodes.includes(node));
    return { node, memberId: member?.id ?? null, name: member?.name ?? '', mine: node === clock.node, ...about };
  });
}
