import type { TileReport } from '../../contract';
import type { RecordType } from '../../core/model/records';
import type { StoreContext } from './context';
import { prepared, type ReadDb } from './database';
import { variantOf } from './placements';
import { readView, readViews } from './rows';
import { sameTextOf } from './sameText';
import { prepareFrom, reportOf, withSameText } from './variants';

/** Reports kept; more than a quarter of placements of fifty busy accounts. */
const MOST_KEPT = 5_000;

/** What adaptation says about placements, in the order asked for; those that cannot be adapted are left out. */
export function reportsOf(store: StoreContext, ids: readonly string[]): readonly TileReport[] {
  const { db, reports } = store;
  const packs = store.packs();
  const placements = new Map(readViews(db, 'placement', ids).map((placement) => [placement.id, placement]));
  const packsKey = JSON.stringify(packs.map(({ checkedOn, id }) => [id, checkedOn])) + prepareKey(db, 'platform');
  return ids.flatMap((id) => {
    const placement = placements.get(id);
    if (placement === undefined) return [];
    const key = [
      packsKey,
      prepareKey(db, 'asset'),
      touchedOf(db, 'placement', id),
      pieceKey(db, placement.pieceId),
      accountKey(db, placement.accountId),
      touchedOf(db, 'variant', variantOf(placement)),
      JSON.stringify(sameTextOf(db, placement)),
    ].join('|');
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

const touchedOf = (db: ReadDb, type: RecordType, id: string | null): string =>
  id === null
    ? ''
    : ((prepared(db, `SELECT touched FROM ${type} WHERE id = ?`).get(id) as { touched: string } | undefined)?.touched ??
      '');

/** Latest edit of any record of a type that many placements depend on. */
const prepareKey = (db: ReadDb, type: RecordType): string =>
  (prepared(db, `SELECT max(touched) AS latest FROM ${type}`).get() as { latest: string | null }).latest ?? '';

/** A piece and its siblings: the one in the account's language is what is adapted. */
function pieceKey(db: ReadDb, id: string | null): string {
  if (id === null) return '';
  const group = readView(db, 'piece', id)?.siblingGroup ?? null;
  if (group === null) return touchedOf(db, 'piece', id);
  return (
    prepared(db, 'SELECT max(touched) AS latest FROM piece_card WHERE sibling_group = ?').get(group) as {
      latest: string;
    }
  ).latest;
}

function accountKey(db: ReadDb, id: string | null): string {
  if (id === null) return '';
  const account = readView(db, 'account', id);
  return [
    touchedOf(db, 'account', id),
    touchedOf(db, 'persona', account?.personaId ?? null),
    touchedOf(db, 'community', account?.communityId ?? null),
  ].join(',');
}
