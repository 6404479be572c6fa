import type { MergeDesk, MergeWiring } from './desk';

/** The desk where received plans are compared and merged, whose code is loaded by whoever opens the first. */
export type LateMerges = {
  readonly desk: () => Promise<MergeDesk>;
  /** Null while nobody has opened one. */
  readonly opened: () => MergeDesk | null;
  readonly close: () => void;
};

export function lateMerges(wiring: MergeWiring): LateMerges {
  let opening: Promise<MergeDesk> | null = null;
  let open: MergeDesk | null = null;
  const load = async (): Promise<MergeDesk> => {
    const { createMergeDesk } = await import('./desk');
    open = createMergeDesk(wiring);
    return open;
  };
  return {
    desk: () => {
      opening ??= load();
      return opening;
    },
    opened: () => open,
    close: () => open?.close(),
  };
}
