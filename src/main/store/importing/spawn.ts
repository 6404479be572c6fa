import type { ResourceLimits } from 'node:worker_threads';
import { inThread } from '../thread';
import type { FromReader, SpawnReader } from './protocol';

/** Memory of the reader's thread, in megabytes: files are bounded far below it, only a hostile one comes near. */
const usualLimits: ResourceLimits = { maxOldGenerationSizeMb: 768, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 };

/** Reads in a thread from the built file `reader.js`. A file that is too much for it becomes a refused row. */
export const spawnFrom =
  (file: string, resourceLimits = usualLimits): SpawnReader =>
  (task, hear, died) =>
    inThread<FromReader>(
      file,
      { workerData: task, resourceLimits },
      ({ kind }) => kind === 'done' || kind === 'failed',
      hear,
      died,
    );
