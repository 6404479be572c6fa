import type { Json } from '../model/json';

/**
 * Canonical JSON (RFC 8785): sorted keys, no white space, one spelling per value, so that equal content is equal
 * bytes on every machine. Undefined members are left out. Held against the reference implementation by a test.
 *
 * The engine's own writer spells every value as the standard asks and is many times quicker than any other, so values
 * are put in order and handed to it. Names that objects keep in an order of their own are written by hand (`write`).
 */
export function canonical(value: unknown): string {
  const ordered = inOrder(value);
  const written = ordered === BY_HAND ? write(value) : JSON.stringify(ordered);
  if (written === undefined) throw new Error('Only plain data has a canonical form.');
  return written;
}

const BY_HAND = Symbol('by hand');

/** The value with sorted keys, itself where it has them already; `BY_HAND` for what cannot be put in order as an object. */
function inOrder(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : BY_HAND;
  if (typeof value === 'bigint') return BY_HAND;
  if (typeof value !== 'object' || value === null) return value;
  return Array.isArray(value) ? itemsInOrder(value) : membersInOrder(value as Readonly<Record<string, unknown>>);
}

function itemsInOrder(items: readonly unknown[]): unknown {
  let ordered: unknown[] | null = null;
  for (let at = 0; at < items.length; at += 1) {
    const item = inOrder(items[at]);
    if (item === BY_HAND) return BY_HAND;
    if (item === items[at]) continue;
    ordered ??= [...items];
    ordered[at] = item;
  }
  return ordered ?? items;
}

function membersInOrder(value: Readonly<Record<string, unknown>>): unknown {
  if (typeof value.toJSON === 'function') return BY_HAND;
  const names = Object.keys(value);
  let isSorted = true;
  for (let at = 0; at < names.length; at += 1) {
    const name = names[at] as string;
    if (name === '__proto__' || (names.length > 1 && isDigit(name.charCodeAt(0)))) return BY_HAND;
    // Sorted by code units, as the standard has it.
    if (at > 0 && (names[at - 1] as string) > name) isSorted = false;
  }
  if (!isSorted) names.sort();
  let ordered: Record<string, unknown> | null = isSorted ? null : {};
  for (let at = 0; at < names.length; at += 1) {
    const name = names[at] as string;
    const member = inOrder(value[name]);
    if (member === BY_HAND) return BY_HAND;
    if (ordered === null && member !== value[name]) {
      ordered = {};
      for (let earlier = 0; earlier < at; earlier += 1)
        ordered[names[earlier] as string] = value[names[earlier] as string];
    }
    if (ordered !== null) ordered[name] = member;
  }
  return ordered ?? value;
}

/** Objects put names that are numbers first. */
const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;

/** undefined for what JSON has no word for. */
function write(value: unknown): string | undefined {
  if (typeof value === 'string') return JSON.stringify(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error(`${value} has no canonical form.`);
    // As ECMAScript writes numbers, which is what the standard asks for; there is no minus nought.
    return value === 0 ? '0' : String(value);
  }
  if (typeof value !== 'object') return undefined;
  if (Array.isArray(value)) {
    let items = '';
    for (let at = 0; at < value.length; at += 1) items += `${at === 0 ? '' : ','}${write(value[at]) ?? 'null'}`;
    return `[${items}]`;
  }
  if ('toJSON' in value && typeof value.toJSON === 'function') return write(value.toJSON());
  return writeMembers(value as Readonly<Record<string, unknown>>);
}

function writeMembers(value: Readonly<Record<string, unknown>>): string {
  let members = '';
  // Sorted by code units, as the standard has it.
  for (const name of Object.keys(value).sort()) {
    const written = write(value[name]);
    if (written !== undefined) members += `${members === '' ? '' : ','}${JSON.stringify(name)}:${written}`;
  }
  return `{${members}}`;
}

/** Equality of plain data by canonical form; order of keys does not matter. */
export function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) return Array.isArray(a) && Array.isArray(b) && sameItems(a, b);
  return sameMembers(a as Members, b as Members);
}

type Members = Readonly<Record<string, Json | undefined>>;

/** By index: an item that is undefined is written as null. */
function sameItems(a: readonly (Json | undefined)[], b: readonly (Json | undefined)[]): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at += 1) if (!sameJson(a[at] ?? null, b[at] ?? null)) return false;
  return true;
}

/** A member that is undefined is as good as none. */
function sameMembers(a: Members, b: Members): boolean {
  let count = 0;
  for (const name of Object.keys(a)) {
    if (a[name] === undefined) continue;
    if (!Object.hasOwn(b, name) || b[name] === undefined || !sameJson(a[name], b[name])) return false;
    count += 1;
  }
  for (const name of Object.keys(b)) if (b[name] !== undefined) count -= 1;
  return count === 0;
}
