/**
 * Keeps what did not change. A refetch brings equal values as new objects; handing out the old ones lets every
 * component that shows them rest. Values are plain data of the contract.
 */
export function share<T>(before: T, after: T): T {
  if (Object.is(before, after)) return before;
  if (typeof before !== 'object' || typeof after !== 'object' || before === null || after === null) return after;
  if (Array.isArray(before) !== Array.isArray(after)) return after;
  return Array.isArray(after)
    ? (shareList(before as unknown as readonly unknown[], after) as T)
    : shareRecord(before, after);
}

const idOf = (value: unknown): string | null =>
  typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string' ? value.id : null;

function shareList<T>(before: readonly T[], after: readonly T[]): readonly T[] {
  const known = new Map<string, T>();
  for (const item of before) {
    const id = idOf(item);
    if (id !== null) known.set(id, item);
  }
  let same = before.length === after.length;
  const shared = after.map((item, index) => {
    const id = idOf(item);
    const old = id === null ? before[index] : known.get(id);
    const kept = old === undefined ? item : share(old, item);
    if (!Object.is(kept, before[index])) same = false;
    return kept;
  });
  return same ? before : shared;
}

function shareRecord<T extends object>(before: T, after: T): T {
  const result: Record<string, unknown> = {};
  const old = before as Record<string, unknown>;
  const keys = Object.keys(after);
  let same = keys.length === Object.keys(before).length;
  for (const key of keys) {
    const value = share(old[key], (after as Record<string, unknown>)[key]);
    if (!Object.is(value, old[key]) || !Object.hasOwn(old, key)) same = false;
    result[key] = value;
  }
  return same ? before : (result as T);
}
