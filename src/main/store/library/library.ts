import type { PieceFilter, PieceList } from '../../../contract';
import type { StoreContext } from '../context';
import { prepared } from '../database';
import { shelves, soonFactsDue } from './cards';
import type { Condition } from './conditions';
import { countWhere, listOf } from './lists';
import { cardsOf } from './pieceCards';
import { countOnShelf } from './tray';

/** One page of the library. */
export async function listPieces(
  store: StoreContext,
  filter: PieceFilter,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<PieceList> {
  const { db } = store;
  if (asksFacts(filter)) soonFactsDue(db);
  const list = await listOf(store, filter);
  const page = list.rows.page(offset, limit);
  const { total, exact } = list.rows.total();
  return {
    items: cardsOf(db, page, store.today(), list.terms, list.sounds),
    total,
    exact,
    hidden: filter.trashed ? 0 : countOnShelf(db, shelves.library) - total,
    unindexed: list.rows.unindexed,
    unchecked: asksFacts(filter) ? countUnchecked(db, list.conditions) : 0,
    notes: list.notes,
  };
}

export async function idsOf(
  store: StoreContext,
  filter: PieceFilter,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<{ readonly ids: readonly string[]; readonly total: number }> {
  const { rows } = await listOf(store, filter);
  const page = rows.page(offset, limit);
  const ids = prepared(store.db, 'SELECT c.id FROM json_each(?) w JOIN piece_card c ON c.n = w.value ORDER BY w.key')
    .pluck()
    .all(JSON.stringify(page)) as string[];
  return { ids, total: offset === 0 && page.length < limit ? page.length : rows.total().total };
}

/** Whether an answer depends on what follows edits in quiet moments. */
const asksFacts = ({ withFindings, behind, reviews }: PieceFilter): boolean =>
  withFindings || behind || reviews.length > 0;

/** Pieces that fit otherwise and whose findings nobody knows yet. */
export const countUnchecked = (db: StoreContext['db'], conditions: readonly Condition[]): number =>
  countWhere(
    db,
    conditions.filter(({ group }) => group !== 'withFindings' && group !== 'behind' && group !== 'reviews'),
    'c.facts_due = 1',
    'card_facts_due',
  );
