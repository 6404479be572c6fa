import type { PieceFilter, QueryNote } from '../../../contract';
import { parseQuery } from '../../../core/search/query';
import { type ResolvedFields, resolveFields } from '../../../core/search/resolve';
import { isSound } from '../../../core/search/sound';
import { type Term, termsOf } from '../../../core/search/text';
import type { StoreContext } from '../context';
import { prepared, type WriteDb } from '../database';
import { listViews } from '../rows';
import { settleCards, shelves } from './cards';
import {
  bindOf,
  type Condition,
  conditionsOf,
  countUnplanned,
  facetColumns,
  fieldConditions,
  whereOf,
} from './conditions';
import { loadSounds, type Sounds } from './indexing';
import { type Rows, searchRows } from './searching';

/** A filter as it was answered: its rows in order, its terms, and what has to be told about the query. */
export type List = {
  readonly rows: Rows;
  readonly conditions: readonly Condition[];
  readonly terms: readonly Term[];
  readonly notes: readonly QueryNote[];
  readonly sounds: Sounds | null;
};
export type KeptList = { readonly version: number; readonly list: List };

/** Lists kept: the pages of a few screens, and the columns of a board. */
const MOST_KEPT = 16;

/** The list of a filter; pages of it fit together, and cost no second search, until something is written. */
export async function listOf(store: StoreContext, filter: PieceFilter): Promise<List> {
  settleCards(store.db);
  const key = JSON.stringify(filter);
  const version = versionOf(store.db);
  const known = store.lists.get(key);
  if (known?.version === version) return known.list;
  const list = await makeList(store.db, filter);
  store.lists.delete(key);
  if (store.lists.size >= MOST_KEPT) store.lists.delete(store.lists.keys().next().value ?? '');
  store.lists.set(key, { version, list });
  return list;
}

/** Changes with every row written through this handle, which is the only one. */
export const versionOf = (db: WriteDb): number =>
  (prepared(db, 'SELECT total_changes() AS version').get() as { version: number }).version;

const orders = {
  updated: 'c.touched DESC, c.id',
  created: 'c.created_on DESC, c.id',
  title: 'c.title, c.id',
  best: 'c.touched DESC, c.id',
} as const satisfies Record<PieceFilter['sort'], string>;

async function makeList(db: WriteDb, filter: PieceFilter): Promise<List> {
  const items = parseQuery(filter.query);
  const terms = termsOf(items);
  const fields: ResolvedFields = items.some(({ kind }) => kind === 'field')
    ? resolveFields(items, {
        personas: listViews(db, 'persona'),
        campaigns: listViews(db, 'campaign'),
        tags: tagsOf(db, filter.trashed),
      })
    : { conditions: [], unknown: [] };
  const conditions = [...conditionsOf(filter), ...fieldConditions(fields.conditions)];
  const sounds = terms.some(({ text }) => isSound(text)) ? await loadSounds() : null;
  const { sort, trashed } = filter;
  const order = orders[sort];
  const rows =
    fields.unknown.length > 0
      ? none
      : terms.length > 0
        ? searchRows(db, { conditions, order, sort, trashed, terms }, sounds)
        : plainRows(db, conditions, order);
  return { rows, conditions, terms, notes: fields.unknown, sounds };
}

const tagsOf = (db: WriteDb, trashed: boolean): readonly string[] =>
  prepared(db, 'SELECT DISTINCT tag FROM piece_tag WHERE shelf = ?')
    .pluck()
    .all(trashed ? shelves.trash : shelves.library) as string[];

const none: Rows = { unindexed: 0, page: () => [], total: () => ({ total: 0, exact: true }) };

/** From this row on, a list's numbers are put in order once and kept, instead of being counted off for each page. */
const DEEP = 1_000;
/** Where only one in so many fits, the rows are found in the index of all that is filtered by, and put in order then. */
const FEW = 20;

/**
 * A list without terms. Usually an index gives the order, and the first rows that fit are soon found; where few fit, looking
 * for them in that order would mean reading nearly every card.
 */
function plainRows(db: WriteDb, conditions: readonly Condition[], order: string): Rows {
  const where = whereOf(conditions);
  const bind = bindOf(conditions);
  const [shelf, ...others] = conditions;
  // A single state has an index of its own, in order.
  const byFacets =
    shelf !== undefined &&
    others.some(({ group }) => group !== 'states') &&
    others.every(({ group }) => group in facetColumns);
  let all: readonly number[] | null = null;
  let counted: number | null = null;
  const count = (): number => {
    counted ??= all?.length ?? countWhere(db, conditions);
    return counted;
  };
  const ordered = (index: string) => `SELECT c.n FROM piece_card c ${index} WHERE ${where} ORDER BY ${order}`;
  return {
    unindexed: 0,
    page: (offset, limit) => {
      const few = byFacets && count() * FEW <= countWhere(db, [shelf]);
      if (all === null && !few && offset + limit < DEEP)
        return prepared(db, `${ordered('')} LIMIT @limit OFFSET @offset`)
          .pluck()
          .all({ ...bind, limit, offset }) as number[];
      all ??= prepared(db, ordered(few ? 'INDEXED BY card_facets' : ''))
        .pluck()
        .all(bind) as number[];
      return all.slice(offset, offset + limit);
    },
    total: () => ({ total: count(), exact: true }),
  };
}

/** Small indexes over what is marked; the planner has no statistics and would rather read the whole shelf. */
type MarkIndex = 'card_facts_due' | 'card_findings' | 'card_behind' | 'card_open_marks';

export function countWhere(db: WriteDb, conditions: readonly Condition[], also = '', index?: MarkIndex): number {
  const bind = bindOf(conditions);
  const rest = conditions.filter(({ group }) => group !== 'unplanned');
  const where = (all: readonly Condition[]): string => `${whereOf(all)}${also === '' ? '' : ` AND ${also}`}`;
  // Where an index names the few that are marked, these are looked at one by one.
  if (rest.length < conditions.length && index === undefined) return countUnplanned(db, where(rest), bind);
  const named = index === undefined ? '' : `INDEXED BY ${index}`;
  return (
    prepared(db, `SELECT count(*) AS total FROM piece_card c ${named} WHERE ${where(conditions)}`).get(bind) as {
      total: number;
    }
  ).total;
}
