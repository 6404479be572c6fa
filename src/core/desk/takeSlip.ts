import type { Json } from '../model/json';
import type { Placement } from '../model/records';
import { sameJson } from '../plan/canonical';
import { mergeStates } from '../plan/merge';
import type { Op } from '../plan/ops';
import { isAlive, type RecordState, viewOf } from '../plan/state';
import type { Slip } from './slip';

/** One fact of a placement before a slip and after it. */
export type SlipChange = { readonly register: string; readonly before: Json; readonly after: Json };

/**
 * What a slip says of one placement. `news`: facts that are not known here. `known`: nothing that is not. `back`: it was
 * deleted here, and what happened to it since brings it back. `gone`: this workspace has never heard of it.
 */
export type SlipRow = {
  readonly id: string;
  readonly fate: 'news' | 'known' | 'back' | 'gone';
  readonly changes: readonly SlipChange[];
  /** Said differently here, and later: these stay. `after` is what the slip says. */
  readonly kept: readonly SlipChange[];
};

/** A placement before and after: what is written, and how it is taken back. */
export type SlipStep = {
  readonly after: RecordState;
  readonly ops: readonly Op[];
  readonly inverse: readonly Op[];
};

type Find = (id: string) => RecordState | null;

/** The dry run, in the order of the slip. Nothing is changed. */
export const judgeSlip = ({ states }: Pick<Slip, 'states'>, find: Find): readonly SlipRow[] =>
  states.map((theirs): SlipRow => {
    const ours = find(theirs.id);
    if (ours === null) return { id: theirs.id, fate: 'gone', changes: [], kept: [] };
    const merged = mergeStates(ours, theirs);
    const [was, is, said] = [ours, merged, { ...ours, registers: { ...ours.registers, ...theirs.registers } }].map(
      (state) => viewOf('placement', state),
    ) as [Placement, Placement, Placement];
    const names = Object.keys(theirs.registers);
    const changes = names.flatMap((register) => changeOf(register, was, is));
    const kept = names.flatMap((register) =>
      changeOf(register, was, is).length > 0 ? [] : changeOf(register, was, said),
    );
    const fate = !isAlive(ours) && isAlive(merged) ? 'back' : changes.length > 0 ? 'news' : 'known';
    return { id: theirs.id, fate, changes, kept };
  });

/** The same as steps: states under the clocks they were written with, and ops that tell an undo what to take back. */
export function slipSteps(slip: Pick<Slip, 'states'>, find: Find): readonly SlipStep[] {
  const byId = new Map(slip.states.map((state) => [state.id, state]));
  return judgeSlip(slip, find).flatMap(({ id, fate, changes }): readonly SlipStep[] => {
    const [ours, theirs] = [find(id), byId.get(id)];
    if (ours === null || theirs === undefined || fate === 'gone') return [];
    const type = 'placement';
    const set = (register: string, value: Json): Op => ({ kind: 'set', type, id, register, value });
    const back = fate === 'back';
    return [
      {
        // Also where nothing is seen to change: a later reading of the same fact has to win over an earlier other one.
        after: mergeStates(ours, theirs),
        ops: [
          ...(back ? [{ kind: 'revive', type, id } as const] : []),
          ...changes.map(({ register, after }) => set(register, after)),
        ],
        inverse: [
          ...changes.map(({ register, before }) => set(register, before)),
          ...(back ? [{ kind: 'delete', type, id } as const] : []),
        ],
      },
    ];
  });
}

function changeOf(register: string, before: Placement, after: Placement): readonly SlipChange[] {
  const [was, is] = [factOf(before, register), factOf(after, register)];
  return sameJson(was, is) ? [] : [{ register, before: was, after: is }];
}

function factOf(placement: Placement, register: string): Json {
  if (register.startsWith('ticks.')) return placement.ticks[register.slice('ticks.'.length)] ?? false;
  return placement[register as keyof Placement] as Json;
}
