import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Images } from './images/client';
import type { AssetFolder, ServedFile } from './served';

/** Longest side of the two kinds of thumbnail, in pixels: a tile of the grid, and the inspector's preview. */
export const THUMBNAIL_EDGES = [320, 960] as const;
export type ThumbnailEdge = (typeof THUMBNAIL_EDGES)[number];

/** Files kept at most; the oldest go first and are made again when somebody looks. About 60 MB. */
const MOST = 4_000;

export type Thumbnails = {
  /** A small WebP of an asset of the open workspace; null when there is none or its picture cannot be read. */
  readonly find: (digest24: string, edge: ThumbnailEdge) => Promise<ServedFile | null>;
};

/** Thumbnails beside the assets, in a folder that may be thrown away at any time: what is missing is made again. */
export function createThumbnails(
  assets: AssetFolder,
  assetsPath: () => string | null,
  images: Images,
  most = MOST,
): Thumbnails {
  /** Asked for twice before it is there, made once. */
  const making = new Map<string, Promise<boolean>>();
  /** Pictures that could not be read are not tried again until the next start. */
  const broken = new Set<string>();
  const counts = new Map<string, number>();

  async function make(from: ServedFile, to: string, edge: number): Promise<boolean> {
    const folder = dirname(to);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const answer = await images.run({ kind: 'thumbnail', from: from.path, name: '', to, edge });
    if (!answer.ok) broken.add(to);
    else if (grown(folder) > most) counts.set(folder, dropOldest(folder, most));
    return answer.ok;
  }

  function grown(folder: string): number {
    const count = (counts.get(folder) ?? readdirSync(folder).length - 1) + 1;
    counts.set(folder, count);
    return count;
  }

  return {
    find: async (digest24, edge) => {
      const place = assetsPath();
      const from = assets.find(digest24);
      if (place === null || from === null) return null;
      const path = join(dirname(place), 'thumbs', `${digest24}-${edge}.webp`);
      const served = { path, type: 'image/webp' };
      if (existsSync(path)) return served;
      if (broken.has(path)) return null;
      const made = making.get(path) ?? make(from, path, edge).finally(() => making.delete(path));
      making.set(path, made);
      return (await made) ? served : null;
    },
  };
}

/** Drops a quarter, so that the next picture does not start over. Answers how many are left. */
function dropOldest(folder: string, most: number): number {
  const byAge = readdirSync(folder)
    .map((name) => ({ name, at: statSync(join(folder, name)).mtimeMs }))
    .sort((a, b) => b.at - a.at);
  const kept = Math.floor(most * 0.75);
  for (const { name } of byAge.slice(kept)) rmSync(join(folder, name), { force: true });
  return Math.min(byAge.length, kept);
}
