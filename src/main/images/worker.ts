import { parentPort } from 'node:worker_threads';
import { startEngine } from './engine';
import type { FromImages, ToImages } from './task';

/** The image thread: one task after the other. What it cannot survive ends it, and the client says so. */
const port = parentPort;
if (port === null) throw new Error('Images are worked on in a worker thread.');
const engine = startEngine();

port.on('message', async ({ id, task }: ToImages) => {
  const { run } = await engine;
  port.postMessage({ id, answer: run(task) } satisfies FromImages);
});
