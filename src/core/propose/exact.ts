import type { Board } from './board';
import { EPSILON } from './search';

/**
 * Looks through every plan there is, leaving out branches that cannot beat the best one known: what is placed, plus all that
 * the rest could bring at most, plus all that could still be mended. Answers the spots of a better plan than `least` points,
 * null when there is none, or undefined when it would take more than `steps`.
 */
export function exactPlan(board: Board, least: number, steps: number): Int32Array | null | undefined {
  const { units, pieceOf, accounts, spotDay, spotScore, spotAccount, accountScore, dayScore, days } = board.ground;
  const alone = units.map((_, u) => {
    const p = pieceOf[u] as number;
    return Array.from(spotScore, (score, s) => ({
      s,
      points:
        score +
        (accountScore[u * accounts.length + (spotAccount[s] as number)] as number) +
        (dayScore[p * days.length + (spotDay[s] as number)] as number),
    }))
      .filter(({ points }) => points > Number.NEGATIVE_INFINITY)
      .sort((a, b) => b.points - a.points || a.s - b.s);
  });
  // Who has few ways first: the tree stays narrow at the top.
  const order = units.map((_, u) => u).sort((a, b) => (alone[a]?.length ?? 0) - (alone[b]?.length ?? 0) || a - b);
  const rest = new Float64Array(order.length + 1);
  for (let index = order.length - 1; index >= 0; index -= 1)
    rest[index] = (rest[index + 1] as number) + Math.max(0, alone[order[index] as number]?.[0]?.points ?? 0);

  let best: Int32Array | null = null;
  let most = least;
  let left = steps;
  const descend = (index: number): void => {
    left -= 1;
    if (left < 0) return;
    const u = order[index];
    if (u === undefined) {
      if (board.points > most + EPSILON) {
        most = board.points;
        best = board.spotOf.slice();
      }
      return;
    }
    if (board.points + (rest[index] as number) + board.mendable() <= most + EPSILON) return;
    for (const { s } of alone[u] ?? []) {
      if (board.gain(u, s) === Number.NEGATIVE_INFINITY) continue;
      board.put(u, s);
      descend(index + 1);
      board.take(u);
      if (left < 0) return;
    }
    descend(index + 1);
  };
  descend(0);
  return left < 0 ? undefined : best;
}
