import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Board } from '../../../src/core/propose/board';
import { exactPlan } from '../../../src/core/propose/exact';
import { groundOf } from '../../../src/core/propose/ground';
import { objectiveOf } from '../../../src/core/propose/score';
import { insertByRegret, plainGreedy } from '../../../src/core/propose/search';
import { proposedOf, solveNow } from '../../../src/core/propose/solve';
import type { Problem } from '../../../src/core/propose/types';
import { unitsOf } from '../../../src/core/propose/units';
import { faultsOf } from './faults';
import { anyProblem, clock, day } from './problems';

const usual = anyProblem({ pieces: 9, accounts: 5, days: 21, planned: 12, times: 3 });
const small = anyProblem({ pieces: 4, accounts: 3, days: 4, planned: 5, times: 1 });
/** Small ones on which most pieces find a place, so that there is something to choose. */
const eased = small.map(
  (problem): Problem => ({
    ...problem,
    accounts: problem.accounts.map((one) => ({
      ...one,
      closed: false,
      lang: 'zh',
      formats: ['weibo/post', ...one.formats.filter((format) => format !== 'weibo/post')],
    })),
    pieces: problem.pieces.map((one, index) => ({
      ...one,
      langs: ['zh'],
      formats: index === 0 ? one.formats : [],
      on: [],
      campaignId: index === 1 ? one.campaignId : null,
      lastDay: index === 2 ? one.lastDay : null,
    })),
    rules: { ...problem.rules, now: { day: day(-1), time: clock(9) }, silentPersonas: [], freeDays: [] },
  }),
);
const LOOKS = 12_000;

/** Every plan there is, without leaving out a branch. Undefined where there are too many. */
function bestOf(problem: Problem): number | undefined {
  const board = new Board(groundOf(problem));
  const { units, spotAccount } = board.ground;
  let left = 60_000;
  let most = 0;
  const descend = (u: number): void => {
    left -= 1;
    if (left < 0) return;
    if (u === units.length) {
      most = Math.max(most, board.points);
      return;
    }
    descend(u + 1);
    for (let s = 0; s < spotAccount.length; s += 1) {
      if (board.gain(u, s) === Number.NEGATIVE_INFINITY) continue;
      board.put(u, s);
      descend(u + 1);
      board.take(u);
    }
  };
  descend(0);
  return left < 0 ? undefined : most;
}

describe('a proposed plan', () => {
  it('never breaks a hard rule, and says something true of each post it could not place', () => {
    fc.assert(
      fc.property(usual, (problem) => {
        expect(faultsOf(problem, solveNow(problem, LOOKS))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('counts the same points piece by piece as from nothing', () => {
    fc.assert(
      fc.property(usual, (problem) => {
        const board = new Board(groundOf(problem));
        insertByRegret(
          board,
          board.ground.units.map((_, u) => u),
        );
        expect(board.points).toBeCloseTo(objectiveOf(board.ground.problem, proposedOf(board)), 6);
        for (let u = 0; u < board.spotOf.length; u += 2) if (board.spotOf[u] !== -1) board.take(u);
        expect(board.points).toBeCloseTo(objectiveOf(board.ground.problem, proposedOf(board)), 6);
      }),
      { numRuns: 200 },
    );
  });

  it('explains each post by points that together are what it adds', () => {
    fc.assert(
      fc.property(usual, (problem) => {
        const { placed } = solveNow(problem, LOOKS);
        const whole = objectiveOf(problem, placed);
        for (const one of placed) {
          const without = objectiveOf(
            problem,
            placed.filter(({ unit }) => unit !== one.unit),
          );
          expect(one.points.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(whole - without, 6);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('is the same whatever order pieces, accounts and plan are given in', () => {
    fc.assert(
      fc.property(usual, (problem) => {
        const turned: Problem = {
          ...problem,
          pieces: [...problem.pieces].reverse(),
          accounts: [...problem.accounts].reverse(),
          planned: [...problem.planned].reverse(),
        };
        expect(solveNow(turned, LOOKS)).toEqual(solveNow(problem, LOOKS));
      }),
      { numRuns: 40 },
    );
  });

  it('is never worse than plain greedy', () => {
    fc.assert(
      fc.property(usual, (problem) => {
        const greedy = new Board(groundOf(problem));
        plainGreedy(greedy);
        const { objective } = solveNow(problem, LOOKS);
        expect(objective).toBeGreaterThanOrEqual(greedy.points - 1e-6);
      }),
      { numRuns: 80 },
    );
  });

  it('comes within 5 % of the best plan there is on small problems, before they are searched through', async () => {
    const { improve } = await import('../../../src/core/propose/improve');
    let compared = 0;
    fc.assert(
      fc.property(eased, (problem) => {
        const best = bestOf(problem);
        if (best === undefined || best === 0) return;
        const board = new Board(groundOf(problem));
        insertByRegret(
          board,
          board.ground.units.map((_, u) => u),
        );
        for (const _ of improve(board, LOOKS));
        compared += 1;
        expect(board.points).toBeGreaterThanOrEqual(0.95 * best - 1e-6);
        expect(board.points).toBeLessThanOrEqual(best + 1e-6);
      }),
      { numRuns: 300 },
    );
    expect(compared).toBeGreaterThan(100);
  });

  it('finds the very best small plan by searching through all but hopeless branches', () => {
    fc.assert(
      fc.property(fc.oneof(small, eased), (problem) => {
        const best = bestOf(problem);
        if (best === undefined) return;
        const board = new Board(groundOf(problem));
        const spots = exactPlan(board, 0, 400_000);
        expect(board.points).toBeCloseTo(0, 9);
        if (spots === null || spots === undefined) {
          expect(best).toBeCloseTo(0, 6);
          return;
        }
        spots.forEach((s, u) => {
          if (s !== -1) board.put(u, s);
        });
        expect(board.points).toBeCloseTo(best, 6);
      }),
      { numRuns: 200 },
    );
  });

  it('asks for one post per chosen format that has no place yet, or for as many accounts as the rules say', () => {
    fc.assert(
      fc.property(usual, (problem) => {
        for (const { id, formats, on } of problem.pieces) {
          const wanted =
            formats.length > 0
              ? formats.filter((format) => !on.some((one) => one.format === format)).length
              : Math.max(0, problem.rules.accountsPerPiece - on.length);
          expect(unitsOf(problem).filter(({ pieceId }) => pieceId === id)).toHaveLength(wanted);
        }
      }),
    );
  });
});
