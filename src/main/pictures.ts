import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PICTURES, type PictureJob, type PrintJob } from '../contract';
import { Refusal, refuse } from '../core/result';
import type { Desktop } from './desktop';
import type { ImageLanes } from './images/lanes';

/** What an export needs made before it can be written. */
export type Making = { readonly pictures: readonly PictureJob[]; readonly prints?: readonly PrintJob[] | undefined };
type Makers = { readonly images: ImageLanes; readonly desktop: Pick<Desktop, 'print'> };

/**
 * Has the pictures and prints of an export made beside the assets and runs `write`. A picture made for the same work
 * before is used again, a page is always printed anew; afterwards only this export's stay. One that cannot be made
 * refuses the whole export, before a file of it is written.
 */
export async function withPicturesMade<T>(
  { images, desktop }: Makers,
  folder: string,
  { pictures, prints = [] }: Making,
  write: () => Promise<T>,
  /** Called before each with how many are made; refuses to stop. */
  watch: (done: number) => void = () => undefined,
): Promise<T> {
  const place = join(folder, PICTURES);
  mkdirSync(place, { recursive: true, mode: 0o700 });
  const wanted = new Set([...pictures, ...prints].map(({ key }) => key));
  try {
    const left = each(pictures);
    let made = 0;
    /** Takes one after the other until none is left, or one of any lane was refused: then the others end too. */
    const lane = async (): Promise<void> => {
      for (const { key, file, name, place: format, work } of left) {
        watch(made);
        if (!existsSync(join(place, key))) {
          const from = join(folder, 'assets', file);
          const answer = await images.run({ kind: 'picture', from, name, format, to: join(place, key), work });
          if (!answer.ok) throw new Refusal(answer.failure);
        }
        made += 1;
      }
    };
    await allEnded(Array.from({ length: images.lanes ?? 1 }, lane));
    for (const [done, { key, file, html }] of prints.entries()) {
      watch(pictures.length + done);
      const print = await desktop
        .print(html)
        .catch((error) => refuse('print_stopped', { file, reason: String(error) }));
      writeFileSync(join(place, key), print, { mode: 0o600 });
    }
    return await write();
  } finally {
    for (const name of readdirSync(place)) if (!wanted.has(name)) rmSync(join(place, name), { force: true });
  }
}

/** One walk that several take together: who leaves it early ends it for all. */
function* each<T>(list: readonly T[]): Generator<T> {
  yield* list;
}

/** Waits for all, then throws what the first of them threw: nobody writes any more when the folder is tidied. */
async function allEnded(lanes: readonly Promise<void>[]): Promise<void> {
  for (const ended of await Promise.allSettled(lanes)) if (ended.status === 'rejected') throw ended.reason;
}
