/**
 * What is selected in the library: pieces one by one, or all that the filter matches but some. All is not a list of
 * names, so it is all however many there are, and whatever page was never read.
 */
export type Picked =
  | { readonly kind: 'some'; readonly ids: ReadonlySet<string> }
  | { readonly kind: 'all'; readonly except: ReadonlySet<string> };

export const nothingPicked: Picked = { kind: 'some', ids: new Set() };
export const allPicked: Picked = { kind: 'all', except: new Set() };

export const isPicked = (picked: Picked, id: string): boolean =>
  picked.kind === 'all' ? !picked.except.has(id) : picked.ids.has(id);

export const anyPicked = (picked: Picked): boolean => picked.kind === 'all' || picked.ids.size > 0;

/** How many are selected of `total` that match. */
export const countPicked = (picked: Picked, total: number): number =>
  picked.kind === 'all' ? Math.max(0, total - picked.except.size) : picked.ids.size;

/** Adds a piece, or takes it out. */
export function togglePicked(picked: Picked, id: string): Picked {
  const wanted = !isPicked(picked, id);
  if (picked.kind === 'some') return { kind: 'some', ids: withId(picked.ids, id, wanted) };
  return { kind: 'all', except: withId(picked.except, id, !wanted) };
}

export function addPicked(picked: Picked, ids: readonly string[]): Picked {
  if (picked.kind === 'some') return { kind: 'some', ids: new Set([...picked.ids, ...ids]) };
  const added = new Set(ids);
  return { kind: 'all', except: new Set([...picked.except].filter((id) => !added.has(id))) };
}

function withId(ids: ReadonlySet<string>, id: string, on: boolean): ReadonlySet<string> {
  const next = new Set(ids);
  if (on) next.add(id);
  else next.delete(id);
  return next;
}
