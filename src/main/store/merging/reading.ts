import type { ResourceLimits } from 'node:worker_threads';
import type { Failure } from '../../../core/result';
import { inThread, type Thread } from '../thread';
import type { Incoming } from './incoming';
import type { PlanTask, ReceivedPlan } from './received';

/** What the thread that reads a received plan says: its records as text, some at a time, and then all else. */
export type FromPlanReader =
  | { readonly kind: 'records'; readonly text: string; readonly count: number }
  | { readonly kind: 'read'; readonly plan: Omit<ReceivedPlan, 'lawful'> }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** Starts a reader; `died` is told when it ended without a last word. `stop` ends it, unheard, and is done when it has ended. */
export type SpawnPlanReader = (task: PlanTask, hear: (message: FromPlanReader) => void, died: () => void) => Thread;

/** Memory of the thread, in megabytes: several times what the largest plan takes that may be read. */
const MOST_MEMORY: ResourceLimits = { maxOldGenerationSizeMb: 3072, maxYoungGenerationSizeMb: 128, stackSizeMb: 4 };

/** Reads in a thread from the built file `reader.js`. */
export const planReaderFrom =
  (file: string, resourceLimits: ResourceLimits = MOST_MEMORY): SpawnPlanReader =>
  (task, hear, died) =>
    inThread<FromPlanReader>(
      file,
      { workerData: { plan: task }, resourceLimits },
      ({ kind }) => kind !== 'records',
      hear,
      died,
    );

/** A plan that is being read elsewhere. `plan` is null when it could not be: out of memory, for example. */
export type Reading = { readonly ended: Promise<Incoming | Failure | null>; readonly stop: () => Promise<void> };

export function readElsewhere(spawn: SpawnPlanReader, task: PlanTask): Reading {
  const parts: string[] = [];
  let total = 0;
  let stop = async (): Promise<void> => undefined;
  const ended = new Promise<Incoming | Failure | null>((end) => {
    const thread = spawn(
      task,
      (message) => {
        if (message.kind === 'failed') end(message.failure);
        else if (message.kind === 'read') end({ ...message.plan, staging: task.staging, total, parts });
        else {
          // Not parsed here: that is done when they are compared, between calls.
          parts.push(message.text);
          total += message.count;
        }
      },
      () => end(null),
    );
    stop = async () => {
      await thread.stop();
      end(null);
    };
  });
  return { ended, stop };
}
