import { createImages, type Images } from './client';

/** Image work to ask for; `lanes` tells how many tasks at once are worth it, one where it is absent. */
export type ImageLanes = Pick<Images, 'run'> & { readonly lanes?: number };

/** One core stays for the screen; each thread holds the whole library in its own memory, so there are three at most. */
export const lanesFor = (cores: number): number => Math.min(3, Math.max(1, cores - 1));

/** Gives each task to the thread that has the fewest, the first of them where they are even: single tasks start one thread. */
export function createLanes(worker: string | URL, lanes: number, create = createImages): ImageLanes & Images {
  const threads = Array.from({ length: lanes }, () => ({ images: create(worker), tasks: 0 }));
  return {
    lanes,
    run: async (task) => {
      const idlest = threads.reduce((best, one) => (one.tasks < best.tasks ? one : best));
      idlest.tasks += 1;
      try {
        return await idlest.images.run(task);
      } finally {
        idlest.tasks -= 1;
      }
    },
    close: async () => {
      await Promise.all(threads.map(({ images }) => images.close()));
    },
  };
}
