import type { Doc } from '../../model/doc';
import type { Json } from '../../model/json';
import { type AnySpec, registerSchema } from '../../model/record';
import { isRecordType, type RecordType, records } from '../../model/records';
import { sameJson } from '../canonical';
import type { Draft, Op } from '../ops';
import { ALIVE, elementsOf, isAlive, MEMBER, type RecordState, shownVersion } from '../state';

/** What a merge did to one record, told as a person's ops: `ops` does it again, `inverse` takes it back. */
export type AsOps = { readonly ops: readonly Op[]; readonly inverse: readonly Op[] };

const nothing: AsOps = { ops: [], inverse: [] };

/**
 * The difference between two states as ops, so that merging is one step of undo like any other change: undo writes what
 * was seen before under new stamps, as the latest edit of whoever undoes. A record of a type this version does not know
 * cannot be edited here, so it stays as merging left it.
 */
export function asOps(before: RecordState | null, after: RecordState): AsOps {
  const { type, id } = after;
  if (!isRecordType(type)) return nothing;
  const [was, is] = [before !== null && isAlive(before), isAlive(after)];
  if (!was && !is) return nothing;
  if (before === null) return { ops: [createOf(type, after)], inverse: [{ kind: 'delete', type, id }] };
  const edits = editsOf(type, before, after);
  if (was && is) return edits;
  // Whoever deleted it may have edited it before: brought back, it is what it was here.
  if (was) return { ops: [{ kind: 'delete', type, id }], inverse: [{ kind: 'revive', type, id }, ...edits.inverse] };
  return {
    ops: [{ kind: 'revive', type, id }, ...edits.ops],
    inverse: [...edits.inverse, { kind: 'delete', type, id }],
  };
}

/** Done again, a creation is a revival (`undo.ts`), so the draft names the record and is not what it holds. */
function createOf(type: RecordType, { id, registers }: RecordState): Op {
  const name = ['title', 'name'].filter((register) => typeof registers[register] === 'string');
  const draft: Draft = {
    registers: Object.fromEntries(name.map((register) => [register, registers[register] as Json])),
    sets: {},
  };
  return { kind: 'create', type, id, draft };
}

function editsOf(type: RecordType, before: RecordState, after: RecordState): AsOps {
  const { id } = after;
  const ops: Op[] = [];
  const inverse: Op[] = [];
  for (const register of Object.keys(after.registers).sort()) {
    const [old, value] = [readValue(type, before, register), readValue(type, after, register)];
    // What a later format gives the record itself is no edit of a person's.
    if (register === ALIVE || register.startsWith(MEMBER) || sameJson(old, value)) continue;
    ops.push({ kind: 'set', type, id, register, value });
    inverse.push({ kind: 'set', type, id, register, value: old });
  }
  for (const set of Object.keys(after.sets).sort()) {
    const [old, now] = [elementsOf(before, set), elementsOf(after, set)];
    for (const element of now.filter((one) => !old.includes(one))) {
      ops.push({ kind: 'add', type, id, set, element });
      inverse.push({ kind: 'remove', type, id, set, element });
    }
    for (const element of old.filter((one) => !now.includes(one))) {
      ops.push({ kind: 'remove', type, id, set, element });
      inverse.push({ kind: 'add', type, id, set, element });
    }
  }
  const [old, now] = [shownVersion(before), shownVersion(after)];
  if (now !== null && (old?.id !== now.id || before.heads.length !== after.heads.length)) {
    ops.push({ kind: 'write', type, id, doc: now.doc as Doc });
    inverse.push({ kind: 'write', type, id, doc: (old?.doc ?? { type: 'doc', content: [] }) as Doc });
  }
  return { ops, inverse: inverse.reverse() };
}

/** What a reader sees: the value, or the default where nothing was written. */
function readValue(type: RecordType, state: RecordState, register: string): Json {
  if (Object.hasOwn(state.registers, register)) return state.registers[register] as Json;
  const spec: AnySpec = records[type];
  return Object.hasOwn(spec.fields, register)
    ? ((registerSchema(spec, register)?.parse(undefined) ?? null) as Json)
    : null;
}
