import type { TileReport } from '../../../contract';
import type { Placement, RecordType } from '../../../core/model/records';
import type { StoreContext } from '../context';
import { prepared, type ReadDb } from '../database';
import { variantOf } from '../plan/placements';
import { readViews } from '../rows';
import { sameTextOf, withMarksShared } from './sameText';
import { prepareFrom, reportOf, withSameText } from './variants';

/** Reports kept; more than a quarter of placements of fifty busy accounts. */
const MOST_KEPT = 5_000;

/** What adaptation says about placements, in the order asked for; those that cannot be adapted are left out. */
export function reportsOf(store: StoreContext, ids: readonly string[]): readonly TileReport[] {
  const { db, reports } = store;
  const packs = store.packs();
  const placements = new Map(readViews(db, 'placement', ids).map((placement) => [placement.id, placement]));
  const packsKey = JSON.stringify(packs.map(({ checkedOn, id }) => [id, checkedOn])) + latestOf(db, 'platform');
  const keyOf = keysFor(db, [...placements.values()]);
  return ids.flatMap((id) => {
    const placement = placements.get(id);
    if (placement === undefined) return [];
    const key = `${packsKey}|${keyOf(placement)}`;
    const known = reports.get(id);
    if (known?.key === key) return [known.report];
    const ready = prepareFrom(db, placement, packs);
    if (ready === null) return [];
    const report = reportOf(withSameText(db, ready));
    if (reports.size >= MOST_KEPT) reports.clear();
    reports.set(id, { key, report });
    return [report];
  });
}

/**
 * What a placement's report was made from, as one text: the same key, the same report. Everything is looked up for all
 * placements together, so that asking again after a move costs a handful of statements, however many are in view.
 */
function keysFor(db: ReadDb, placements: readonly Placement[]): (placement: Placement) => string {
  const assets = latestOf(db, 'asset');
  const own = touchedOf(
    db,
    'placement',
    placements.map(({ id }) => id),
  );
  const pieces = pieceKeys(
    db,
    placements.flatMap(({ pieceId }) => pieceId ?? []),
  );
  const accounts = accountKeys(db);
  const variants = touchedOf(
    db,
    'variant',
    placements.flatMap((placement) => variantOf(placement) ?? []),
  );
  const shared = withMarksShared(
    db,
    placements.map(({ id }) => id),
  );
  const at = (keys: ReadonlyMap<string, string>, id: string | null): string =>
    id === null ? '' : (keys.get(id) ?? '');
  return (placement) =>
    [
      assets,
      at(own, placement.id),
      at(pieces, placement.pieceId),
      at(accounts, placement.accountId),
      at(variants, variantOf(placement)),
      JSON.stringify(shared.has(placement.id) ? sameTextOf(db, placement) : null),
    ].join('|');
}

/** When records of a type were last edited, by id. */
function touchedOf(db: ReadDb, type: RecordType, ids: readonly string[]): ReadonlyMap<string, string> {
  const rows = prepared(db, `SELECT id, touched FROM ${type} WHERE id IN (SELECT value FROM json_each(?))`).all(
    JSON.stringify(ids),
  ) as { id: string; touched: string }[];
  return new Map(rows.map(({ id, touched }) => [id, touched]));
}

/** Latest edit of any record of a type that many placements depend on. */
const latestOf = (db: ReadDb, type: RecordType): string =>
  (prepared(db, `SELECT max(touched) AS latest FROM ${type}`).get() as { latest: string | null }).latest ?? '';

/** A piece and its siblings: the one in the account's language is what is adapted. */
function pieceKeys(db: ReadDb, ids: readonly string[]): ReadonlyMap<string, string> {
  const rows = prepared(
    db,
    `SELECT id, touched, json_extract(registers, '$.siblingGroup') AS family FROM piece
     WHERE id IN (SELECT value FROM json_each(?))`,
  ).all(JSON.stringify(ids)) as { id: string; touched: string; family: string | null }[];
  const families = prepared(
    db,
    `SELECT sibling_group AS family, max(touched) AS latest FROM piece_card
     WHERE sibling_group IN (SELECT value FROM json_each(?)) GROUP BY sibling_group`,
  ).all(JSON.stringify(rows.flatMap(({ family }) => family ?? []))) as { family: string; latest: string }[];
  const latest = new Map(families.map((row) => [row.family, row.latest]));
  return new Map(
    rows.map(({ id, touched, family }) => [id, family === null ? touched : (latest.get(family) ?? touched)]),
  );
}

/** Accounts with the persona and the community that speak there; a plan has dozens of them. */
function accountKeys(db: ReadDb): ReadonlyMap<string, string> {
  const rows = prepared(
    db,
    `SELECT a.id, a.touched || ',' || coalesce(p.touched, '') || ',' || coalesce(c.touched, '') AS key FROM account a
     LEFT JOIN persona p ON p.id = json_extract(a.registers, '$.personaId')
     LEFT JOIN community c ON c.id = json_extract(a.registers, '$.communityId')`,
  ).all() as { id: string; key: string }[];
  return new Map(rows.map(({ id, key }) => [id, key]));
}
