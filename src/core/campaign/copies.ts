import type { Outcome, PieceState } from '../model/records';
import type { CampaignPlacement, CampaignPlan, CopyFacts } from './facts';

/**
 * How far the copy of a wave or placement is, as one word. In the order in which it is said: what is missing before
 * what is wrong, what is wrong before what waits.
 */
export const copyCodes = [
  'no_piece',
  'no_account',
  'unreadable',
  'writing',
  'errors',
  'changes',
  'behind',
  'reworded',
  'adapted',
  'requested',
  'approved',
  'handed_over',
  'live',
  'skipped',
] as const;
export type CopyCode = (typeof copyCodes)[number];

export type CopyStatus = {
  readonly code: CopyCode;
  readonly errors: number;
  readonly warnings: number;
};

/** Whether nothing more is to be done to the text itself. */
export const isCopyDone = ({ code }: CopyStatus): boolean =>
  code === 'approved' || code === 'handed_over' || code === 'live' || code === 'skipped';

/** What went out, or will not go out, is beyond any check. */
export const isSettled = (outcome: Outcome): boolean => outcome === 'live' || outcome === 'skipped';

type Shown = {
  readonly pieceId: string | null;
  readonly accountId: string | null;
  readonly pieceState: PieceState | null;
  /** Null for a wave without a placement. */
  readonly outcome: Outcome | null;
};

export function copyOf(shown: Shown, copy: CopyFacts | undefined): CopyStatus {
  const { errors, warnings } = copy ?? { errors: 0, warnings: 0 };
  return { code: codeOf(shown, copy), errors, warnings };
}

function codeOf({ pieceId, accountId, pieceState, outcome }: Shown, copy: CopyFacts | undefined): CopyCode {
  if (outcome !== null && outcome !== 'planned') return outcome;
  if (pieceId === null || pieceState === null) return 'no_piece';
  if (accountId === null) return 'no_account';
  if (copy === undefined || !copy.adapted) return 'unreadable';
  if (pieceState === 'idea' || pieceState === 'drafting') return 'writing';
  if (copy.errors > 0) return 'errors';
  if (copy.approval === 'changes') return 'changes';
  if (copy.behind) return 'behind';
  if (copy.approval === 'approved' && copy.reworded) return 'reworded';
  return copy.approval === 'none' ? 'adapted' : copy.approval;
}

/** The copy of each placement, by its id. */
export function copiesOf({ placements, copies }: Pick<CampaignPlan, 'placements' | 'copies'>): CopiesById {
  const found = new Map(copies.flatMap((copy) => (copy.placementId === null ? [] : [[copy.placementId, copy]])));
  return new Map(
    placements.map((placement) => [
      placement.id,
      { ...copyOf(placement, found.get(placement.id)), facts: found.get(placement.id) ?? null, placement },
    ]),
  );
}

export type PlacedCopy = CopyStatus & { readonly facts: CopyFacts | null; readonly placement: CampaignPlacement };
export type CopiesById = ReadonlyMap<string, PlacedCopy>;
