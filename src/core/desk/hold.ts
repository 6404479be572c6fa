import type { PieceState } from '../model/records';
import type { AccountsById } from '../schedule/planned';
import type { DeskCard } from './card';

/** Why a planned post cannot be handed over yet; the first that applies. */
export type Hold =
  | { readonly kind: 'no_piece' | 'no_account' | 'no_format' | 'no_time' | 'closed' | 'changes' }
  | { readonly kind: 'state'; readonly state: Extract<PieceState, 'idea' | 'drafting' | 'in_review'> }
  | { readonly kind: 'errors'; readonly count: number };

export type HoldFacts = {
  readonly accounts: AccountsById;
  /** Errors adaptation found, by placement; a placement that was not looked at yet is left out. */
  readonly errors: Readonly<Record<string, number>>;
};

export function holdOf(card: DeskCard & { readonly approval?: string }, { accounts, errors }: HoldFacts): Hold | null {
  if (card.pieceId === null) return { kind: 'no_piece' };
  const account = card.accountId === null ? undefined : accounts.get(card.accountId);
  if (account === undefined) return { kind: 'no_account' };
  if (account.closed) return { kind: 'closed' };
  if (card.format === null) return { kind: 'no_format' };
  if (card.time === null) return { kind: 'no_time' };
  const { pieceState } = card;
  if (pieceState === 'idea' || pieceState === 'drafting' || pieceState === 'in_review')
    return { kind: 'state', state: pieceState };
  if (card.approval === 'changes') return { kind: 'changes' };
  const count = errors[card.id] ?? 0;
  return count > 0 ? { kind: 'errors', count } : null;
}
