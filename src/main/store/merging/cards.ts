import type { ComparedCard, ComparedRecord, MergeAuthor } from '../../../contract';
import type { Json } from '../../../core/model/json';
import type { Stamp } from '../../../core/model/stamp';
import { markOf } from '../../../core/plan/comparing/marks';
import { nameOf } from '../../../core/plan/comparing/record';
import type { CompareSummary } from '../../../core/plan/comparing/types';
import { keyOf } from '../../../core/plan/merge';
import { ALIVE, elementsOf, isAlive, type RecordState } from '../../../core/plan/state';
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

/** A record that is new here, with the fields it comes with: the list tells of it without them. */
export function withWhatIsAdded(run: DryRun | null, record: ComparedRecord): ComparedRecord {
  if (record.life?.fate !== 'added') return record;
  const state = run?.taken.find(({ merged }) => merged.type === record.type && merged.id === record.id)?.merged;
  if (state === undefined) return record;
  const fields = Object.keys(state.registers)
    .filter((register) => register !== ALIVE && !isNothing(state.registers[register]))
    .sort()
    .map((register) => ({
      register,
      mine: null,
      theirs: state.registers[register] ?? null,
      mineBy: null,
      theirsBy: markOf(state.stamps[register] as Stamp),
      fate: 'taken' as const,
    }));
  const sets = Object.keys(state.sets)
    .sort()
    .map((set) => ({ set, added: elementsOf(state, set), removed: [] }))
    .filter(({ added }) => added.length > 0);
  return { ...record, fields, sets };
}

const isNothing = (value: Json | undefined): boolean =>
  value === undefined || value === null || value === false || value === '';

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
