import type { z } from 'zod';
import type { Json } from '../../model/json';
import { isReadableDoc } from '../../model/readableDoc';
import { type AnySpec, registerSchema } from '../../model/record';
import { isRecordType, records } from '../../model/records';
import type { PlanContent } from '../file/content';
import { VERSION } from '../file/content';
import { MEMBER, type RecordState } from '../state';

/**
 * What in a plan this version of the studio does not understand: carried as it came and written back, but not shown.
 * Names are those in the file.
 */
export type KeptAside = {
  /** The format the file says it has, where it is newer than this version's; else null. */
  readonly version: number | null;
  /** Members beside the records. */
  readonly members: readonly string[];
  /** Files in the zip beside the plan and its pictures. */
  readonly files: readonly string[];
  /** Kinds of records, and how many of each. */
  readonly types: readonly { readonly type: string; readonly records: number }[];
  /** Fields and sets of kinds that are known, and in how many records they stand. */
  readonly fields: readonly { readonly type: string; readonly name: string; readonly records: number }[];
  /** Values that do not fit their field: its default is shown in their place. */
  readonly values: readonly { readonly type: string; readonly name: string; readonly records: number }[];
  /** Texts with blocks or marks that are unknown: shown read-only. */
  readonly texts: number;
};

export function keptAside({ states, more, newer }: Pick<PlanContent, 'states' | 'more' | 'newer'>): KeptAside {
  const types = new Counted();
  const fields = new Counted();
  const values = new Counted();
  const fits = fitting();
  let texts = 0;
  for (const state of states) {
    if (!isRecordType(state.type)) {
      types.add(state.type);
      continue;
    }
    const spec: AnySpec = records[state.type];
    for (const name of Object.keys(state.registers)) {
      const value = state.registers[name] as Json;
      if (name.startsWith(MEMBER)) {
        fields.add(state.type, name.slice(MEMBER.length));
        continue;
      }
      if (name.startsWith('$')) continue;
      const schema = registerSchema(spec, name);
      if (schema === null) fields.add(state.type, name);
      // What was taken out of a map is null there.
      else if (value !== null && !fits(schema, value)) values.add(state.type, name);
    }
    for (const set of Object.keys(state.sets)) if (!Object.hasOwn(spec.sets, set)) fields.add(state.type, set);
    if (hasUnknownText(state)) texts += 1;
  }
  return {
    version: newer === undefined || newer.version <= VERSION ? null : newer.version,
    members: Object.keys(more ?? {}).sort(),
    files: [...(newer?.files?.keys() ?? [])].sort(),
    types: types.rows().map(({ type, records }) => ({ type, records })),
    fields: fields.rows(),
    values: values.rows(),
    texts,
  };
}

/** Whether there is anything to tell. */
export const isAnyKeptAside = ({ version, members, files, types, fields, values, texts }: KeptAside): boolean =>
  version !== null || members.length + files.length + types.length + fields.length + values.length + texts > 0;

/** So many values of a field are remembered, of at most so many UTF-16 units each. */
const REMEMBERED = 200;
const SHORT = 40;

/** Whether a value fits a schema. What was found to fit is remembered: most fields say one of a few things. */
function fitting(): (schema: z.ZodType, value: Json) => boolean {
  const known = new Map<z.ZodType, Set<Json>>();
  return (schema, value) => {
    const isShort = typeof value === 'string' ? value.length <= SHORT : typeof value !== 'object';
    const fitted = known.get(schema);
    if (isShort && fitted?.has(value) === true) return true;
    if (!schema.safeParse(value).success) return false;
    if (!isShort) return true;
    if (fitted === undefined) known.set(schema, new Set([value]));
    else if (fitted.size < REMEMBERED) fitted.add(value);
    return true;
  };
}

const hasUnknownText = ({ heads, versions }: RecordState): boolean =>
  heads.some((id) => {
    const version = Object.hasOwn(versions, id) ? versions[id] : undefined;
    return version !== undefined && !isReadableDoc(version.doc);
  });

/** How often a name of a type was met, in the order of type and name. */
class Counted {
  private readonly counts = new Map<string, { type: string; name: string; records: number }>();

  add(type: string, name = ''): void {
    const key = `${type}\n${name}`;
    const row = this.counts.get(key) ?? { type, name, records: 0 };
    row.records += 1;
    this.counts.set(key, row);
  }

  rows(): readonly { readonly type: string; readonly name: string; readonly records: number }[] {
    return [...this.counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  }
}
