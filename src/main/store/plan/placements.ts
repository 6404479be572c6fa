import type { PlacementCard } from '../../../contract';
import { variantId } from '../../../core/model/ids';
import type { Account, Approval, Lang, PieceKind, PieceState, Placement } from '../../../core/model/records';
import type { Op } from '../../../core/plan/ops';
import type { PlatformPack } from '../../../core/platforms/pack';
import { refuse } from '../../../core/result';
import type { WallDate, WallTime } from '../../../core/time/wall';
import { prepared, type ReadDb } from '../database';
import { readView, readViews, rowToView, type ViewRow } from '../rows';

/** Placements whose day lies between two days, both included, by day and time. */
export function placementsBetween(db: ReadDb, from: WallDate, to: WallDate): readonly Placement[] {
  const rows = prepared(
    db,
    "SELECT id, registers, sets FROM placement WHERE alive = 1 AND day BETWEEN ? AND ? ORDER BY day, json_extract(registers, '$.time'), id",
  ).all(from, to) as ViewRow[];
  return rows.map((row) => rowToView('placement', row));
}

/** Placements that wait for a day, by id. */
export function placementsWithoutDay(db: ReadDb): readonly Placement[] {
  const rows = prepared(
    db,
    'SELECT id, registers, sets FROM placement WHERE alive = 1 AND day IS NULL ORDER BY id',
  ).all();
  return (rows as ViewRow[]).map((row) => rowToView('placement', row));
}

/** Placements of these pieces, the nearest to `today` first. */
export function placementsOfPieces(
  db: ReadDb,
  pieceIds: readonly string[],
  today: WallDate,
  limit: number,
): readonly Placement[] {
  const rows = prepared(
    db,
    `SELECT id, registers, sets FROM placement
     WHERE alive = 1 AND day IS NOT NULL AND piece_id IN (SELECT value FROM json_each(?))
     ORDER BY abs(julianday(day) - julianday(?)), day DESC, id LIMIT ?`,
  ).all(JSON.stringify(pieceIds), today, limit) as ViewRow[];
  return rows.map((row) => rowToView('placement', row));
}

type PieceFacts = {
  readonly id: string;
  readonly title: string;
  readonly kind: PieceKind;
  readonly state: PieceState;
  readonly lang: Lang;
  readonly cover: string | null;
};

/** Adds what a tile shows of the piece and the variant: two queries, however many placements. */
export function placementCards(db: ReadDb, placements: readonly Placement[]): readonly PlacementCard[] {
  const pieceIds = [...new Set(placements.flatMap(({ pieceId }) => (pieceId === null ? [] : [pieceId])))];
  const pieces = new Map(
    (
      prepared(
        db,
        `SELECT id, title, kind, state, lang, json_extract(registers, '$.coverId') AS cover FROM piece
         WHERE id IN (SELECT value FROM json_each(?))`,
      ).all(JSON.stringify(pieceIds)) as PieceFacts[]
    ).map((facts) => [facts.id, facts]),
  );
  const variantIds = placements.flatMap((placement) => variantOf(placement) ?? []);
  const approvals = new Map(
    (
      prepared(
        db,
        "SELECT id, json_extract(registers, '$.approval') AS approval FROM variant WHERE alive = 1 AND id IN (SELECT value FROM json_each(?))",
      ).all(JSON.stringify(variantIds)) as { id: string; approval: Approval | null }[]
    ).map(({ id, approval }) => [id, approval ?? 'none']),
  );
  return placements.map((placement) => {
    const piece = placement.pieceId === null ? undefined : pieces.get(placement.pieceId);
    return {
      ...placement,
      title: piece?.title ?? '',
      kind: piece?.kind ?? 'scene',
      pieceState: piece?.state ?? 'idea',
      lang: piece?.lang ?? 'zh',
      coverId: piece?.cover ?? null,
      approval: approvals.get(variantOf(placement) ?? '') ?? 'none',
    };
  });
}

/** The derived id of the variant a placement shows; null while piece or format is not known. */
export const variantOf = ({ pieceId, format, accountId }: Placement): string | null =>
  pieceId === null || format === null ? null : variantId(pieceId, format, accountId);

/** The format an account takes when nobody chose one: its own default, else its first, else its platform's first. */
export function defaultFormat(
  account: Account,
  packs: readonly PlatformPack[],
  like: string | null = null,
): string | null {
  const pack = packs.find(({ id }) => id === account.platform);
  if (pack === undefined) return account.defaultFormat;
  const family = packs
    .flatMap(({ id, formats }) => formats.map((format) => ({ ref: `${id}/${format.id}`, family: format.family })))
    .find(({ ref }) => ref === like)?.family;
  const own = pack.formats.map(({ id, family: its }) => ({ ref: `${pack.id}/${id}`, family: its }));
  const allowed = own.filter(({ ref }) => account.formats.length === 0 || account.formats.includes(ref));
  return (
    allowed.find((format) => format.family === family)?.ref ??
    account.defaultFormat ??
    allowed[0]?.ref ??
    own[0]?.ref ??
    null
  );
}

export type Move = {
  readonly id: string;
  readonly day: WallDate;
  readonly time?: WallTime | null | undefined;
  readonly accountId?: string | undefined;
  readonly format?: string | undefined;
};

/**
 * Moves placements. The clock time stays unless given; an account of another platform brings its own format. State
 * and outcome are other facts and never change here.
 */
export function moveOps(db: ReadDb, moves: readonly Move[], packs: readonly PlatformPack[]): readonly Op[] {
  const placements = new Map(
    readViews(
      db,
      'placement',
      moves.map(({ id }) => id),
    ).map((placement) => [placement.id, placement]),
  );
  return moves.flatMap((move): Op[] => {
    const placement = placements.get(move.id) ?? refuse('not_found', { where: `placement ${move.id}` });
    const set = (register: string, value: string | null): Op => ({
      kind: 'set',
      type: 'placement',
      id: move.id,
      register,
      value,
    });
    const ops = [set('day', move.day)];
    if (move.time !== undefined) ops.push(set('time', move.time));
    if (move.accountId !== undefined && move.accountId !== placement.accountId) {
      const account =
        readView(db, 'account', move.accountId) ?? refuse('not_found', { where: `account ${move.accountId}` });
      ops.push(set('accountId', account.id));
      const stays = placement.format?.startsWith(`${account.platform}/`) ?? false;
      const format = move.format ?? (stays ? placement.format : defaultFormat(account, packs, placement.format));
      ops.push(set('format', format));
    } else if (move.format !== undefined) ops.push(set('format', move.format));
    return ops;
  });
}
