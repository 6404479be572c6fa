import { type ResourceLimits, Worker } from 'node:worker_threads';
import type { FromReader, SpawnReader } from './protocol';

/** Memory of the reader's thread, in megabytes: files are bounded far below it, only a hostile one comes near. */
const usualLimits: ResourceLimits = { maxOldGenerationSizeMb: 768, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 };

/** Reads in a thread from the built file `reader.js`. */
export const spawnFrom =
  (file: string, resourceLimits = usualLimits): SpawnReader =>
  (task, hear, died) => {
    const thread = new Worker(file, { workerData: task, resourceLimits });
    let over = false;
    thread.on('message', (message: FromReader) => {
      if (over) return;
      if (message.kind === 'done' || message.kind === 'failed') over = true;
      hear(message);
    });
    // Out of memory arrives here too: the file becomes a refused row when the thread is gone.
    thread.on('error', (error) => console.error(error));
    thread.on('exit', () => {
      if (over) return;
      over = true;
      died();
    });
    return {
      stop: () => {
        over = true;
        void thread.terminate();
      },
    };
  };
