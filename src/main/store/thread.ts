import { type ResourceLimits, Worker } from 'node:worker_threads';

/** `stop` is done when the thread has ended. */
export type Thread = { readonly stop: () => Promise<void> };

/**
 * A thread of its own for one task, from a built file. It is over at its last message; one that ends before, out of
 * memory for example, has `died`. What `stop` ends is not heard of again.
 */
export function inThread<Message>(
  file: string,
  { workerData, resourceLimits }: { readonly workerData: unknown; readonly resourceLimits?: ResourceLimits },
  isLast: (message: Message) => boolean,
  hear: (message: Message) => void,
  died: () => void,
): Thread {
  const thread = new Worker(file, { workerData, ...(resourceLimits === undefined ? {} : { resourceLimits }) });
  let over = false;
  thread.on('message', (message: Message) => {
    if (over) return;
    if (isLast(message)) over = true;
    hear(message);
  });
  thread.on('error', (error) => console.error(error));
  thread.on('exit', () => {
    if (over) return;
    over = true;
    died();
  });
  return {
    stop: async () => {
      over = true;
      await thread.terminate();
    },
  };
}
