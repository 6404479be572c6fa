import type { PlacementCard } from '../../contract';
import type { DayRange, Move } from './placements';
import { share } from './share';

/** A list of placements as the store orders it (`placementsBetween`): by day, by time with none first, by id. */

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byPlace = (a: PlacementCard, b: PlacementCard): number =>
  compare(a.day ?? '', b.day ?? '') || compare(a.time ?? '', b.time ?? '') || compare(a.id, b.id);

/** The list with what was asked for as it is now; what is gone, or stands on other days, is taken out. */
export function withCards(
  cards: readonly PlacementCard[],
  asked: readonly string[],
  fresh: readonly PlacementCard[],
  { from, to }: DayRange,
): readonly PlacementCard[] {
  const wanted = new Set(asked);
  const before = new Map(cards.flatMap((card) => (wanted.has(card.id) ? [[card.id, card] as const] : [])));
  const stay = cards.filter(({ id }) => !wanted.has(id));
  const come = fresh
    .filter(({ day }) => day !== null && day >= from && day <= to)
    .map((card) => {
      const old = before.get(card.id);
      return old === undefined ? card : share(old, card);
    });
  const after = [...stay, ...come].sort(byPlace);
  return after.length === cards.length && after.every((card, index) => card === cards[index]) ? cards : after;
}

/** The list as it will be once these moves are made, so that the store's answer changes nothing any more. */
export function movedCards(cards: readonly PlacementCard[], moves: readonly Move[]): readonly PlacementCard[] {
  const byId = new Map(moves.map((move) => [move.id, move]));
  return cards
    .map((card) => {
      const move = byId.get(card.id);
      if (move === undefined) return card;
      return {
        ...card,
        day: move.day,
        time: move.time === undefined ? card.time : move.time,
        accountId: move.accountId ?? card.accountId,
        format: move.format ?? card.format,
      };
    })
    .sort(byPlace);
}
