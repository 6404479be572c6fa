import { z } from 'zod';
import { idSchema } from '../../core/model/ids';
import { text } from '../../core/model/json';
import { type AssetCard, type AssetUse, assetFilter, type KeptFile, keptFile } from '../assets';
import { ids, store, token } from './spec';

/** Pictures, films and sounds. */
export const assetCalls = {
  /** Puts a chosen file beside the database, checked but without a record yet: `asset.take` makes those, all at once. */
  'asset.keep': store(z.object({ token }).strict()).returns<KeptFile>(),
  /** The same for bytes that lie in no file: a picture of the clipboard, or inside pasted markup. */
  'asset.keep_bytes': store(
    z.object({ name: text(300), bytes: z.instanceof(Uint8Array) }).strict(),
  ).returns<KeptFile>(),
  /** Records for kept files, one step of undo. `known` were there before, by the same bytes. */
  'asset.take': store(z.object({ files: z.array(keptFile).min(1).max(500) }).strict()).returns<{
    readonly ids: readonly string[];
    readonly known: readonly string[];
  }>(),
  /** Newest first. */
  'asset.list': store(
    z
      .object({ filter: assetFilter, limit: z.number().int().min(1).max(500), offset: z.number().int().min(0) })
      .strict(),
  ).returns<{ readonly items: readonly AssetCard[]; readonly total: number; readonly all: number }>(),
  'asset.uses': store(z.object({ id: idSchema }).strict()).returns<readonly AssetUse[]>(),
  /** Deletes; refuses `asset_used` for one that is shown somewhere unless `anyway`. The file stays for 30 days. */
  'asset.remove': store(z.object({ ids: ids.min(1), anyway: z.boolean().default(false) }).strict()).returns<{
    readonly removed: number;
  }>(),
  'asset.restore': store(z.object({ ids: ids.min(1) }).strict()).returns<{ readonly restored: number }>(),
} as const;
