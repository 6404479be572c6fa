import { err, ok, type Result } from '../core/result';

/**
 * Limits on what a screen may send, checked before any schema runs: deep, endless or cyclic values would otherwise
 * exhaust the stack or the clock inside the parser. Nesting of a document stays under 40 in practice.
 */
export const limits = { depth: 200, values: 400_000, characters: 64_000_000, bytes: 32_000_000 } as const;

export type TooMuch = 'depth' | 'values' | 'characters' | 'bytes' | 'shape';

/** Walks a received value without recursion. Only plain objects, arrays, primitives and byte arrays may pass. */
export function measure(input: unknown): Result<null, TooMuch> {
  let values = 0;
  let characters = 0;
  const open: { readonly value: unknown; readonly depth: number }[] = [{ value: input, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, depth } = next;
    values += 1;
    if (values > limits.values) return err('values');
    if (depth > limits.depth) return err('depth');
    if (typeof value === 'string') {
      characters += value.length;
      if (characters > limits.characters) return err('characters');
      continue;
    }
    if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint') return err('shape');
    if (typeof value !== 'object' || value === null) continue;
    if (value instanceof Uint8Array) {
      if (value.byteLength > limits.bytes) return err('bytes');
      continue;
    }
    const children = childrenOf(value);
    if (children === null) return err('shape');
    if (values + open.length + children.length > limits.values) return err('values');
    for (const child of children) open.push({ value: child, depth: depth + 1 });
  }
  return ok(null);
}

/** The values inside; null for classes, maps, getters and keys that reach for a prototype. */
function childrenOf(value: object): readonly unknown[] | null {
  if (Array.isArray(value)) return value;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && Object.getPrototypeOf(prototype as object) !== null) return null;
  if (prototype !== null && !Object.hasOwn(prototype as object, 'hasOwnProperty')) return null;
  const children: unknown[] = [];
  for (const [key, field] of Object.entries(Object.getOwnPropertyDescriptors(value))) {
    if (key === '__proto__' || field.get !== undefined || field.set !== undefined) return null;
    children.push(field.value);
  }
  return children;
}
