import { Worker } from 'node:worker_threads';
import { failure } from '../../core/result';
import type { FromImages, ImageAnswer, ImageTask, ToImages } from './task';

/** Image work as the rest of the studio sees it: asked for, and answered whatever becomes of the thread. */
export type Images = {
  readonly run: (task: ImageTask) => Promise<ImageAnswer>;
  /** Ends the thread; work still waiting is answered with `image_stopped`. */
  readonly close: () => Promise<void>;
};

type Limits = {
  /** Longest one task may take, in milliseconds; then the thread is ended and the task refused. */
  readonly task: number;
  /** The thread and its memory go after this long without work, in milliseconds. */
  readonly rest: number;
};
const usual: Limits = { task: 60_000, rest: 20_000 };

type Job = { readonly task: ImageTask; readonly answer: (answer: ImageAnswer) => void };

/**
 * One thread, started by the first task, one task at a time. A task that takes too long or ends the thread is refused
 * by name; the next one gets a fresh thread.
 */
export function createImages(worker: string | URL, limits: Limits = usual): Images {
  const waiting: Job[] = [];
  let thread: Worker | null = null;
  let current: { readonly id: number; readonly job: Job; readonly watch: NodeJS.Timeout } | null = null;
  let rest: NodeJS.Timeout | undefined;
  let nextId = 1;

  const stopped = ({ task }: Job): ImageAnswer => ({
    ok: false,
    failure: failure('image_stopped', { file: task.name }),
  });

  function start(): Worker {
    const started = new Worker(worker);
    started.unref();
    started.on('message', ({ id, answer }: FromImages) => {
      if (current?.id === id) finish(answer);
    });
    // The exit that follows answers whoever waits.
    started.on('error', () => undefined);
    started.on('exit', () => {
      if (thread !== started) return;
      thread = null;
      if (current !== null) finish(stopped(current.job));
    });
    return started;
  }

  function finish(answer: ImageAnswer): void {
    if (current === null) return;
    clearTimeout(current.watch);
    const { job } = current;
    current = null;
    job.answer(answer);
    next();
  }

  function next(): void {
    clearTimeout(rest);
    if (current !== null) return;
    const job = waiting.shift();
    if (job === undefined) {
      rest = setTimeout(() => void end(), limits.rest);
      rest.unref();
      return;
    }
    thread ??= start();
    const id = nextId++;
    const watch = setTimeout(() => {
      const answer = { ok: false, failure: failure('image_slow', { file: job.task.name }) } as const;
      void end();
      finish(answer);
    }, limits.task);
    current = { id, job, watch };
    thread.postMessage({ id, task: job.task } satisfies ToImages);
  }

  async function end(): Promise<void> {
    const ending = thread;
    thread = null;
    await ending?.terminate();
  }

  return {
    run: (task) =>
      new Promise((answer) => {
        waiting.push({ task, answer });
        next();
      }),
    close: async () => {
      clearTimeout(rest);
      const left = [...(current === null ? [] : [current.job]), ...waiting.splice(0)];
      if (current !== null) clearTimeout(current.watch);
      current = null;
      await end();
      for (const job of left) job.answer(stopped(job));
    },
  };
}
