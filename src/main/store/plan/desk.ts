import type { DeskAlarms, DeskCards, DeskReview } from '../../../contract';
import type { Alarm } from '../../../core/desk/alarms';
import { dueAt, snoozedUntil } from '../../../core/desk/card';
import { addDays, type WallDate } from '../../../core/time/wall';
import { prepared, type ReadDb } from '../database';
import { listViews, readView, rowToView, type ViewRow } from '../rows';
import { placementCards, variantOf } from './placements';

/**
 * What the hand-over desk may have to show: every placement from `from` to `to`, and of the days back to `since` those
 * that still ask for something. Filtered where the rows lie: a long plan is mostly done.
 */
export function deskCards(
  db: ReadDb,
  { since, from, to }: { readonly since: WallDate; readonly from: WallDate; readonly to: WallDate },
): DeskCards {
  const rows = prepared(
    db,
    `SELECT id, registers, sets FROM placement WHERE alive = 1 AND day BETWEEN ? AND ?
       AND (day >= ? OR outcome IN ('planned', 'handed_over')
            OR (outcome = 'live' AND COALESCE(json_extract(registers, '$.liveLink'), '') = ''))
     ORDER BY day, json_extract(registers, '$.time'), id`,
  ).all(since, to, from) as ViewRow[];
  const { older } = prepared(
    db,
    "SELECT count(*) AS older FROM placement WHERE alive = 1 AND day < ? AND outcome = 'planned'",
  ).get(since) as { readonly older: number };
  const after = prepared(
    db,
    `SELECT id, registers, sets FROM placement WHERE alive = 1 AND day > ? AND outcome = 'planned'
     ORDER BY day, json_extract(registers, '$.time'), id LIMIT 1`,
  ).get(to) as ViewRow | undefined;
  const placements = rows.map((row) => rowToView('placement', row));
  const next = after === undefined ? [] : placementCards(db, [rowToView('placement', after)]);
  return { cards: placementCards(db, placements), older, next: next[0] ?? null };
}

/** Planned posts whose reminder may ring between two days: due then, or to be reminded of then. */
export function deskAlarms(db: ReadDb, { from, to }: { readonly from: WallDate; readonly to: WallDate }): DeskAlarms {
  // A day more on both sides: a placement's wall day is of its own zone.
  const range = [addDays(from, -1), addDays(to, 1)];
  const rows = prepared(
    db,
    `SELECT id, registers, sets FROM placement WHERE alive = 1 AND outcome = 'planned'
       AND (day BETWEEN ? AND ? OR json_extract(registers, '$.snoozeDay') BETWEEN ? AND ?)`,
  ).all(...range, ...range) as ViewRow[];
  const accounts = new Map(listViews(db, 'account').map(({ id, name }) => [id, name]));
  const cards = placementCards(
    db,
    rows.map((row) => rowToView('placement', row)),
  );
  const alarms = cards.flatMap((card): readonly Alarm[] => {
    const due = dueAt(card);
    if (due === null) return [];
    const account = accounts.get(card.accountId ?? '') ?? '';
    return [{ id: card.id, title: card.title, account, due, snoozedUntil: snoozedUntil(card) }];
  });
  const { zone = 'UTC', quietFrom = null, quietTo = null } = listViews(db, 'workspace')[0] ?? {};
  const quiet = quietFrom === null || quietTo === null ? null : { from: quietFrom, to: quietTo, zone };
  return { alarms, quiet, zone };
}

/** The last review of the version a placement shows, or of its piece as a whole; by day, then as they were written. */
export function lastReview(db: ReadDb, placementId: string): DeskReview | null {
  const placement = readView(db, 'placement', placementId);
  if (placement?.pieceId == null) return null;
  const rows = prepared(
    db,
    `SELECT id, registers, sets FROM review
     WHERE alive = 1 AND json_extract(registers, '$.pieceId') = ?
       AND (json_extract(registers, '$.variantId') IS NULL OR json_extract(registers, '$.variantId') = ?)
     ORDER BY json_extract(registers, '$.onDay') DESC, touched DESC, id LIMIT 1`,
  ).all(placement.pieceId, variantOf(placement) ?? '') as ViewRow[];
  const [row] = rows;
  if (row === undefined) return null;
  const { verdict, byName, byMemberId, onDay } = rowToView('review', row);
  const by = byName !== '' ? byName : byMemberId === null ? '' : (readView(db, 'member', byMemberId)?.name ?? '');
  return { verdict, by, day: onDay };
}
