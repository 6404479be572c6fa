import { Board } from './board';
import { exactPlan } from './exact';
import { explainPlaced, explainUnplaced } from './explain';
import { formatOn, type Ground, groundOf } from './ground';
import { improve } from './improve';
import { objectiveOf } from './score';
import { EPSILON, insertByRegret, plainGreedy } from './search';
import type { Problem, Proposal, Proposed } from './types';

/** Spots looked at while improving: well under a second on a usual machine. Small plans need far fewer. */
const LOOKS = 14_000_000;
const LOOKS_PER_UNIT = 150_000;
/** Units up to which it is tried to look through every plan. */
const SMALL = 8;
/** A step of that search takes about as long as so many looks. */
const LOOKS_PER_STEP = 60;

/**
 * Proposes a plan: insertion by regret, improved by ruin and recreate, never worse than plain greedy, and proven the best where
 * the plan is small enough to look through. The same problem, in whatever order it is given, always has the same answer.
 * Yields the share of the work done, 0 to 1.
 */
export function* solve(problem: Problem, looks = LOOKS): Generator<number, Proposal> {
  const ground = groundOf(problem);
  yield 0;
  const greedy = new Board(ground);
  plainGreedy(greedy);
  const board = new Board(ground);
  insertByRegret(
    board,
    ground.units.map((_, u) => u),
  );
  if (greedy.points > board.points + EPSILON) become(board, greedy.spotOf);
  yield 0.1;
  for (const share of improve(board, Math.min(looks, LOOKS_PER_UNIT * ground.units.length))) yield 0.1 + 0.8 * share;
  const proven = proveOrImprove(board, Math.round(looks / LOOKS_PER_STEP));
  yield 0.9;
  const placed = proposedOf(board);
  return {
    placed: explainPlaced(board, placed),
    unplaced: explainUnplaced(board, placed),
    objective: objectiveOf(ground.problem, placed),
    greedy: greedy.points,
    proven,
  };
}

/** Solves in one go, for whoever has a thread to itself. */
export function solveNow(problem: Problem, looks?: number): Proposal {
  const steps = solve(problem, looks);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

function proveOrImprove(board: Board, steps: number): boolean {
  if (board.ground.units.length > SMALL) return false;
  const better = exactPlan(new Board(board.ground), board.points, steps);
  if (better === undefined) return false;
  if (better !== null) become(board, better);
  return true;
}

function become(board: Board, spots: Int32Array): void {
  board.spotOf.forEach((s, u) => {
    if (s !== -1) board.take(u);
  });
  spots.forEach((s, u) => {
    if (s !== -1) board.put(u, s);
  });
}

/** What stands on a board, in order of day, time and account. */
export function proposedOf({
  ground,
  spotOf,
}: {
  readonly ground: Ground;
  readonly spotOf: Int32Array;
}): readonly Proposed[] {
  const { units, pieces, pieceOf, accounts, days, spotAccount, spotDay, spotTime } = ground;
  return units
    .flatMap((unit, u): Proposed[] => {
      const s = spotOf[u] as number;
      if (s === -1) return [];
      const account = accounts[spotAccount[s] as number];
      const day = days[spotDay[s] as number];
      const time = account?.times[spotTime[s] as number]?.time;
      const piece = pieces[pieceOf[u] as number];
      const format = account === undefined || piece === undefined ? null : formatOn(unit, piece, account);
      if (account === undefined || day === undefined || time === undefined || format === null) return [];
      return [{ unit: unit.key, pieceId: unit.pieceId, accountId: account.id, format, day, time }];
    })
    .sort(
      (a, b) =>
        compare(a.day, b.day) ||
        compare(a.time, b.time) ||
        compare(a.accountId, b.accountId) ||
        compare(a.unit, b.unit),
    );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
