import type { ExportProgress } from '../../../contract';
import { refuse } from '../../../core/result';
import type { StoreContext } from '../context';

/** Longest stretch of work before others get their turn, and least time between two words about it, in milliseconds. */
const STRETCH = 12;
const BETWEEN_WORDS = 80;

/** Work in stretches: between two of them calls are answered, progress is told, and somebody may stop it. */
export type Pace = {
  /** To be awaited often. Refuses `cancelled` when the job was stopped. */
  readonly step: (stage: ExportProgress['stage'], done: number, total: number | null) => Promise<void>;
};

/** @param job null for work nobody watches: it gives way, and says nothing. */
export function createPace(store: StoreContext, job: string | null): Pace {
  let since = performance.now();
  let told = 0;
  return {
    step: async (stage, done, total) => {
      const now = performance.now();
      if (now - since < STRETCH) return;
      if (job !== null && now - told >= BETWEEN_WORDS) {
        told = now;
        store.exporting({ progress: { job, stage, done, total } });
      }
      await new Promise((next) => setImmediate(next));
      if (job !== null && store.stoppedExports.has(job)) refuse('cancelled');
      since = performance.now();
    },
  };
}
