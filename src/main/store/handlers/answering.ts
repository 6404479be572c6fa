import type { CallOutput, CallParsed, StoreCallName } from '../../../contract';
import type { Op } from '../../../core/plan/ops';
import { refuse } from '../../../core/result';
import type { Picked } from '../client';
import type { StoreContext } from '../context';
import { type ChangeOptions, makeChange } from '../history/changes';
import { readView, readViews } from '../rows';

/** The handlers of the calls of one table that the store answers; `path` is what a call's dialog token stands for. A missing one does not compile. */
export type HandlersOf<Calls> = {
  readonly [N in Extract<keyof Calls, StoreCallName>]: (
    store: StoreContext,
    input: CallParsed<N>,
    path: Picked,
  ) => CallOutput<N> | Promise<CallOutput<N>>;
};

/** Commits ops under a label and tells the screens. */
export function change(
  store: StoreContext,
  label: Parameters<typeof makeChange>[2],
  ops: readonly Op[],
  options?: ChangeOptions,
): number {
  if (ops.length === 0) return 0;
  const made = makeChange(store.db, store.clock, label, ops, options);
  store.tell(made, 'edit');
  return made?.ids.length ?? 0;
}

export const chosenAll = (path: Picked): readonly string[] =>
  path === null ? refuse('file_missing') : typeof path === 'string' ? [path] : path;
export const chosen = (path: Picked): string => chosenAll(path)[0] ?? refuse('file_missing');

/** One placement is named by its piece's title, several by their number. */
export function namedBy(store: StoreContext, placementIds: readonly string[]): Record<string, string | number> {
  const [first] = placementIds.length === 1 ? readViews(store.db, 'placement', placementIds) : [];
  const title = first?.pieceId == null ? undefined : readView(store.db, 'piece', first.pieceId)?.title;
  return title === undefined ? { count: placementIds.length } : { title, count: 1 };
}
