import type { Json } from '../../model/json';
import { canonical, sameJson } from '../canonical';
import { byTypeAndId, keyOf } from '../merge';
import { ALIVE, elementsOf, isAlive, type RecordState, shownVersion } from '../state';
import { nameOf } from '../survey/survey';

/**
 * How one plan differs from another to whoever looks at both: what is there, what each field says. Clocks and authors do
 * not count; what merging the two would do is another question (`comparing`).
 */
export type RecordDifference = {
  readonly type: string;
  readonly id: string;
  /** Title or name, of the second plan where it has one. */
  readonly name: string;
  readonly kind: 'added' | 'removed' | 'changed';
  /** Values before and after, sorted by name; null where there is none. Of an added or removed record, all of them. */
  readonly fields: readonly { readonly register: string; readonly before: Json; readonly after: Json }[];
  readonly sets: readonly {
    readonly set: string;
    readonly added: readonly string[];
    readonly removed: readonly string[];
  }[];
  /** The texts that are shown; null when they are the same or there is none. */
  readonly body: { readonly before: Json; readonly after: Json } | null;
  /** How many texts stand side by side in each, where that differs from one. */
  readonly texts: { readonly before: number; readonly after: number } | null;
};

/** Records that differ, sorted by type and id. */
export function differenceOf(
  before: readonly RecordState[],
  after: readonly RecordState[],
): readonly RecordDifference[] {
  const [a, b] = [living(before), living(after)];
  const all = [...new Map([...a, ...b]).values()].sort(byTypeAndId);
  return all.flatMap((state) => between(a.get(keyOf(state)) ?? null, b.get(keyOf(state)) ?? null));
}

const living = (states: readonly RecordState[]): ReadonlyMap<string, RecordState> =>
  new Map(states.filter(isAlive).map((state) => [keyOf(state), state]));

/** At least one of the two is there. */
function between(before: RecordState | null, after: RecordState | null): readonly RecordDifference[] {
  const { type, id } = (after ?? before) as RecordState;
  const kind = before === null ? 'added' : after === null ? 'removed' : 'changed';
  const difference: RecordDifference = {
    type,
    id,
    name: (after === null ? '' : nameOf(after)) || (before === null ? '' : nameOf(before)),
    kind,
    fields: fieldsBetween(before, after),
    sets: setsBetween(before, after),
    body: bodyBetween(before, after),
    texts: textsBetween(before, after),
  };
  const { fields, sets, body, texts } = difference;
  const isSame = fields.length + sets.length === 0 && body === null && texts === null;
  return kind === 'changed' && isSame ? [] : [difference];
}

function fieldsBetween(before: RecordState | null, after: RecordState | null): RecordDifference['fields'] {
  const names = new Set([...Object.keys(before?.registers ?? {}), ...Object.keys(after?.registers ?? {})]);
  names.delete(ALIVE);
  return [...names].sort().flatMap((register) => {
    const [a, b] = [registerOf(before, register), registerOf(after, register)];
    return sameJson(a, b) ? [] : [{ register, before: a, after: b }];
  });
}

const registerOf = (state: RecordState | null, name: string): Json =>
  state !== null && Object.hasOwn(state.registers, name) ? (state.registers[name] ?? null) : null;

function setsBetween(before: RecordState | null, after: RecordState | null): RecordDifference['sets'] {
  const sets = new Set([...Object.keys(before?.sets ?? {}), ...Object.keys(after?.sets ?? {})]);
  return [...sets].sort().flatMap((set) => {
    const a = before === null ? [] : elementsOf(before, set);
    const b = after === null ? [] : elementsOf(after, set);
    const added = b.filter((element) => !a.includes(element));
    const removed = a.filter((element) => !b.includes(element));
    return added.length + removed.length === 0 ? [] : [{ set, added, removed }];
  });
}

function bodyBetween(before: RecordState | null, after: RecordState | null): RecordDifference['body'] {
  const doc = (state: RecordState | null): Json =>
    state === null ? null : ((shownVersion(state)?.doc ?? null) as Json);
  const [a, b] = [doc(before), doc(after)];
  return canonical(a) === canonical(b) ? null : { before: a, after: b };
}

function textsBetween(before: RecordState | null, after: RecordState | null): RecordDifference['texts'] {
  const count = (state: RecordState | null) => state?.heads.length ?? 0;
  const [a, b] = [count(before), count(after)];
  return a === b || Math.max(a, b) < 2 ? null : { before: a, after: b };
}
