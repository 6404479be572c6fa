import type { Problem, Proposal } from '../../../core/propose/types';

/** What the thread that works a proposal out tells the store. */
export type FromProposer =
  | { readonly kind: 'share'; readonly share: number }
  | { readonly kind: 'done'; readonly proposal: Proposal };

/** Starts working a proposal out; `died` is told when it ended without one. `stop` ends it at once, unheard. */
export type SpawnProposer = (
  problem: Problem,
  hear: (message: FromProposer) => void,
  died: () => void,
) => { readonly stop: () => void };
