import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mapImages } from '../../../core/importing/draft';
import { assetIdOf } from '../../../core/media/assetId';
import { withoutPrivateParts } from '../../../core/media/privateParts/withoutPrivateParts';
import type { Asset } from '../../../core/model/records';
import { createOp, type Op } from '../../../core/plan/ops';
import { refuse } from '../../../core/result';
import { writeWhole } from '../../../disk/durable';
import { prepared, type WriteDb } from '../database';
import { makeChange } from '../history/changes';
import type { Clock, Made } from '../history/transaction';
import { readBody } from '../pieces/pieces';
import { listViews, readView } from '../rows';
import { assetFile, assetFolder } from './assets';
import { refreshUses } from './assetUses';

/**
 * Exchanges pictures that still tell about their maker (they came with a plan file, or before they were cleaned on
 * arrival) for clean ones, everywhere they are shown, as one labelled change: what leaves in a plan file is named by
 * its bytes, so cleaning makes it another asset. Refuses `image_private` for one that is shown in a text which cannot
 * be written now. Null when all are clean, which is nearly always.
 */
export function exchangePrivate(db: WriteDb, clock: Clock, folder: string): Made | null {
  const fresh = new Map<string, { readonly old: Asset; readonly id: string }>();
  const ops: Op[] = [];
  for (const old of listViews(db, 'asset')) {
    const clean = cleaned(folder, old);
    if (clean === null) continue;
    const hash = createHash('sha256').update(clean).digest('hex');
    const id = assetIdOf(hash);
    const target = join(assetFolder(folder), assetFile(hash, old.mime));
    if (!existsSync(target)) writeWhole(target, clean);
    const { id: _id, ...about } = old;
    if (readView(db, 'asset', id) === null && ![...fresh.values()].some((one) => one.id === id))
      ops.push(createOp('asset', id, { ...about, hash, bytes: clean.length }));
    ops.push({ kind: 'delete', type: 'asset', id: old.id });
    fresh.set(old.id, { old, id });
  }
  if (fresh.size === 0) return null;
  for (const owner of ownersOf(db, [...fresh.keys()])) ops.push(...ownerOps(db, owner, fresh));
  return makeChange(db, clock, { code: 'asset_clean', params: { count: fresh.size } }, ops);
}

/** The clean bytes of a picture that is not clean; null for one that is, and for what is no picture. */
function cleaned(folder: string, { hash, mime }: Asset): Uint8Array | null {
  const path = join(assetFolder(folder), assetFile(hash, mime));
  if (!mime.startsWith('image/') || !existsSync(path)) return null;
  const bytes = readFileSync(path);
  const clean = withoutPrivateParts(bytes);
  return clean === bytes ? null : clean;
}

type Owner = { readonly owner: string; readonly type: 'piece' | 'template' };

function ownersOf(db: WriteDb, assets: readonly string[]): readonly Owner[] {
  refreshUses(db);
  return prepared(
    db,
    `SELECT DISTINCT u.owner, CASE WHEN p.id IS NULL THEN 'template' ELSE 'piece' END AS type
       FROM asset_use u LEFT JOIN piece p ON p.id = u.owner LEFT JOIN template t ON t.id = u.owner
      WHERE u.asset IN (SELECT value FROM json_each(?)) AND (p.alive = 1 OR t.alive = 1) ORDER BY u.owner`,
  ).all(JSON.stringify(assets)) as Owner[];
}

function ownerOps(
  db: WriteDb,
  { owner, type }: Owner,
  fresh: ReadonlyMap<string, { readonly old: Asset; readonly id: string }>,
): readonly Op[] {
  const ops: Op[] = [];
  const cover = type === 'piece' ? (readView(db, 'piece', owner)?.coverId ?? null) : null;
  const newCover = cover === null ? undefined : fresh.get(cover);
  if (newCover !== undefined)
    ops.push({ kind: 'set', type: 'piece', id: owner, register: 'coverId', value: newCover.id });
  const { doc, heads } = readBody(db, owner, type);
  const names = [...fresh.values()].map(({ old }) => old.name);
  // Two texts written at once, or one of a newer studio: writing over them would lose words.
  if (doc === null || heads > 1) return refuse('image_private', { file: names[0] ?? '' });
  let shown = false;
  const exchanged = mapImages(doc, (image) => {
    const found = fresh.get(image.attrs.src);
    if (found === undefined) return image;
    shown = true;
    return { ...image, attrs: { ...image.attrs, src: found.id } };
  });
  if (shown) ops.push({ kind: 'write', type, id: owner, doc: exchanged });
  return ops;
}
