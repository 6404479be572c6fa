import { readDeadline } from '../../../core/cadence/deadline';
import type { Alike, PlanItem } from '../../../core/cadence/plan';
import { areAlike } from '../../../core/check/sameText';
import type { PieceKind, PieceState } from '../../../core/model/records';
import type { WallDate } from '../../../core/time/wall';
import { prepared, type ReadDb } from '../database';
import { readViews } from '../rows';

/** Placements as the check of a plan reads them, kept while neither they nor their pieces changed. */
export type ItemShelf = Map<string, { readonly touched: string; readonly item: PlanItem }>;

/** Those whose day lies between two days. One that did not change since last time is the same object. */
export function itemsBetween(
  db: ReadDb,
  shelf: ItemShelf,
  from: WallDate,
  to: WallDate,
  today: WallDate,
): readonly PlanItem[] {
  const rows = prepared(
    db,
    `SELECT p.id, p.touched || '|' || coalesce(q.touched, '') || '|' || coalesce(q.alive, 0) AS touched
     FROM placement p LEFT JOIN piece q ON q.id = p.piece_id
     WHERE p.alive = 1 AND p.day BETWEEN ? AND ? ORDER BY p.day, p.id`,
  ).all(from, to) as { id: string; touched: string }[];
  const stale = rows.filter(({ id, touched }) => shelf.get(id)?.touched !== touched);
  const touchedOf = new Map(stale.map(({ id, touched }) => [id, touched]));
  for (const item of readItems(
    db,
    stale.map(({ id }) => id),
    today,
  ))
    shelf.set(item.id, { touched: touchedOf.get(item.id) ?? '', item });
  if (shelf.size > 4 * rows.length + 1_000) {
    const there = new Set(rows.map(({ id }) => id));
    for (const id of shelf.keys()) if (!there.has(id)) shelf.delete(id);
  }
  return rows.flatMap(({ id }) => shelf.get(id)?.item ?? []);
}

type PieceFacts = {
  readonly id: string;
  readonly title: string;
  readonly kind: PieceKind;
  readonly state: PieceState;
  readonly alive: number;
  readonly trashed: number | null;
  readonly deadline: string | null;
};

function readItems(db: ReadDb, ids: readonly string[], today: WallDate): readonly PlanItem[] {
  if (ids.length === 0) return [];
  const placements = readViews(db, 'placement', ids);
  const pieceIds = [...new Set(placements.flatMap(({ pieceId }) => pieceId ?? []))];
  const pieces = new Map(
    (
      prepared(
        db,
        `SELECT id, title, kind, state, alive, json_extract(registers, '$.trashed') AS trashed,
           CASE kind WHEN 'interactive' THEN json_extract(registers, '$."brief.deadline"') END AS deadline
         FROM piece WHERE id IN (SELECT value FROM json_each(?))`,
      ).all(JSON.stringify(pieceIds)) as PieceFacts[]
    ).map((piece) => [piece.id, piece]),
  );
  return placements.map((placement) => {
    const { id, pieceId, accountId, format, day, time, zone, outcome, campaignId, pinned, seriesId, slotDay } =
      placement;
    const piece = pieceId === null ? undefined : pieces.get(pieceId);
    return {
      id,
      pieceId,
      accountId,
      format,
      day,
      time,
      zone,
      outcome,
      campaignId,
      pinned,
      seriesId,
      slotDay,
      pieceState: piece?.state ?? 'idea',
      kind: piece?.kind ?? 'scene',
      title: piece?.title ?? '',
      pieceGone: piece === undefined || piece.alive === 0 || piece.trashed === 1,
      deadline: typeof piece?.deadline === 'string' ? readDeadline(piece.deadline, today) : null,
    };
  });
}

/** Pairs looked at, however often a paragraph stands on one account. */
const MOST_PAIRS = 2_000;

/** Placements of one account that share a paragraph, of different pieces: from the sketches of `sameText.ts`. */
export function alikeBetween(db: ReadDb, from: WallDate, to: WallDate): readonly Alike[] {
  const pairs = prepared(
    db,
    `SELECT DISTINCT a.placement AS a, b.placement AS b FROM same_mark a
     JOIN same_mark b ON b.mark = a.mark AND b.account = a.account AND b.placement > a.placement
     JOIN placement p ON p.id = a.placement JOIN placement q ON q.id = b.placement
     WHERE a.day BETWEEN ? AND ? AND b.day BETWEEN ? AND ? AND p.piece_id <> q.piece_id LIMIT ${MOST_PAIRS}`,
  ).all(from, to, from, to) as { a: string; b: string }[];
  if (pairs.length === 0) return [];
  const rows = prepared(
    db,
    'SELECT placement, marks, beginning FROM same_text WHERE placement IN (SELECT value FROM json_each(?)) ORDER BY placement, n',
  ).all(JSON.stringify([...new Set(pairs.flatMap(({ a, b }) => [a, b]))])) as {
    placement: string;
    marks: string;
    beginning: string;
  }[];
  const sketches = new Map<string, { readonly marks: readonly number[]; readonly text: string }[]>();
  for (const { placement, marks, beginning } of rows)
    sketches.set(placement, [
      ...(sketches.get(placement) ?? []),
      { marks: JSON.parse(marks) as number[], text: beginning },
    ]);
  return pairs.flatMap(({ a, b }) => {
    const shared = (sketches.get(b) ?? []).find(({ marks }) =>
      (sketches.get(a) ?? []).some((other) => areAlike(marks, other.marks)),
    );
    return shared === undefined ? [] : [{ a, b, text: shared.text }];
  });
}
