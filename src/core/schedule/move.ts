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

export type Refused = 'past' | 'live' | 'closed' | 'mixed';

/** One more placement of a card's piece. `format` null: what the account usually takes. */
export type PlannedCopy = {
  readonly card: Planned;
  readonly accountId: string;
  readonly day: WallDate;
  readonly format: string | null;
};

/** What a drop would do; asked while hovering, done on letting go. */
export type Verdict =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'refused'; readonly why: Refused }
  /** `rowsKept`: the cards come from several accounts, so only their days change. */
  | { readonly kind: 'move'; readonly moves: readonly PlannedMove[]; readonly rowsKept: boolean }
  /** The account stands on another platform: the user chooses between moving and a further version. */
  | { readonly kind: 'choose'; readonly moves: readonly PlannedMove[]; readonly copies: readonly PlannedCopy[] }
  | { readonly kind: 'copy'; readonly copies: readonly PlannedCopy[] };

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
  const distance = daysBetween(grabbed.day, target.day);
  const changesRow = grabbed.accountId !== target.accountId;
  if (!copy && distance === 0 && !changesRow) return { kind: 'nothing' };
  const refused = (why: Refused): Verdict => ({ kind: 'refused', why });
  const planned = cards.filter(isOnDay);
  if (target.day < today || planned.some((card) => addDays(card.day, distance) < today)) return refused('past');
  const together = cards.every((card) => card.accountId === grabbed.accountId);
  if ((together ? [account] : cards.map((card) => accounts.get(card.accountId ?? ''))).some((one) => one?.closed))
    return refused('closed');
  if (copy) return { kind: 'copy', copies: copiesOf(planned, together ? account : null, distance, accounts) };
  if (cards.some((card) => card.outcome === 'live')) return refused('live');
  if (!together && distance === 0) return refused('mixed');

  const moves = planned.map(
    (card): PlannedMove => ({
      id: card.id,
      day: addDays(card.day, distance),
      ...(changesRow && together ? { accountId: account.id } : {}),
    }),
  );
  if (changesRow && together && accounts.get(grabbed.accountId ?? '')?.platform !== account.platform)
    return { kind: 'choose', moves, copies: copiesOf(planned, account, distance, accounts) };
  return { kind: 'move', moves, rowsKept: changesRow && !together };
}

type OnDay = Planned & { readonly day: WallDate };
const isOnDay = (card: Planned): card is OnDay => card.day !== null;

/** Every card once more, `distance` days on; on `account`, or each on its own. On another platform the format is open. */
function copiesOf(
  cards: readonly OnDay[],
  account: Account | null,
  distance: number,
  accounts: AccountsById,
): readonly PlannedCopy[] {
  return cards.flatMap((card): readonly PlannedCopy[] => {
    const on = account ?? accounts.get(card.accountId ?? '');
    if (on === undefined || card.pieceId === null) return [];
    const fits = card.format?.startsWith(`${on.platform}/`) === true;
    return [{ card, accountId: on.id, day: addDays(card.day, distance), format: fits ? card.format : formatFor(on) }];
  });
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
