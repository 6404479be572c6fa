import { solve } from '../../../core/propose/solve';
import type { SpawnProposer } from './protocol';

/** Works proposals out where it is, in turns, where there is no built file: `looks` as in `solve`, fewer for tests. */
export const proposeHere =
  (looks?: number): SpawnProposer =>
  (problem, hear, died) => {
    let stopped = false;
    const steps = solve(problem, looks);
    const turn = (): void => {
      if (stopped) return;
      try {
        const step = steps.next();
        if (step.done === true) {
          hear({ kind: 'done', proposal: step.value });
          return;
        }
        hear({ kind: 'share', share: step.value });
        setImmediate(turn);
      } catch (error) {
        console.error(error);
        died();
      }
    };
    setImmediate(turn);
    return {
      stop: () => {
        stopped = true;
      },
    };
  };
