import type { Board } from './board';

/**
 * The best spot of a unit, what its best spot on another day or account is worth, and what its best spot in another week or on
 * another account is: 0 where there is none, as it would stand nowhere then.
 */
export type Best = {
  readonly spot: number;
  readonly points: number;
  readonly otherDay: number;
  readonly otherWeek: number;
};

const nowhere: Best = { spot: -1, points: Number.NEGATIVE_INFINITY, otherDay: 0, otherWeek: 0 };

/** Differences below this are rounding, not better. */
export const EPSILON = 1e-7;

/**
 * Looks at every spot for a unit. What is equal goes to the first in order of account, day and time. `blink` may say of a
 * better spot that it was not seen, so that a search that comes by again finds another way.
 */
export function bestSpot(board: Board, u: number, blink: (() => boolean) | null = null): Best {
  const { accounts, accountScore, spotFrom, spotDay, weekOf } = board.ground;
  let spot = -1;
  let points = Number.NEGATIVE_INFINITY;
  const byDay = twoBest();
  const byWeek = twoBest();
  // A unit without any spot has been looked at, too: else a search that counts looks would not end.
  board.looks += accounts.length + 1;
  for (let a = 0; a < accounts.length; a += 1) {
    if (accountScore[u * accounts.length + a] === Number.NEGATIVE_INFINITY) continue;
    const end = spotFrom[a + 1] as number;
    let s = spotFrom[a] as number;
    let week = -1;
    let inWeek = Number.NEGATIVE_INFINITY;
    while (s < end) {
      const day = spotDay[s] as number;
      let onDay = Number.NEGATIVE_INFINITY;
      for (; s < end && spotDay[s] === day; s += 1) {
        const here = board.gain(u, s);
        if (here > onDay) onDay = here;
        if (here > points + EPSILON && blink?.() !== true) {
          spot = s;
          points = here;
        }
      }
      byDay.add(onDay);
      if (weekOf[day] !== week) {
        byWeek.add(inWeek);
        inWeek = Number.NEGATIVE_INFINITY;
        week = weekOf[day] as number;
      }
      if (onDay > inWeek) inWeek = onDay;
    }
    byWeek.add(inWeek);
  }
  return spot === -1 ? nowhere : { spot, points, otherDay: byDay.second(), otherWeek: byWeek.second() };
}

/** Remembers the second best of what it is given; 0 where there is none. */
function twoBest() {
  let best = Number.NEGATIVE_INFINITY;
  let second = Number.NEGATIVE_INFINITY;
  return {
    add: (points: number): void => {
      if (points > best) {
        second = best;
        best = points;
      } else if (points > second) second = points;
    },
    second: (): number => Math.max(0, second),
  };
}

/** Plain greedy, the measure to beat: units in order, those with the earliest last day first, each on its best spot. */
export function plainGreedy(board: Board): void {
  const { units, pieces, pieceOf } = board.ground;
  const lastDay = (u: number): string => pieces[pieceOf[u] as number]?.lastDay ?? '9999';
  const order = units
    .map((_, u) => u)
    .sort((a, b) => (lastDay(a) < lastDay(b) ? -1 : lastDay(a) > lastDay(b) ? 1 : a - b));
  for (const u of order) {
    const { spot, points } = bestSpot(board, u);
    if (points > EPSILON) board.put(u, spot);
  }
}

/**
 * Insertion by regret: next comes the unit that loses most if it has to go to its second choice, so that who has few ways is
 * served before who has many. What was looked up is kept and looked up again only for the unit whose turn it would be.
 */
export function insertByRegret(board: Board, units: readonly number[]): void {
  const known = new Map<number, { best: Best; turn: number }>();
  let turn = 0;
  for (const u of units) known.set(u, { best: bestSpot(board, u), turn });
  while (known.size > 0) {
    let next = -1;
    let most = Number.NEGATIVE_INFINITY;
    for (const [u, { best }] of known) {
      const urge = urgency(best);
      if (urge > most + EPSILON || (urge > most - EPSILON && u < next)) {
        next = u;
        most = urge;
      }
    }
    const found = known.get(next);
    if (found === undefined) break;
    if (found.turn !== turn) {
      found.best = bestSpot(board, next);
      found.turn = turn;
      if (urgency(found.best) < most - EPSILON) continue;
    }
    known.delete(next);
    if (found.best.points <= EPSILON) continue;
    board.put(next, found.best.spot);
    turn += 1;
  }
}

/** What a unit stands to lose, and a little for what it brings; what fits nowhere goes last. */
const urgency = ({ points, otherDay, otherWeek }: Best): number =>
  points === Number.NEGATIVE_INFINITY ? -1e9 : 4 * (points - otherDay) + 4 * (points - otherWeek) + points;

/** Units one after the other, each on its best spot that was seen. */
export function insertInOrder(board: Board, units: readonly number[], blink: () => boolean): void {
  for (const u of units) {
    const { spot, points } = bestSpot(board, u, blink);
    if (points > EPSILON) board.put(u, spot);
  }
}
