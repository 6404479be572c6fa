import type { Board } from './board';
import { bestSpot, EPSILON, insertByRegret, insertInOrder } from './search';

/** Numbers that look like chance and are the same every time: a linear congruential generator (Numerical Recipes). */
function sequence(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

/** Units taken out and put back at a time. */
const LEAST_OUT = 2;
const MOST_OUT = 9;
/** How far below the best a plan may be and still be gone on from, in points: at the start, shrinking to nothing. */
const SLACK = 12;
/** One round in so many puts back by regret, the others in any order: quicker, and each time another way. */
const REGRET_EVERY = 4;
/** One better spot in so many is overlooked. */
const BLINKS = 12;
/**
 * So many units are few: a round takes most of them out, and puts them back where they were. There every other round overlooks
 * so much that it comes out somewhere else.
 */
const FEW = 30;
const WIDE_BLINKS = 3;
/** Rounds between two reports. */
const ROUNDS = 16;

/**
 * Ruin and recreate (Schrimpf and others, 2000), with blinks (Christiaens and Vanden Berghe, 2020) and record-to-record
 * travel (Dueck, 1993): some units that have to do with each
 * other are taken out and put back by regret; a plan a little worse than the best may be gone on from, less and less so. Ends
 * after `looks` spots have been looked at, not after a time, so that every machine finds the same plan. Yields the share done.
 */
export function* improve(board: Board, looks: number): Generator<number, void> {
  const next = sequence(20_261_123);
  const start = board.looks;
  let best = keep(board);
  let current = best;
  let round = 0;
  while (board.looks - start < looks && board.spotOf.length > 0) {
    const done = (board.looks - start) / looks;
    const out = ruin(board, next);
    if (out.length === 0) break;
    if (next(REGRET_EVERY) === 0) insertByRegret(board, out);
    else {
      const blinks = board.spotOf.length <= FEW && next(2) === 0 ? WIDE_BLINKS : BLINKS;
      insertInOrder(board, shuffled(out, next), () => next(blinks) === 0);
    }
    if (board.points > best.points + EPSILON) {
      best = keep(board);
      current = best;
    } else if (board.points > best.points - SLACK * (1 - done) ** 2) current = keep(board);
    else restore(board, current);
    round += 1;
    if (round % ROUNDS === 0) yield Math.min(1, (board.looks - start) / looks);
  }
  restore(board, best);
  polish(board);
}

/** Moves single units to better spots until none is left. */
export function polish(board: Board): void {
  for (let moved = true; moved; ) {
    moved = false;
    for (let u = 0; u < board.spotOf.length; u += 1) {
      const before = board.points;
      const from = board.spotOf[u] === -1 ? -1 : board.take(u);
      const { spot, points } = bestSpot(board, u);
      const stays = from === -1 ? 0 : before - board.points;
      if (points > stays + EPSILON && points > EPSILON) {
        board.put(u, spot);
        moved = true;
      } else if (from !== -1) board.put(u, from);
    }
  }
}

function shuffled(units: readonly number[], next: (below: number) => number): readonly number[] {
  const order = [...units];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = next(last + 1);
    [order[last], order[other]] = [order[other] as number, order[last] as number];
  }
  return order;
}

type Kept = { readonly points: number; readonly spots: Int32Array };

const keep = (board: Board): Kept => ({ points: board.points, spots: board.spotOf.slice() });

/** Brings a kept plan back; only what differs moves. */
function restore(board: Board, { spots }: Kept): void {
  for (let u = 0; u < spots.length; u += 1) if (board.spotOf[u] !== -1 && board.spotOf[u] !== spots[u]) board.take(u);
  for (let u = 0; u < spots.length; u += 1)
    if (board.spotOf[u] === -1 && spots[u] !== -1) board.put(u, spots[u] as number);
}

/** Takes some units out that have to do with each other, and answers them with those that stand nowhere. */
function ruin(board: Board, next: (below: number) => number): readonly number[] {
  const placed: number[] = [];
  const waiting: number[] = [];
  for (let u = 0; u < board.spotOf.length; u += 1) (board.spotOf[u] === -1 ? waiting : placed).push(u);
  const wanted = Math.min(placed.length, LEAST_OUT + next(MOST_OUT - LEAST_OUT + 1));
  const seed = placed[next(placed.length)];
  const out = seed === undefined ? [] : relatives(board, placed, seed, wanted, next);
  for (const u of out) board.take(u);
  // Some of those that stand nowhere have their turn again; all of them every time would crowd out the others.
  const again = Math.min(waiting.length, MOST_OUT);
  const first = next(waiting.length);
  for (let index = 0; index < again; index += 1) out.push(waiting[(first + index) % waiting.length] as number);
  return out;
}

/** A unit and those nearest to it: in the same lane and week, on the same account, on near days, or any. */
function relatives(
  board: Board,
  placed: readonly number[],
  seed: number,
  wanted: number,
  next: (below: number) => number,
): number[] {
  const { spotAccount, spotDay, laneOf, weekOf, pieceOf, kindOf } = board.ground;
  const at = board.spotOf[seed] as number;
  const [account, day] = [spotAccount[at] as number, spotDay[at] as number];
  const way = next(4);
  const far = (u: number): number => {
    const s = board.spotOf[u] as number;
    const [a, d] = [spotAccount[s] as number, spotDay[s] as number];
    switch (way) {
      case 0:
        return (laneOf[a] === laneOf[account] ? 0 : 10) + Math.abs((weekOf[d] as number) - (weekOf[day] as number)) * 3;
      case 1:
        return (a === account ? 0 : 20) + Math.abs(d - day);
      case 2:
        return Math.abs(d - day) * 2 + (kindOf[pieceOf[u] as number] === kindOf[pieceOf[seed] as number] ? 0 : 1);
      default:
        return 0;
    }
  };
  return placed
    .filter((u) => u !== seed)
    .map((u) => ({ u, far: far(u) + next(1_000) / 250 }))
    .sort((a, b) => a.far - b.far || a.u - b.u)
    .slice(0, Math.max(0, wanted - 1))
    .map(({ u }) => u)
    .concat(seed);
}
