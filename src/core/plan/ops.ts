import { z } from 'zod';
import { type Doc, docSchema } from '../model/doc';
import { digest, idSchema } from '../model/ids';
import type { Json } from '../model/json';
import { type AnySpec, MAP_SEPARATOR, registerSchema } from '../model/record';
import { type RecordDraft, type RecordType, records, recordTypes } from '../model/records';
import { joinHorizons, type Stamp } from '../model/stamp';
import { canonical, sameJson } from './canonical';
import { isContested } from './contested';
import {
  ALIVE,
  elementsOf,
  emptyState,
  hasElement,
  isAlive,
  type RecordState,
  type SetElement,
  seenOf,
  seenVersions,
  shownVersion,
} from './state';

/**
 * The smallest things a person does to a plan. A change is a list of these under one label, and its undo is the
 * list of their inverses: data, kept across restarts.
 */
export type Op =
  | {
      readonly kind: 'create';
      readonly type: RecordType;
      readonly id: string;
      readonly draft: Draft;
      readonly doc?: Doc | undefined;
    }
  | {
      readonly kind: 'set';
      readonly type: RecordType;
      readonly id: string;
      readonly register: string;
      readonly value: Json;
    }
  | {
      readonly kind: 'add' | 'remove';
      readonly type: RecordType;
      readonly id: string;
      readonly set: string;
      readonly element: string;
    }
  | { readonly kind: 'write'; readonly type: RecordType; readonly id: string; readonly doc: Doc }
  | { readonly kind: 'delete' | 'revive'; readonly type: RecordType; readonly id: string };

/** Registers by name and elements by set, as given at creation. */
export type Draft = {
  readonly registers: Readonly<Record<string, Json>>;
  readonly sets: Readonly<Record<string, readonly string[]>>;
};

const typeSchema = z.enum(recordTypes as [RecordType, ...RecordType[]]);
const specOf = (type: RecordType): AnySpec => records[type];

const draftSchema = z.object({
  registers: z.record(z.string().max(200), z.json()),
  sets: z.record(z.string().max(200), z.array(z.string().min(1).max(200)).max(1_000)),
}) as unknown as z.ZodType<Draft>;

const target = { type: typeSchema, id: idSchema };

/** Parses an op and checks registers and elements against the record's spec; unknown names are refused here. */
export const opSchema: z.ZodType<Op> = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('create'), ...target, draft: draftSchema, doc: docSchema.optional() }),
    z.object({ kind: z.literal('set'), ...target, register: z.string().max(200), value: z.json() }),
    z.object({ kind: z.literal('add'), ...target, set: z.string().max(40), element: z.string().min(1).max(200) }),
    z.object({ kind: z.literal('remove'), ...target, set: z.string().max(40), element: z.string().min(1).max(200) }),
    z.object({ kind: z.literal('write'), ...target, doc: docSchema }),
    z.object({ kind: z.literal('delete'), ...target }),
    z.object({ kind: z.literal('revive'), ...target }),
  ])
  .superRefine((op, context) => {
    for (const [path, message] of faultsOf(op as Op)) context.addIssue({ code: 'custom', path: [...path], message });
  }) as unknown as z.ZodType<Op>;

function faultsOf(op: Op): readonly (readonly [readonly string[], string])[] {
  const spec = specOf(op.type);
  const faults: [string[], string][] = [];
  const checkRegister = (register: string, value: Json, path: string[]) => {
    const schema = registerSchema(spec, register);
    if (schema === null) faults.push([path, `unknown register ${register}`]);
    else if (!(isMapRegister(spec, register) && value === null) && !schema.safeParse(value).success)
      faults.push([path, `value does not fit ${op.type}.${register}`]);
  };
  const checkElement = (set: string, element: string, path: string[]) => {
    const schema = Object.hasOwn(spec.sets, set) ? spec.sets[set] : undefined;
    if (schema === undefined) faults.push([path, `unknown set ${set}`]);
    else if (!schema.safeParse(element).success || !element.isWellFormed())
      faults.push([path, `element does not fit ${op.type}.${set}`]);
  };
  if (op.kind === 'set') checkRegister(op.register, op.value, ['value']);
  if (op.kind === 'add' || op.kind === 'remove') checkElement(op.set, op.element, ['element']);
  if (op.kind === 'create') {
    for (const [name, value] of Object.entries(op.draft.registers))
      checkRegister(name, value, ['draft', 'registers', name]);
    for (const [name, elements] of Object.entries(op.draft.sets))
      for (const element of elements) checkElement(name, element, ['draft', 'sets', name]);
  }
  if ((op.kind === 'write' || (op.kind === 'create' && op.doc !== undefined)) && !spec.body)
    faults.push([['doc'], `${op.type} has no body`]);
  return faults;
}

const isMapRegister = (spec: AnySpec, register: string): boolean =>
  !Object.hasOwn(spec.fields, register) && register.includes(MAP_SEPARATOR);

/** Flattens a typed draft (`{ title, brief: { place }, tags: [] }`) into registers and sets. */
export function draftOf<T extends RecordType>(type: T, draft: RecordDraft<T>): Draft {
  const spec = specOf(type);
  const registers: Record<string, Json> = {};
  const sets: Record<string, readonly string[]> = {};
  for (const [name, value] of Object.entries(draft as Record<string, unknown>)) {
    if (value === undefined) continue;
    if (Object.hasOwn(spec.fields, name)) registers[name] = value as Json;
    else if (Object.hasOwn(spec.sets, name)) sets[name] = value as readonly string[];
    else
      for (const [key, entry] of Object.entries(value as Record<string, Json>))
        registers[`${name}${MAP_SEPARATOR}${key}`] = entry;
  }
  return { registers, sets };
}

/** `createOp('piece', id, { title, tags })`, typed by the record. */
export const createOp = <T extends RecordType>(type: T, id: string, draft: RecordDraft<T>, doc?: Doc): Op => ({
  kind: 'create',
  type,
  id,
  draft: draftOf(type, draft),
  ...(doc === undefined ? {} : { doc }),
});

/** What an op did: the new state, and the op that takes it back; null when nothing changed. */
export type Applied = { readonly state: RecordState; readonly inverse: Op } | null;

/**
 * Applies one op under one stamp. `state` is null for a record that is not there yet. Null is returned when the op
 * changes nothing (the same value again), so that history and files do not grow by it.
 * Throws on `create` of a record that is there and on anything else for one that is not: callers gather first.
 */
export function applyOp(state: RecordState | null, op: Op, stamp: Stamp): Applied {
  if (op.kind === 'create') return create(state, op, stamp);
  if (state === null) throw new Error(`There is no ${op.type} ${op.id}.`);
  const { type, id } = op;
  switch (op.kind) {
    case 'set': {
      const before = registerValue(state, op.register);
      if (sameJson(before, op.value)) return null;
      return {
        state: withRegister(state, op.register, op.value, stamp),
        inverse: { kind: 'set', type, id, register: op.register, value: before },
      };
    }
    case 'add': {
      const element = elementOf(state, op.set, op.element);
      if (hasElement(element)) return null;
      return {
        state: withElement(state, op.set, op.element, { ...element, adds: joinHorizons(element.adds, [stamp]) }),
        inverse: { kind: 'remove', type, id, set: op.set, element: op.element },
      };
    }
    case 'remove': {
      const element = elementOf(state, op.set, op.element);
      if (!hasElement(element)) return null;
      return {
        state: withElement(state, op.set, op.element, {
          ...element,
          removes: joinHorizons(element.removes, element.adds),
        }),
        inverse: { kind: 'add', type, id, set: op.set, element: op.element },
      };
    }
    case 'write': {
      const shown = shownVersion(state);
      if (shown !== null && state.heads.length === 1 && sameJson(shown.doc, op.doc as unknown as Json)) return null;
      const version = { id: stamp as string, replaces: seenVersions(state), doc: op.doc as unknown as Json };
      return {
        state: { ...state, heads: [stamp], versions: { ...state.versions, [stamp]: version } },
        inverse: { kind: 'write', type, id, doc: (shown?.doc ?? { type: 'doc', content: [] }) as unknown as Doc },
      };
    }
    case 'delete': {
      if (!isAlive(state)) return null;
      return {
        state: { ...state, deleted: { at: stamp, seen: seenOf(state) } },
        inverse: { kind: 'revive', type, id },
      };
    }
    case 'revive': {
      const isDecided = isAlive(state);
      if (isDecided && !isContested(state)) return null;
      // Saying that a contested record stays changes nothing anybody sees, so there is nothing to take back.
      return {
        state: withRegister(state, ALIVE, true, stamp),
        inverse: { kind: isDecided ? 'revive' : 'delete', type, id },
      };
    }
  }
}

function create(existing: RecordState | null, op: Extract<Op, { kind: 'create' }>, stamp: Stamp): Applied {
  if (existing !== null && isAlive(existing)) throw new Error(`There already is a ${op.type} ${op.id}.`);
  const before = existing ?? emptyState(op.type, op.id);
  // One step for all registers: imports make records by the ten thousand.
  const registers: Record<string, Json> = { ...before.registers, [ALIVE]: true, ...op.draft.registers };
  const stamps: Record<string, Stamp> = { ...before.stamps, [ALIVE]: stamp };
  for (const name of Object.keys(op.draft.registers)) stamps[name] = stamp;
  let state: RecordState = { ...before, registers, stamps };
  for (const [set, elements] of Object.entries(op.draft.sets))
    for (const element of elements) {
      // A record made again over its own tombstone keeps what was removed before.
      const known = elementOf(state, set, element);
      state = withElement(state, set, element, { ...known, adds: joinHorizons(known.adds, [stamp]) });
    }
  if (op.doc !== undefined) {
    const version = { id: stamp as string, replaces: seenVersions(state), doc: op.doc as unknown as Json };
    state = { ...state, heads: [stamp], versions: { ...state.versions, [stamp]: version } };
  }
  return { state, inverse: { kind: 'delete', type: op.type, id: op.id } };
}

/** The register's value, or the default a reader sees while nothing was written. */
function registerValue(state: RecordState, register: string): Json {
  const written = Object.hasOwn(state.registers, register) ? state.registers[register] : undefined;
  if (written !== undefined) return written;
  const spec = specOf(state.type as RecordType);
  if (isMapRegister(spec, register)) return null;
  return (registerSchema(spec, register)?.parse(undefined) ?? null) as Json;
}

/** Own entries only: an element may be called `constructor`. */
function elementOf(state: RecordState, set: string, element: string): SetElement {
  const elements = Object.hasOwn(state.sets, set) ? state.sets[set] : undefined;
  const found = elements !== undefined && Object.hasOwn(elements, element) ? elements[element] : undefined;
  return found ?? { adds: [], removes: [] };
}

const withRegister = (state: RecordState, register: string, value: Json, stamp: Stamp): RecordState => ({
  ...state,
  registers: { ...state.registers, [register]: value },
  stamps: { ...state.stamps, [register]: stamp },
});

const withElement = (state: RecordState, set: string, name: string, element: SetElement): RecordState => ({
  ...state,
  sets: {
    ...state.sets,
    [set]: { ...(Object.hasOwn(state.sets, set) ? state.sets[set] : {}), [name]: element },
  },
});

/** What an op left behind, in one comparable value: used by undo to see whether others changed it since. */
export function traceOf(state: RecordState | null, op: Op): Json {
  if (state === null) return null;
  switch (op.kind) {
    case 'set':
      return registerValue(state, op.register);
    case 'add':
    case 'remove':
      return elementsOf(state, op.set).includes(op.element);
    case 'write':
      return [state.heads.length, digest(canonical(shownVersion(state)?.doc ?? null))];
    case 'create':
    case 'delete':
    case 'revive':
      return isAlive(state);
  }
}
