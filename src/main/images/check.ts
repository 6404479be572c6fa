import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal, refuse } from '../../core/result';
import type { Images } from './client';
import { MAX_FILE } from './task';

/**
 * Reads a picture through in the image thread; refuses one that cannot be used, by its name and its reason. The thread
 * works from files, so bytes lie beside the assets for that moment; what is no picture is left to the store.
 */
export async function checkPicture(
  images: Pick<Images, 'run'>,
  picture: string | Uint8Array,
  name: string,
  assets: () => string | null,
): Promise<void> {
  if (typeof picture === 'string') return checkFile(images, picture, name);
  // The store has the lower limit and the sentence for it.
  if (picture.length > MAX_FILE) return;
  const folder = assets() ?? refuse('no_workspace');
  const path = join(folder, `incoming.${randomBytes(6).toString('hex')}.part`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    writeFileSync(path, picture, { mode: 0o600 });
    await checkFile(images, path, name);
  } finally {
    rmSync(path, { force: true });
  }
}

async function checkFile(images: Pick<Images, 'run'>, from: string, name: string): Promise<void> {
  const answer = await images.run({ kind: 'check', from, name });
  if (!answer.ok) throw new Refusal(answer.failure);
}
