/** What the bench of proposals measures: the solver as it ships, and plain greedy on the same board. */
export { Board } from '../../src/core/propose/board';
export { groundOf } from '../../src/core/propose/ground';
export { objectiveOf, scoreOf } from '../../src/core/propose/score';
export { plainGreedy } from '../../src/core/propose/search';
export { proposedOf, solve, solveNow } from '../../src/core/propose/solve';
