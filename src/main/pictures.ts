import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PICTURES, type PictureJob } from '../contract';
import { Refusal } from '../core/result';
import type { Images } from './images/client';

/**
 * Has the pictures of an export made beside the assets and runs `write`. What was made for the same work before is used
 * again; afterwards only this export's pictures stay. One picture that cannot be made refuses the whole export, before
 * a file of it is written.
 */
export async function withPicturesMade<T>(
  images: Pick<Images, 'run'>,
  folder: string,
  jobs: readonly PictureJob[],
  write: () => Promise<T>,
  /** Called before each with how many are made; refuses to stop. */
  watch: (done: number) => void = () => undefined,
): Promise<T> {
  const place = join(folder, PICTURES);
  mkdirSync(place, { recursive: true, mode: 0o700 });
  const wanted = new Set(jobs.map(({ key }) => key));
  try {
    for (const [done, { key, file, name, place: format, work }] of jobs.entries()) {
      watch(done);
      if (existsSync(join(place, key))) continue;
      const from = join(folder, 'assets', file);
      const answer = await images.run({ kind: 'picture', from, name, format, to: join(place, key), work });
      if (!answer.ok) throw new Refusal(answer.failure);
    }
    return await write();
  } finally {
    for (const name of readdirSync(place)) if (!wanted.has(name)) rmSync(join(place, name), { force: true });
  }
}
