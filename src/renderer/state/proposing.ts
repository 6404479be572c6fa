import type { ProposeChoiceInput, ProposeState } from '../../contract';
import type { Explained, Spot } from '../../core/propose/types';
import type { Target } from '../../core/schedule/move';
import type { Slice } from './slice';

/** A proposal that is being asked for, worked out, or looked through beside the matrix. */
export type Proposing = {
  /** As the store tells of it; null while it is still being asked for. */
  readonly state: ProposeState | null;
  /** What it was asked with, so that it can be asked again. */
  readonly choice: ProposeChoiceInput | null;
  /** Posts of earlier rounds that stay. */
  readonly kept: readonly Explained[];
  /** Posts that would be taken, by `proposedKey`. */
  readonly chosen: ReadonlySet<string>;
  /** The post the user looks at, in the list or in the matrix; `turn` counts how often it is to be brought into view. */
  readonly pointed: string | null;
  readonly turn: number;
  /** Where posts the user moved were proposed at first, by `proposedKey`. */
  readonly moved: ReadonlyMap<string, Pick<Spot, 'accountId' | 'day' | 'time'>>;
  /** The post that is to be carried by keys; the matrix takes it up. */
  readonly lifted: string | null;
};

/** A piece goes out once on an account, so the two name a post through all rounds. */
export const proposedKey = ({ pieceId, accountId }: { readonly pieceId: string; readonly accountId: string }): string =>
  `${pieceId} ${accountId}`;

const nothing: readonly Explained[] = [];

/** The posts that are proposed, kept ones first; the same array while nothing changed. */
export const proposedOf = (proposing: Proposing | null): readonly Explained[] => {
  if (proposing === null) return nothing;
  const fresh = proposing.state?.proposal?.placed ?? nothing;
  if (proposing.kept.length === 0) return fresh;
  let joined = joins.get(fresh);
  if (joined?.kept !== proposing.kept) {
    joined = { kept: proposing.kept, all: [...proposing.kept, ...fresh] };
    joins.set(fresh, joined);
  }
  return joined.all;
};
const joins = new WeakMap<
  readonly Explained[],
  { readonly kept: readonly Explained[]; readonly all: readonly Explained[] }
>();

export type ProposingSlice = {
  readonly proposing: Proposing | null;
  readonly openProposing: () => void;
  readonly closeProposing: () => void;
  /** Asks for a proposal; posts that are kept go along. */
  readonly propose: (choice: ProposeChoiceInput) => Promise<void>;
  /** Keeps what is chosen, drops the rest, and asks again. */
  readonly proposeAgain: () => Promise<void>;
  readonly cancelProposing: () => Promise<void>;
  /** Back to the questions; what was found goes. */
  readonly reviseProposing: () => void;
  readonly followProposing: (state: ProposeState) => void;
  readonly chooseProposed: (keys: readonly string[], chosen: boolean) => void;
  /** `reveal`: also brings it into view in the matrix. */
  readonly pointProposed: (key: string | null, reveal?: boolean) => void;
  /** Asks the matrix to take a post up for the arrow keys. */
  readonly liftProposed: (key: string | null) => void;
  /** Puts a post on another day or account; says why not where a rule forbids it. Answers whether it stands there. */
  readonly moveProposed: (key: string, to: Target) => Promise<boolean>;
  /** Plans what is chosen, as one step. Answers how many, null when it was refused. */
  readonly takeProposed: () => Promise<number | null>;
};

const blank: Proposing = {
  state: null,
  choice: null,
  kept: [],
  chosen: new Set(),
  pointed: null,
  turn: 0,
  moved: new Map(),
  lifted: null,
};

export const proposingSlice: Slice<ProposingSlice> = () => (set, get) => {
  /** Whether the inspector was held open before: it is again afterwards. */
  let wasPinned = false;
  const change = (part: Partial<Proposing>): void =>
    set(({ proposing }) => (proposing === null ? {} : { proposing: { ...proposing, ...part } }));

  return {
    proposing: null,
    openProposing: () => {
      get().setCheckOpen(false);
      if (get().proposing !== null) return;
      wasPinned = get().inspectorPinned;
      set({ proposing: blank, inspectorPinned: true });
    },
    closeProposing: () => {
      void get().cancelProposing();
      set({ proposing: null, inspectorPinned: wasPinned });
    },
    propose: async (choice) => (await import('./proposed')).ask(get, change, choice, []),
    proposeAgain: async () => (await import('./proposed')).askAgain(get, change),
    cancelProposing: async () => {
      const state = get().proposing?.state;
      if (state?.phase === 'working') await get().act('propose.cancel', { job: state.job });
    },
    reviseProposing: () => change({ state: null, kept: [], chosen: new Set(), pointed: null, moved: new Map() }),
    followProposing: (state) => {
      const { proposing } = get();
      // One that was left behind may still be told of.
      if (proposing === null || proposing.state === null || proposing.state.job !== state.job) {
        if (proposing !== null && proposing.state?.phase !== 'working' && state.phase === 'working') change({ state });
        return;
      }
      const fresh = state.phase === 'done' ? (state.proposal?.placed ?? []).map(proposedKey) : [];
      change({ state, chosen: new Set([...proposing.chosen, ...fresh]) });
    },
    chooseProposed: (keys, isChosen) => {
      const chosen = new Set(get().proposing?.chosen);
      for (const key of keys)
        if (isChosen) chosen.add(key);
        else chosen.delete(key);
      change({ chosen });
    },
    pointProposed: (pointed, reveal = false) => {
      const { proposing } = get();
      if (proposing === null || (proposing.pointed === pointed && !reveal)) return;
      change({ pointed, turn: proposing.turn + (reveal ? 1 : 0) });
    },
    liftProposed: (lifted) => change({ lifted }),
    moveProposed: async (key, to) => (await import('./moveProposed')).moveProposed(get, change, key, to),
    takeProposed: async () => (await import('./proposed')).takeChosen(get, change),
  };
};
