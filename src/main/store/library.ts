import type { PieceCard, PieceCounts, PieceFilter, PieceList } from '../../contract';
import { readStamp, type Stamp } from '../../core/model/stamp';
import { parseQuery } from '../../core/search/query';
import { type FieldCondition, resolveFields } from '../../core/search/resolve';
import { satisfies, termsOf } from '../../core/search/text';
import type { WallDate } from '../../core/time/wall';
import type { StoreContext } from './context';
import { prepared, type ReadDb } from './database';
import { reportsOf } from './reports';
import { listViews, rowToView, type ViewRow } from './rows';
import { refreshSearch } from './search';

/** Most ids a selection may hold: what one change can touch. */
const MOST_IDS = 5_000;

/** Most slips the tray holds. */
const MOST_TRAY = 500;

export function listPieces(
  store: StoreContext,
  filter: PieceFilter,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): PieceList {
  const found = find(store, filter);
  const living = found.all.filter(({ card }) => card.trashedAt === null).length;
  return {
    items: found.rows.slice(offset, offset + limit).map((row) => withReports(store, row).card),
    total: found.rows.length,
    exact: true,
    hidden: filter.trashed ? 0 : living - found.rows.length,
    unindexed: 0,
    unchecked: 0,
    notes: found.notes,
  };
}

export function idsOf(
  store: StoreContext,
  filter: PieceFilter,
): { readonly ids: readonly string[]; readonly total: number } {
  const { rows } = find(store, filter);
  return { ids: rows.slice(0, MOST_IDS).map(({ card }) => card.id), total: rows.length };
}

export function countsOf(store: StoreContext, filter: PieceFilter): PieceCounts {
  const { rows, all, notes } = find(store, filter);
  const per = (change: Partial<PieceFilter>, keys: (row: Row) => readonly (string | null)[]) => {
    const counts: Record<string, number> = {};
    for (const row of find(store, { ...filter, ...change }).rows)
      for (const key of new Set(keys(row))) if (key !== null) counts[key] = (counts[key] ?? 0) + 1;
    return counts;
  };
  const how = (change: Partial<PieceFilter>) => find(store, { ...filter, ...change }).rows.length;
  const tags = per({ tags: [] }, ({ card }) => card.tags);
  return {
    total: rows.length,
    exact: true,
    states: per({ states: [] }, ({ card }) => [card.state]),
    kinds: per({ kinds: [] }, ({ card }) => [card.kind]),
    subkinds: per({ subkinds: [] }, ({ card }) => [card.subkind]),
    langs: per({ langs: [] }, ({ card }) => [card.lang]),
    personas: per({ personaIds: [] }, ({ card }) => [card.personaId]),
    campaigns: per({ campaignIds: [] }, ({ card }) => [card.campaignId]),
    owners: per({ ownerIds: [] }, ({ card }) => [card.ownerId]),
    platforms: per({ platforms: [] }, ({ places }) => places.map(({ platform }) => platform)),
    tags: Object.entries(tags)
      .map(([tag, count]) => ({ tag, count }))
      .sort((a, b) => b.count - a.count || (a.tag < b.tag ? -1 : 1))
      .slice(0, 100),
    unplanned: how({ unplannedOnly: true }),
    withFindings: how({ withFindings: true }),
    behind: how({ behind: true }),
    unchecked: 0,
    trashed: all.filter(({ card }) => card.trashedAt !== null).length,
    notes,
  };
}

/** Pieces that wait for a day, the longest waiting first. */
export function trayOf(store: StoreContext): readonly PieceCard[] {
  refreshSearch(store.db);
  return allRows(store)
    .filter(({ card, planned }) => card.trashedAt === null && card.state !== 'archived' && !planned)
    .sort((a, b) => (a.card.createdOn ?? '').localeCompare(b.card.createdOn ?? '') || byId(a, b))
    .slice(0, MOST_TRAY)
    .map(({ card }) => card);
}

type Place = {
  readonly id: string;
  readonly pieceId: string;
  readonly day: WallDate | null;
  readonly platform: string;
};
type Row = {
  readonly card: PieceCard;
  readonly text: string;
  readonly places: readonly Place[];
  readonly planned: boolean;
};

function find(store: StoreContext, filter: PieceFilter) {
  const { db } = store;
  refreshSearch(db);
  const items = parseQuery(filter.query);
  const { conditions, unknown } = resolveFields(items, {
    personas: listViews(db, 'persona'),
    campaigns: listViews(db, 'campaign'),
    tags: [...new Set(allRows(store).flatMap(({ card }) => card.tags))].sort(),
  });
  const terms = termsOf(items);
  const asks = filter.withFindings || filter.behind;
  const all = allRows(store).map((row) => (asks ? withReports(store, row) : row));
  const rows = all
    .filter((row) => unknown.length === 0 && fits(row, filter))
    .filter(({ card }) => conditions.every((any) => any.some((condition) => holds(card, condition))))
    .filter(({ text }) => satisfies(text, terms))
    .sort(orders[filter.sort === 'best' ? 'updated' : filter.sort]);
  return { rows, all, notes: unknown };
}

function withReports(store: StoreContext, row: Row): Row {
  const reports = reportsOf(
    store,
    row.places.map(({ id }) => id),
  );
  const errors = reports.reduce((sum, report) => sum + report.errors, 0);
  const warnings = reports.reduce((sum, report) => sum + report.warnings, 0);
  return { ...row, card: { ...row.card, errors, warnings, behind: reports.some(({ behind }) => behind) } };
}

const isIn = (values: readonly string[], value: string | null): boolean =>
  values.length === 0 || (value !== null && values.includes(value));

function fits({ card, places, planned }: Row, filter: PieceFilter): boolean {
  const wantsPlace = filter.platforms.length > 0 || filter.from !== null || filter.to !== null;
  return (
    (card.trashedAt !== null) === filter.trashed &&
    isIn(filter.kinds, card.kind) &&
    isIn(filter.subkinds, card.subkind) &&
    isIn(filter.states, card.state) &&
    isIn(filter.langs, card.lang) &&
    isIn(filter.personaIds, card.personaId) &&
    isIn(filter.campaignIds, card.campaignId) &&
    isIn(filter.ownerIds, card.ownerId) &&
    filter.tags.every((tag) => card.tags.includes(tag)) &&
    (!wantsPlace ||
      places.some(
        ({ day, platform }) =>
          isIn(filter.platforms, platform) &&
          (filter.from === null || (day !== null && day >= filter.from)) &&
          (filter.to === null || (day !== null && day <= filter.to)),
      )) &&
    (!filter.withFindings || card.errors + card.warnings > 0) &&
    (!filter.behind || card.behind) &&
    (!filter.unplannedOnly || !planned)
  );
}

function holds(card: PieceCard, { field, values, not }: FieldCondition): boolean {
  const has = {
    kind: [card.kind],
    subkind: [card.subkind],
    state: [card.state],
    tag: card.tags,
    persona: [card.personaId],
    campaign: [card.campaignId],
  }[field];
  return has.some((value) => value !== null && values.includes(value)) !== not;
}

const byId = (a: Row, b: Row): number => (a.card.id < b.card.id ? -1 : 1);
const orders = {
  updated: (a: Row, b: Row) => b.card.updatedAt - a.card.updatedAt || byId(a, b),
  created: (a: Row, b: Row) => (b.card.createdOn ?? '').localeCompare(a.card.createdOn ?? '') || byId(a, b),
  title: (a: Row, b: Row) => (a.card.title < b.card.title ? -1 : a.card.title > b.card.title ? 1 : byId(a, b)),
} as const;

function allRows(store: StoreContext): readonly Row[] {
  const { db } = store;
  const places = placesOf(db);
  const rows = prepared(
    db,
    `SELECT p.id, p.registers, p.sets, p.touched, s.text, s.excerpt, json_extract(p.stamps, '$.trashed') AS trashed_at
     FROM piece p LEFT JOIN piece_search s ON s.id = p.id WHERE p.alive = 1 ORDER BY p.id`,
  ).all() as (ViewRow & { touched: string; text: string | null; excerpt: string | null; trashed_at: string | null })[];
  const views = rows.map((row) => ({ row, piece: rowToView('piece', row) }));
  const plannedGroups = new Set(
    views.flatMap(({ piece }) => (piece.siblingGroup !== null && places.has(piece.id) ? [piece.siblingGroup] : [])),
  );
  return views.map(({ row, piece }) => {
    const own = places.get(piece.id) ?? [];
    const { id, title, kind, subkind, state, lang, tags, personaId, campaignId, ownerId, product, coverId, createdOn } =
      piece;
    const days = own.flatMap(({ day }) => day ?? []).sort();
    const card: PieceCard = {
      id,
      title,
      kind,
      subkind,
      state,
      lang,
      tags,
      personaId,
      campaignId,
      ownerId,
      product,
      coverId,
      excerpt: row.excerpt ?? '',
      titleMarks: [],
      snippet: null,
      updatedAt: row.touched === '' ? 0 : readStamp(row.touched as Stamp).millis,
      createdOn,
      trashedAt: piece.trashed && row.trashed_at !== null ? readStamp(row.trashed_at as Stamp).millis : null,
      placements: own.length,
      nextDay: days.find((day) => day >= store.today()) ?? days.at(-1) ?? null,
      errors: 0,
      warnings: 0,
      behind: false,
      checked: true,
    };
    const planned = own.length > 0 || (piece.siblingGroup !== null && plannedGroups.has(piece.siblingGroup));
    return { card, text: row.text ?? '', places: own, planned };
  });
}

function placesOf(db: ReadDb): ReadonlyMap<string, readonly Place[]> {
  const platforms = new Map(listViews(db, 'account').map(({ id, platform }) => [id, platform]));
  const rows = prepared(
    db,
    "SELECT id, piece_id, account_id, day FROM placement WHERE alive = 1 AND outcome <> 'skipped' AND piece_id IS NOT NULL ORDER BY day",
  ).all() as { id: string; piece_id: string; account_id: string | null; day: WallDate | null }[];
  const places = new Map<string, Place[]>();
  for (const { id, piece_id, account_id, day } of rows) {
    const place = { id, pieceId: piece_id, day, platform: platforms.get(account_id ?? '') ?? '' };
    places.set(piece_id, [...(places.get(piece_id) ?? []), place]);
  }
  return places;
}
