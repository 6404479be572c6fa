import type { AssetCard, AssetFilter } from '../../../contract';
import { readStamp, type Stamp } from '../../../core/model/stamp';
import type { Op } from '../../../core/plan/ops';
import { dueBefore } from '../../../core/plan/trash';
import { refuse } from '../../../core/result';
import { prepared, type ReadDb, type WriteDb } from '../database';
import { readViews, rowToView, type ViewRow } from '../rows';
import { countsOfUse } from './assetUses';

/** Assets that meet a filter, the last added first; `all` counts them without it. */
export function listAssets(
  db: WriteDb,
  now: number,
  filter: AssetFilter,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): { readonly items: readonly AssetCard[]; readonly total: number; readonly all: number } {
  const uses = countsOfUse(db);
  const rows = prepared(db, 'SELECT id, registers, sets, deleted FROM asset WHERE alive = ? ORDER BY rowid DESC').all(
    filter.trashed ? 0 : 1,
  ) as (ViewRow & { readonly deleted: string | null })[];
  const cards = rows
    .map((row): AssetCard => ({ ...rowToView('asset', row), uses: uses.get(row.id) ?? 0, deletedAt: deletedAt(row) }))
    .filter(({ deletedAt: at }) => at === null || at >= dueBefore(now));
  const words = filter.query.toLowerCase().split(/\s+/).filter(Boolean);
  const found = cards.filter((card) => meets(card, filter) && words.every((word) => textOf(card).includes(word)));
  return { items: found.slice(offset, offset + limit), total: found.length, all: cards.length };
}

const deletedAt = ({ deleted }: { readonly deleted: string | null }): number | null =>
  deleted === null ? null : readStamp((JSON.parse(deleted) as { at: Stamp }).at).millis;

const textOf = ({ name, alt, credit, licence, consent, tags }: AssetCard): string =>
  [name, alt, credit, licence, consent, ...tags].join('\n').toLowerCase();

const meets = (card: AssetCard, { kind, use, missing }: AssetFilter): boolean =>
  (kind === 'all' || card.mime.startsWith(starts[kind])) &&
  (use === 'all' || (use === 'used') === card.uses > 0) &&
  (missing === 'none' || card[missing].trim() === '');

const starts = { picture: 'image/', video: 'video/', audio: 'audio/' } as const;

/** Deletes living assets. One that is shown somewhere is refused by name, unless the user said `anyway`. */
export function removeOps(db: WriteDb, ids: readonly string[], anyway: boolean): readonly Op[] {
  const uses = countsOfUse(db);
  const assets = readViews(db, 'asset', ids);
  const used = anyway ? undefined : assets.find(({ id }) => uses.has(id));
  if (used !== undefined) refuse('asset_used', { file: used.name, count: uses.get(used.id) ?? 0 });
  return assets.map(({ id }): Op => ({ kind: 'delete', type: 'asset', id }));
}

/** Takes deleted assets back; those that are there stay as they are. */
export const restoreOps = (db: ReadDb, ids: readonly string[]): readonly Op[] =>
  (
    prepared(db, 'SELECT id FROM asset WHERE alive = 0 AND id IN (SELECT value FROM json_each(?))').all(
      JSON.stringify(ids),
    ) as { id: string }[]
  ).map(({ id }): Op => ({ kind: 'revive', type: 'asset', id }));
