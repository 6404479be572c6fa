import { parentPort, workerData } from 'node:worker_threads';
import { solve } from '../../core/propose/solve';
import type { Problem } from '../../core/propose/types';
import type { FromProposer } from '../store/propose/protocol';

/** The thread in which a plan is worked out. It holds no database; the store ends it when nobody wants the answer any more. */
const port = parentPort;
if (port === null) throw new Error('The proposer runs as a worker thread.');
const tell = (message: FromProposer): void => port.postMessage(message);

/** Progress is told in steps of so much, so that telling costs nothing. */
const STEP = 0.04;

const steps = solve(workerData as Problem);
let told = 0;
for (;;) {
  const step = steps.next();
  if (step.done === true) {
    tell({ kind: 'done', proposal: step.value });
    break;
  }
  if (step.value >= told + STEP) {
    told = step.value;
    tell({ kind: 'share', share: step.value });
  }
}
