import type { PieceCounts, PieceFilter } from '../../../contract';
import { emptyFilter } from '../../../core/search/emptyFilter';
import type { StoreContext } from '../context';
import { prepared, type WriteDb } from '../database';
import { shelves, soonFactsDue } from './cards';
import {
  bindOf,
  type Condition,
  countUnplanned,
  facetColumns,
  type Group,
  hasFindings,
  hasOpenMarks,
  isBehind,
  whereOf,
} from './conditions';
import { countUnchecked } from './library';
import { countWhere, listOf } from './lists';
import { countOnShelf } from './tray';

type Facet = keyof typeof facetColumns;
const facets = Object.keys(facetColumns) as readonly Facet[];
const MOST_TAGS = 100;
/** Kinds and sub-kinds are chosen from one list. */
const groupOf = (facet: Facet): Group => (facet === 'subkinds' ? 'kinds' : facet);
/** Hits of a query that are counted by what they are; with more, the numbers are of the newest so many. */
const MOST_HITS = 100_000;

/**
 * The numbers beside filter chips and over board columns. One pass over an index counts every group that has no
 * condition of its own; each other group costs one more without its own.
 */
export async function countsOf(store: StoreContext, filter: PieceFilter): Promise<PieceCounts> {
  const { db } = store;
  soonFactsDue(db);
  const list = await listOf(store, filter);
  const { total, exact } = list.rows.total();
  const own = new Set(list.conditions.map(({ group }) => group));
  const hits = await hitsOf(store, filter);
  const conditions = [...list.conditions, ...hits];
  const without = (...groups: readonly Group[]): readonly Condition[] =>
    conditions.filter(({ group }) => !(groups as readonly string[]).includes(group));
  const all = passOver(db, conditions);
  const by = (facet: Facet): Readonly<Record<string, number>> =>
    (own.has(groupOf(facet)) ? passOver(db, without(groupOf(facet))) : all)[facet];
  const isEmpty = list.notes.length > 0;
  const number = (group: Group, sql: string, index?: 'card_findings' | 'card_behind' | 'card_open_marks'): number =>
    isEmpty ? 0 : countWhere(db, without(group), sql, index);
  return {
    total,
    exact,
    states: isEmpty ? {} : by('states'),
    kinds: isEmpty ? {} : by('kinds'),
    subkinds: isEmpty ? {} : by('subkinds'),
    langs: isEmpty ? {} : by('langs'),
    personas: isEmpty ? {} : by('personas'),
    campaigns: isEmpty ? {} : by('campaigns'),
    owners: isEmpty ? {} : by('owners'),
    platforms: isEmpty ? {} : platformsOf(db, without('platforms')),
    tags: isEmpty ? [] : tagsOf(db, without('tags')),
    unplanned: isEmpty ? 0 : countUnplanned(db, whereOf(without('unplanned')), bindOf(without('unplanned'))),
    withFindings: number('withFindings', hasFindings, 'card_findings'),
    behind: number('behind', isBehind, 'card_behind'),
    reviews: isEmpty
      ? {}
      : { ...reviewsOf(db, without('reviews')), open: number('reviews', hasOpenMarks, 'card_open_marks') },
    unchecked: isEmpty ? 0 : countUnchecked(db, conditions),
    trashed: countOnShelf(db, shelves.trash),
    notes: list.notes,
  };
}

/** The hits of the query's terms under no other condition, as a condition of their own. */
async function hitsOf(store: StoreContext, filter: PieceFilter): Promise<readonly Condition[]> {
  if (filter.query.trim() === '') return [];
  const { query, trashed } = filter;
  const bare = await listOf(store, { ...emptyFilter, query, trashed });
  if (bare.terms.length === 0) return [];
  const hits = JSON.stringify(bare.rows.page(0, MOST_HITS));
  return [{ group: 'query', sql: 'c.n IN (SELECT value FROM json_each(@hits))', bind: { hits } }];
}

type Pass = Readonly<Record<Facet, Readonly<Record<string, number>>>>;

/** How many pieces have which value in each column, in one pass. */
function passOver(db: WriteDb, conditions: readonly Condition[]): Pass {
  const columns = 'c.state, c.kind, c.subkind, c.lang, c.persona_id, c.campaign_id, c.owner_id';
  const rows = prepared(
    db,
    `SELECT ${columns}, count(*) FROM piece_card c WHERE ${whereOf(conditions)} GROUP BY ${columns}`,
  )
    .raw()
    .all(bindOf(conditions)) as readonly (readonly [...(string | null)[], number])[];
  const counts = Object.fromEntries(facets.map((facet) => [facet, {}])) as Record<Facet, Record<string, number>>;
  const places: readonly Facet[] = ['states', 'kinds', 'subkinds', 'langs', 'personas', 'campaigns', 'owners'];
  for (const row of rows) {
    const count = row.at(-1) as number;
    places.forEach((facet, index) => {
      const value = row[index];
      if (typeof value === 'string') counts[facet][value] = (counts[facet][value] ?? 0) + count;
    });
  }
  return counts;
}

const platformsOf = (db: WriteDb, conditions: readonly Condition[]): Readonly<Record<string, number>> =>
  Object.fromEntries(
    prepared(
      db,
      `SELECT json_extract(a.registers, '$.platform') AS platform, count(DISTINCT l.piece_id)
       FROM placement l JOIN account a ON a.id = l.account_id AND a.alive = 1 JOIN piece_card c ON c.id = l.piece_id
       WHERE l.alive = 1 AND l.outcome <> 'skipped' AND ${whereOf(conditions)} GROUP BY 1 HAVING platform IS NOT NULL`,
    )
      .raw()
      .all(bindOf(conditions)) as [string, number][],
  );

/** How many pieces stand how with their readers: few were ever asked about, and an index names them. */
const reviewsOf = (db: WriteDb, conditions: readonly Condition[]): Readonly<Record<string, number>> =>
  Object.fromEntries(
    prepared(
      db,
      `SELECT c.review, count(*) FROM piece_card c INDEXED BY card_review
       WHERE c.review <> 'none' AND ${whereOf(conditions)} GROUP BY c.review`,
    )
      .raw()
      .all(bindOf(conditions)) as [string, number][],
  );

/** With nothing but the shelf asked, the index of tags knows the numbers itself. */
function tagsOf(db: WriteDb, conditions: readonly Condition[]): PieceCounts['tags'] {
  const join = conditions.length === 1 ? '' : `JOIN piece_card c ON c.n = t.n AND ${whereOf(conditions)}`;
  return prepared(
    db,
    `SELECT t.tag, count(*) AS count FROM piece_tag t ${join} WHERE t.shelf = @shelf
     GROUP BY t.tag ORDER BY count DESC, t.tag LIMIT ${MOST_TAGS}`,
  ).all(bindOf(conditions)) as PieceCounts['tags'];
}
