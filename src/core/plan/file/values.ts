import { isId } from '../../model/ids';
import type { Json } from '../../model/json';
import { type Horizon, joinHorizons, stampSchema } from '../../model/stamp';
import type { ByteWork } from './byteWork';
import { damaged, fault } from './fault';
import { readJson } from './json';
import { limits } from './limits';

/** The simplest things a plan file is made of. Each is what it should be, or the end of reading at `place`. */

/** JSON of one file; `path` is named when it is none. */
export const parse = (bytes: Uint8Array, path: string, work?: ByteWork): Json => parsePlan(bytes, path, work).value;

/** The same with a check, for when all else was found right, that every number in it is whole. */
export function parsePlan(
  bytes: Uint8Array,
  path: string,
  work?: ByteWork,
): { readonly value: Json; readonly requireWhole: () => void } {
  const read = readJson(bytes, work);
  if ('fault' in read) return damaged(`${path}, ${read.fault}`);
  const { value, odd } = read;
  return {
    value,
    requireWhole: () => {
      if (odd !== null) damaged(`${path}, byte ${odd}`);
    },
  };
}

/** Names of registers, sets and elements are the users' own: anything but nothing, and no novel. */
export const checkName = (name: string, place: string): void => {
  if (name === '' || name.length > limits.name) damaged(`${place} ${name}`);
};

export const id = (value: Json | undefined, place: string): string =>
  typeof value === 'string' && isId(value) ? value : damaged(place);

/**
 * The number of the format. `lowest` is the oldest format whose readers may read the file, as its writer says; a file
 * that does not say may be read by anybody who understands what stands in it.
 */
export function formatVersion(
  head: ReadonlyMap<string, Json>,
  known: number,
  place: string,
  lowest: Json = head.get('reads') ?? 1,
): number {
  const version = head.get('version');
  if (typeof version !== 'number' || !Number.isSafeInteger(version) || version < 1) return damaged(place);
  if (version > known && (typeof lowest !== 'number' || lowest > known))
    fault('file_future', { found: version, known });
  return version;
}

/** The own members of an object, in order; a map, so that no name can mean anything but itself. */
export const object = (value: Json | undefined, place: string): ReadonlyMap<string, Json> =>
  new Map(Object.entries(members(value, place)));

/** An object as it was parsed: its own names are asked for by `Object.keys` and `own` alone. */
export function members(value: Json | undefined, place: string): Members {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return damaged(place);
  return value as Members;
}

export type Members = Readonly<Record<string, Json>>;

/** A member by name; undefined for none, whatever the name. */
export const own = (value: Members, name: string): Json | undefined =>
  Object.hasOwn(value, name) ? value[name] : undefined;

export const array = (value: Json | undefined, place: string): readonly Json[] =>
  Array.isArray(value) ? value : damaged(place);

export const string = (value: Json | undefined, place: string): string =>
  typeof value === 'string' ? value : damaged(place);

export const whole = (value: Json | undefined, place: string): number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : damaged(place);

export function onlyKeys(value: ReadonlyMap<string, Json>, known: readonly string[], place: string): void {
  for (const key of value.keys()) if (!known.includes(key)) damaged(`${place} ${key}`);
}

export function onlyMembers(value: Members, known: readonly string[], place: string): void {
  for (const key of Object.keys(value)) if (!known.includes(key)) damaged(`${place} ${key}`);
}

/** Whether a file says that it holds a part of a plan; nothing where it does not say. */
export function readPart(value: Json | undefined): { readonly part?: true } {
  if (value === undefined) return {};
  return value === true ? { part: true } : damaged('part');
}

/** What the owner of a plan had seen, clocks in full; nothing where the file does not say. */
export function readSeen(value: Json | undefined): { readonly seen?: Horizon } {
  if (value === undefined) return {};
  const seen = array(value, 'seen').map((stamp) => stampSchema.safeParse(stamp).data ?? damaged('seen'));
  return seen.length === 0 ? {} : { seen: joinHorizons(seen, []) };
}
