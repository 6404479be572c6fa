import canonicalize from 'canonicalize';
import type { Json } from '../model/json';

/**
 * Canonical JSON (RFC 8785): sorted keys, no white space, one spelling per value, so that equal content is equal
 * bytes on every machine. Undefined members are left out.
 */
export function canonical(value: unknown): string {
  const written = canonicalize(value);
  if (written === undefined) throw new Error('Only plain data has a canonical form.');
  return written;
}

/** Equality of plain data by canonical form; order of keys does not matter. */
export const sameJson = (a: Json | undefined, b: Json | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && canonical(a) === canonical(b));
