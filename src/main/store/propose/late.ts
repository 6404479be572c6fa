import type { ProposeDesk, ProposeWiring } from './desk';

/** The desk of proposals, whose code is loaded by whoever asks for the first. */
export type LateProposals = {
  readonly desk: () => Promise<ProposeDesk>;
  /** Null while nobody has asked for one. */
  readonly opened: () => ProposeDesk | null;
  readonly close: () => void;
};

/** `spawn` null: proposals are worked out in this thread, in turns. */
export function lateProposals(
  wiring: Omit<ProposeWiring, 'spawn'> & { readonly spawn: ProposeWiring['spawn'] | null },
): LateProposals {
  let opening: Promise<ProposeDesk> | null = null;
  let open: ProposeDesk | null = null;
  const load = async (): Promise<ProposeDesk> => {
    const [{ createProposeDesk }, { proposeHere }] = await Promise.all([import('./desk'), import('./here')]);
    open = createProposeDesk({ ...wiring, spawn: wiring.spawn ?? proposeHere() });
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
