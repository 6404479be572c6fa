import type { AssetUse } from '../../../contract';
import type { WallDate } from '../../../core/time/wall';
import { prepared, type ReadDb, type WriteDb } from '../database';
import { latestCard, settleCards } from '../library/cards';
import { dropMeta, readMeta, writeMeta } from '../migrations';

/** Stamp of the newest record there was when everything had been looked through. */
const LOOKED = 'asset_looked';

type Stale = { readonly id: string; readonly touched: string; readonly heads: string; readonly cover: string | null };

/** Deletions are not looked for: whether an owner lives is asked when uses are read. */
const staleSql = {
  piece: `SELECT o.id, o.touched, o.heads, json_extract(o.registers, '$.coverId') AS cover
    FROM piece o LEFT JOIN asset_look l ON l.owner = o.id WHERE l.touched IS NOT o.touched LIMIT ?`,
  template: `SELECT o.id, o.touched, o.heads, NULL AS cover
    FROM template o LEFT JOIN asset_look l ON l.owner = o.id WHERE l.touched IS NOT o.touched LIMIT ?`,
} as const;

/**
 * Looks through what was edited since the last time, at most so many records of each type. Called when the store is
 * idle, and before a question about uses, which therefore never misses one. Answers whether there may be more.
 */
export function refreshUses(db: WriteDb, most = Number.MAX_SAFE_INTEGER): boolean {
  const newest = newestEdit(db);
  if (readMeta(db, LOOKED) === newest) return false;
  const stale = [
    ...(prepared(db, staleSql.piece).all(most) as Stale[]),
    ...(prepared(db, staleSql.template).all(most) as Stale[]),
  ];
  db.transaction(() => {
    for (const row of stale) look(db, row);
    if (stale.length < most) writeMeta(db, LOOKED, newest);
  })();
  return stale.length >= most;
}

/** A merge can bring another text without a newer edit: these are looked through again. */
export function forgetUses(db: WriteDb, owners: readonly string[]): void {
  prepared(db, 'DELETE FROM asset_look WHERE owner IN (SELECT value FROM json_each(?))').run(JSON.stringify(owners));
  dropMeta(db, LOOKED);
}

function newestEdit(db: WriteDb): string {
  settleCards(db);
  const template = prepared(db, "SELECT COALESCE(max(touched), '') FROM template").pluck().get() as string;
  const piece = latestCard(db) ?? '';
  return piece > template ? piece : template;
}

/** Pictures of every head: of two texts written at once, both may still be chosen. */
function look(db: WriteDb, { id, touched, heads, cover }: Stale): void {
  prepared(db, 'DELETE FROM asset_use WHERE owner = ?').run(id);
  const add = prepared(
    db,
    'INSERT INTO asset_use (asset, owner, cover) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET cover = max(cover, excluded.cover)',
  );
  const bodies = prepared(
    db,
    'SELECT doc FROM body_version WHERE owner = ? AND id IN (SELECT value FROM json_each(?))',
  ).all(id, heads) as { doc: string }[];
  for (const { doc } of bodies)
    for (const [, asset] of doc.matchAll(/"src":"(a_[0-9a-z_]{1,64})"/g)) add.run(asset, id, 0);
  if (cover !== null) add.run(cover, id, 1);
  prepared(
    db,
    'INSERT INTO asset_look (owner, touched) VALUES (?, ?) ON CONFLICT DO UPDATE SET touched = excluded.touched',
  ).run(id, touched);
}

const livingOwners = `SELECT u.asset, u.owner, u.cover FROM asset_use u
  WHERE EXISTS (SELECT 1 FROM piece p WHERE p.id = u.owner AND p.alive = 1)
     OR EXISTS (SELECT 1 FROM template t WHERE t.id = u.owner AND t.alive = 1)`;

/** How many records show each asset; an asset that nobody shows is not in it. */
export function countsOfUse(db: WriteDb): ReadonlyMap<string, number> {
  refreshUses(db);
  const rows = prepared(db, `SELECT asset, count(*) AS n FROM (${livingOwners}) GROUP BY asset`).all() as {
    asset: string;
    n: number;
  }[];
  return new Map(rows.map(({ asset, n }) => [asset, n]));
}

type Owner = Pick<AssetUse, 'type' | 'id' | 'title'> & { cover: number; trashed: number; formats: string };

/** Every place one asset is shown: pieces by title, then templates. Those in the trash count: they may come back. */
export function usesOf(db: WriteDb, asset: string): readonly AssetUse[] {
  refreshUses(db);
  const owners = prepared(
    db,
    `SELECT 'piece' AS type, p.id, p.title, u.cover, p.trashed,
            COALESCE((SELECT json_group_array(DISTINCT json_extract(v.registers, '$.format')) FROM variant v
              WHERE v.piece_id = p.id AND v.alive = 1), '[]') AS formats
       FROM asset_use u JOIN piece p ON p.id = u.owner AND p.alive = 1 WHERE u.asset = @asset
     UNION ALL
     SELECT 'template', t.id, json_extract(t.registers, '$.name'), u.cover, 0, '[]'
       FROM asset_use u JOIN template t ON t.id = u.owner AND t.alive = 1 WHERE u.asset = @asset
     ORDER BY 1, 3, 2`,
  ).all({ asset }) as Owner[];
  return owners.map(({ cover, trashed, formats, ...owner }) => ({
    ...owner,
    title: owner.title ?? '',
    cover: cover === 1,
    trashed: trashed === 1,
    formats: JSON.parse(formats) as string[],
    placements: placementsOf(db, owner.id),
  }));
}

const placementsOf = (db: ReadDb, piece: string): AssetUse['placements'] =>
  (
    prepared(
      db,
      `SELECT id, day, json_extract(registers, '$.accountId') AS account, json_extract(registers, '$.format') AS format
         FROM placement WHERE piece_id = ? AND alive = 1 ORDER BY day IS NULL, day, id`,
    ).all(piece) as { id: string; day: string | null; account: string | null; format: string | null }[]
  ).map(({ id, day, account, format }) => ({ id, day: day as WallDate | null, accountId: account, format }));
