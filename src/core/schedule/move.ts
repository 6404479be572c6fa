import type { Account } from '../model/records';
import { addDays, daysBetween, type WallDate, type WallTime } from '../time/wallDate';
import type { AccountsById, Planned } from './planned';

/** One placement's new place. The clock time stays; account and format are named only when they change. */
export type PlannedMove = {
  readonly id: string;
  readonly day: WallDate;
  readonly accountId?: string;
  readonly format?: string;
};

/** Where something is let go. */
export type Target = { readonly accountId: string; readonly day: WallDate };

export type Refused = 'past' | 'live' | 'closed';

/** What a drop would do; asked while hovering, done on letting go. */
export type Verdict =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'refused'; readonly why: Refused }
  | { readonly kind: 'move'; readonly moves: readonly PlannedMove[] }
  /** The account stands on another platform: the user chooses between moving and a further version. */
  | { readonly kind: 'choose'; readonly card: Planned; readonly account: Account; readonly day: WallDate }
  | { readonly kind: 'copy'; readonly cards: readonly Planned[]; readonly target: Target };

/**
 * Decides a drop of `cards` grabbed at `grabbed`. Several cards keep their distance in days; they change the account
 * only when all come from the one that was grabbed. Days gone by take nothing, and what is live stays where it was.
 */
export function judgeDrop(
  cards: readonly Planned[],
  grabbed: Planned,
  target: Target,
  accounts: AccountsById,
  today: WallDate,
  copy: boolean,
): Verdict {
  const account = accounts.get(target.accountId);
  if (account === undefined || grabbed.day === null) return { kind: 'nothing' };
  if (!copy && grabbed.day === target.day && grabbed.accountId === target.accountId) return { kind: 'nothing' };
  if (target.day < today) return { kind: 'refused', why: 'past' };
  if (account.closed) return { kind: 'refused', why: 'closed' };
  if (copy) return { kind: 'copy', cards, target };
  if (cards.some((card) => card.outcome === 'live')) return { kind: 'refused', why: 'live' };

  const changesRow = grabbed.accountId !== target.accountId;
  const from = grabbed.accountId === null ? undefined : accounts.get(grabbed.accountId);
  if (changesRow && cards.length === 1 && from?.platform !== account.platform)
    return { kind: 'choose', card: grabbed, account, day: target.day };

  const distance = daysBetween(grabbed.day, target.day);
  const together = cards.every((card) => card.accountId === grabbed.accountId);
  const rowAgrees = together && from?.platform === account.platform;
  const moves = cards.flatMap((card): readonly PlannedMove[] =>
    card.day === null
      ? []
      : [
          {
            id: card.id,
            day: addDays(card.day, distance),
            ...(changesRow && rowAgrees ? { accountId: account.id } : {}),
          },
        ],
  );
  if (moves.some((move) => move.day < today)) return { kind: 'refused', why: 'past' };
  if (distance === 0 && !(changesRow && rowAgrees)) return { kind: 'nothing' };
  return { kind: 'move', moves };
}

/** Which format a piece takes on an account: its usual one, else the first it lists; null leaves it to the studio. */
export const formatFor = (account: Account): string | null => account.defaultFormat ?? account.formats[0] ?? null;

/** The clock time this account mostly goes out at, as a first guess for a piece from the tray. */
export function usualTime(cards: readonly Planned[], accountId: string): WallTime | null {
  const times = new Map<WallTime, number>();
  for (const card of cards)
    if (card.accountId === accountId && card.time !== null) times.set(card.time, (times.get(card.time) ?? 0) + 1);
  const [best] = [...times].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return best?.[0] ?? null;
}
