import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Board } from '../../../src/core/propose/board';
import { groundOf } from '../../../src/core/propose/ground';
import { objectiveOf } from '../../../src/core/propose/score';
import { insertByRegret, plainGreedy } from '../../../src/core/propose/search';
import { proposedOf, solveNow } from '../../../src/core/propose/solve';
import { unitsOf } from '../../../src/core/propose/units';
import { anyProblem } from './problems';

const usual = anyProblem({ pieces: 9, accounts: 5, days: 21, planned: 12, times: 3 });
const LOOKS = 12_000;

describe('a proposed plan', () => {
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
