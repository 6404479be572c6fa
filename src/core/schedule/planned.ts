import type { Account, Outcome, PieceKind, PieceState } from '../model/records';
import type { WallDate, WallTime } from '../time/wall';

/** What the schedule needs to know of a placement. The contract's cards have this and more. */
export type Planned = {
  readonly id: string;
  readonly pieceId: string | null;
  readonly accountId: string | null;
  readonly format: string | null;
  readonly day: WallDate | null;
  readonly time: WallTime | null;
  readonly outcome: Outcome;
  readonly pieceState: PieceState;
  readonly kind: PieceKind;
  readonly title: string;
  readonly campaignId: string | null;
};

export type AccountsById = ReadonlyMap<string, Account>;

export const accountsById = (accounts: readonly Account[]): AccountsById =>
  new Map(accounts.map((account) => [account.id, account]));

type InDay = Pick<Planned, 'time' | 'title' | 'id'>;

/** Order within a day: by clock time, without a time last, then by title and id so that equal times stand still. */
export function byTime(a: InDay, b: InDay): number {
  const time = (a.time ?? '99:99') < (b.time ?? '99:99') ? -1 : (a.time ?? '99:99') > (b.time ?? '99:99') ? 1 : 0;
  return time || compare(a.title, b.title) || compare(a.id, b.id);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
