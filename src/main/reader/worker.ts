import { parentPort, workerData } from 'node:worker_threads';
import type { FromReader, ReadTask } from '../store/importing/protocol';
import type { FromPlanReader } from '../store/merging/reading';
import type { PlanTask } from '../store/merging/received';

/** The thread in which files of strangers are opened. It holds no database and may die; the store goes on without it. */
const port = parentPort;
if (port === null) throw new Error('The reader runs as a worker thread.');
const tell = (message: FromReader | FromPlanReader): void => port.postMessage(message);

const task = workerData as ReadTask | { readonly plan: PlanTask };
// Each with its own code: reading a plan needs none of what reads documents.
if ('plan' in task) (await import('./received')).tellReceived(task.plan, tell);
else await (await import('./read')).readAll(task, tell);
