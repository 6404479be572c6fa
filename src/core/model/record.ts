import type { z } from 'zod';
import type { Json } from './json';

/**
 * How a kind of record is described: once, as data. Store, merge, plan file and contract are derived from it.
 *
 * - `fields`: scalars, one last-writer-wins register each. Every field has a default, because a merged file may
 *   hold a record whose other fields have not arrived yet.
 * - `maps`: registers named by a key the user's world decides (`brief.deadline`), one register per key.
 * - `sets`: one add/remove register per element; a concurrent add wins over a remove.
 * - `body`: whether the record carries a rich body (a multi-value register of versions).
 */
export type RecordSpec<
  F extends Readonly<Record<string, z.ZodType>>,
  M extends Readonly<Record<string, z.ZodType>>,
  S extends Readonly<Record<string, z.ZodType<string>>>,
> = {
  readonly fields: F;
  readonly maps: M;
  readonly sets: S;
  readonly body: boolean;
};

export type AnySpec = RecordSpec<
  Readonly<Record<string, z.ZodType>>,
  Readonly<Record<string, z.ZodType>>,
  Readonly<Record<string, z.ZodType<string>>>
>;

export const recordSpec = <
  const F extends Readonly<Record<string, z.ZodType>>,
  const M extends Readonly<Record<string, z.ZodType>> = Record<never, never>,
  const S extends Readonly<Record<string, z.ZodType<string>>> = Record<never, never>,
>(spec: {
  fields: F;
  maps?: M;
  sets?: S;
  body?: boolean;
}): RecordSpec<F, M, S> => ({
  fields: spec.fields,
  maps: spec.maps ?? ({} as M),
  sets: spec.sets ?? ({} as S),
  body: spec.body ?? false,
});

/** The visible form of a record: what screens, adaptation and exporters see. Sets are sorted arrays. */
export type RecordOf<Spec extends AnySpec> = {
  readonly id: string;
} & { readonly [K in keyof Spec['fields']]: z.output<Spec['fields'][K]> } & {
  readonly [K in keyof Spec['maps']]: Readonly<Record<string, z.output<Spec['maps'][K]>>>;
} & { readonly [K in keyof Spec['sets']]: readonly string[] };

/** Fields given when a record is made; what is left out takes its default. */
export type DraftOf<Spec extends AnySpec> = {
  readonly [K in keyof Spec['fields']]?: z.input<Spec['fields'][K]>;
} & { readonly [K in keyof Spec['maps']]?: Readonly<Record<string, z.input<Spec['maps'][K]>>> } & {
  readonly [K in keyof Spec['sets']]?: readonly string[];
};

/** Longest key of a map and longest element of a set. */
export const MAX_NAME = 200;
/** Separates a map from its key in a register's name: `brief.deadline`. Field names never contain it. */
export const MAP_SEPARATOR = '.';

/** The schema of one register, by its name as stored (`title`, `brief.deadline`); null for a register this version does not know. */
export function registerSchema(spec: AnySpec, name: string): z.ZodType | null {
  if (Object.hasOwn(spec.fields, name)) return spec.fields[name] ?? null;
  const dot = name.indexOf(MAP_SEPARATOR);
  if (dot <= 0 || name.length > MAX_NAME) return null;
  const map = name.slice(0, dot);
  return Object.hasOwn(spec.maps, map) ? (spec.maps[map] ?? null) : null;
}

/**
 * Builds the visible record from its registers. A register this version does not know, or whose value it cannot
 * read, is left out here (it stays in the store and in plan files) and its default is shown.
 */
export function viewRecord<Spec extends AnySpec>(
  spec: Spec,
  id: string,
  registers: Readonly<Record<string, Json>>,
  sets: Readonly<Record<string, readonly string[]>>,
): RecordOf<Spec> {
  const view: Record<string, unknown> = { id };
  for (const [name, schema] of Object.entries(spec.fields)) {
    const given = schema.safeParse(Object.hasOwn(registers, name) ? registers[name] : undefined);
    view[name] = given.success ? given.data : schema.parse(undefined);
  }
  for (const [name, schema] of Object.entries(spec.maps)) {
    const prefix = name + MAP_SEPARATOR;
    const entries: [string, unknown][] = [];
    for (const [register, value] of Object.entries(registers)) {
      if (!register.startsWith(prefix) || value === null) continue;
      const given = schema.safeParse(value);
      if (given.success) entries.push([register.slice(prefix.length), given.data]);
    }
    view[name] = Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
  }
  for (const name of Object.keys(spec.sets)) view[name] = sets[name] ?? [];
  return view as RecordOf<Spec>;
}
