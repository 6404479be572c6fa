import { type AnySpec, viewRecord } from '../../src/core/model/record';
import { type RecordType, records } from '../../src/core/model/records';
import { canonical } from '../../src/core/plan/canonical';
import { ALIVE, elementsOf, isAlive, knownType, type RecordState, shownVersion } from '../../src/core/plan/state';

/** What people see of a plan, record by record as canonical text: without stamps, tombstones and earlier texts. */
export const visibleOf = (states: readonly RecordState[], shown: typeof visibleRecord = visibleRecord): string =>
  canonical(
    states
      .filter(isAlive)
      .map(shown)
      .sort((a, b) => (a.type + a.id < b.type + b.id ? -1 : 1)) as never,
  );

export function visibleRecord(state: RecordState) {
  const type = knownType(state);
  const sets = type === null ? [] : Object.keys(records[type].sets);
  return {
    type: state.type,
    id: state.id,
    registers: Object.fromEntries(
      Object.entries(state.registers).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
    ),
    sets: Object.fromEntries(sets.map((set) => [set, elementsOf(state, set)])),
    text: shownVersion(state)?.doc ?? null,
  };
}

/**
 * The same as it is meant: a register that says what it says when it is left out is left out. Undo gives back a value in so many
 * words where there was none, so that it holds against what others write; to people both are one.
 */
export function meantRecord(state: RecordState) {
  const shown = visibleRecord(state);
  const type = knownType(state);
  const usual = type === null ? noneUsual : usualOf(type);
  const registers = Object.entries(shown.registers).filter(
    ([name, value]) => name !== ALIVE && usual.get(name) !== canonical(value as never),
  );
  return { ...shown, registers: Object.fromEntries(registers) };
}

/** What registers of a type say that are left out, as canonical text. */
function usualOf(type: RecordType): ReadonlyMap<string, string> {
  const there = known.get(type);
  if (there !== undefined) return there;
  const view = viewRecord(records[type] as AnySpec, '', {}, {}) as Readonly<Record<string, unknown>>;
  const usual = new Map(Object.entries(view).map(([name, value]) => [name, canonical(value as never)]));
  known.set(type, usual);
  return usual;
}
const known = new Map<RecordType, ReadonlyMap<string, string>>();
const noneUsual: ReadonlyMap<string, string> = new Map();
