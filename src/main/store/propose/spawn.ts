import { Worker } from 'node:worker_threads';
import type { FromProposer, SpawnProposer } from './protocol';

/** Works proposals out in a thread from the built file `proposer.js`, so that the store answers meanwhile. */
export const proposeFrom =
  (file: string): SpawnProposer =>
  (problem, hear, died) => {
    const thread = new Worker(file, { workerData: problem });
    let over = false;
    thread.on('message', (message: FromProposer) => {
      if (over) return;
      if (message.kind === 'done') over = true;
      hear(message);
    });
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
