import { parentPort, workerData } from 'node:worker_threads';
import type { FromReader, ReadTask } from '../store/importing/protocol';
import { readAll } from './read';

/** The thread in which files of strangers are opened. It holds no database and may die; the store goes on without it. */
const port = parentPort;
if (port === null) throw new Error('The reader runs as a worker thread.');
const tell = (message: FromReader): void => port.postMessage(message);

await readAll(workerData as ReadTask, tell);
