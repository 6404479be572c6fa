import { PURGE_NAMES, type PurgePreview, type TrashState } from '../../../contract';
import type { RecordType } from '../../../core/model/records';
import { makeStamp, type NodeId } from '../../../core/model/stamp';
import type { Op } from '../../../core/plan/ops';
import { dueBefore } from '../../../core/plan/trash';
import { refuse } from '../../../core/result';
import { prepared, type ReadDb } from '../database';

/**
 * The trash: pieces with `trashed` set, kept for as long as anyone likes. Permanent deletion is a change like any
 * other, tombstones for the piece and for what only it uses, so that it travels to colleagues and can be undone.
 */
export function trashState(db: ReadDb, now: number): TrashState {
  const rows = prepared(
    db,
    `SELECT id, COALESCE(json_extract(stamps, '$.trashed'), touched) AS since FROM piece
     WHERE alive = 1 AND trashed = 1 ORDER BY since, id`,
  ).all() as { id: string; since: string }[];
  const before = makeStamp({ millis: dueBefore(now), counter: 0, node: FIRST_NODE });
  return { count: rows.length, due: rows.filter(({ since }) => since < before).map(({ id }) => id) };
}

const FIRST_NODE = '0'.repeat(16) as NodeId;

export function purgePreview(db: ReadDb, ids: readonly string[]): PurgePreview {
  const gone = gather(db, ids);
  const names = (sql: string, of: readonly string[]) =>
    (prepared(db, sql).all(JSON.stringify(of)) as { name: string }[]).map(({ name }) => name);
  return {
    pieces: gone.piece.length,
    titles: names(
      `SELECT p.title AS name FROM json_each(?) given JOIN piece p ON p.id = given.value ORDER BY given.key LIMIT ${PURGE_NAMES}`,
      gone.piece,
    ),
    variants: gone.variant.length,
    placements: gone.placement.length,
    live: (
      prepared(
        db,
        "SELECT count(*) AS n FROM placement WHERE outcome = 'live' AND id IN (SELECT value FROM json_each(?))",
      ).get(JSON.stringify(gone.placement)) as { n: number }
    ).n,
    reviews: gone.review.length,
    figures: gone.metric.length,
    images: gone.asset.length,
    imageNames: names(
      `SELECT json_extract(a.registers, '$.name') AS name FROM json_each(?) given JOIN asset a ON a.id = given.value LIMIT ${PURGE_NAMES}`,
      gone.asset,
    ),
  };
}

/** Refuses what is not in the trash: nothing leaves the library in one step. */
export function purgeOps(db: ReadDb, ids: readonly string[]): { readonly ops: readonly Op[]; readonly pieces: number } {
  const gone = gather(db, ids);
  const waves = under(db, "SELECT id FROM wave WHERE alive = 1 AND json_extract(registers, '$.pieceId')", gone.piece);
  const ops = [
    ...waves.map((id): Op => ({ kind: 'set', type: 'wave', id, register: 'pieceId', value: null })),
    ...purged.flatMap((type) => gone[type].map((id): Op => ({ kind: 'delete', type, id }))),
  ];
  return { ops, pieces: gone.piece.length };
}

/** In the order they are deleted: what hangs on a piece goes before it. */
const purged = ['metric', 'review', 'placement', 'variant', 'piece', 'asset'] as const satisfies readonly RecordType[];
type Gone = Readonly<Record<(typeof purged)[number], readonly string[]>>;

function gather(db: ReadDb, ids: readonly string[]): Gone {
  const piece = [...new Set(ids)];
  const there = under(db, 'SELECT id FROM piece WHERE alive = 1 AND trashed = 1 AND id', piece);
  if (there.length < piece.length) refuse('not_found', { where: 'trash' });
  const placement = under(db, 'SELECT id FROM placement WHERE alive = 1 AND piece_id', piece);
  const variant = under(db, 'SELECT id FROM variant WHERE alive = 1 AND piece_id', piece);
  return {
    piece,
    placement,
    variant,
    review: either(db, 'review', 'pieceId', piece, 'variantId', variant),
    metric: either(db, 'metric', 'pieceId', piece, 'placementId', placement),
    asset: onlyUsedBy(db, piece),
  };
}

const under = (db: ReadDb, sql: string, ids: readonly string[]): readonly string[] =>
  (
    prepared(db, `${sql} IN (SELECT value FROM json_each(?)) ORDER BY id`).all(JSON.stringify(ids)) as { id: string }[]
  ).map(({ id }) => id);

function either(
  db: ReadDb,
  type: 'review' | 'metric',
  one: string,
  ones: readonly string[],
  other: string,
  others: readonly string[],
): readonly string[] {
  const register = (name: string) => `SELECT id FROM ${type} WHERE alive = 1 AND json_extract(registers, '$.${name}')`;
  return [...new Set([...under(db, register(one), ones), ...under(db, register(other), others)])].sort();
}

/** A picture in a stored text names its asset: `{"attrs":{"src":"a_…"},"type":"image"}`. */
const pictures = /"src":"([^"\\]{1,80})"/g;

/**
 * Pictures that these pieces show and nothing else does. Every kept version of every other text counts as use, so
 * that an older version brought back later still has its pictures. One pass over the texts that hold a picture.
 */
function onlyUsedBy(db: ReadDb, pieces: readonly string[]): readonly string[] {
  const mine = new Set<string>();
  const theirs = new Set<string>();
  const own = new Set(pieces);
  const see = (owner: string, id: string) => (own.has(owner) ? mine : theirs).add(id);
  const bodies = prepared(db, `SELECT owner, doc FROM body_version WHERE instr(doc, '"src":"') > 0`);
  for (const { owner, doc } of bodies.iterate() as Iterable<{ owner: string; doc: string }>)
    for (const [, id] of doc.matchAll(pictures)) see(owner, id as string);
  const covers = prepared(
    db,
    "SELECT id, json_extract(registers, '$.coverId') AS cover FROM piece WHERE alive = 1 AND cover IS NOT NULL",
  );
  for (const { id, cover } of covers.iterate() as Iterable<{ id: string; cover: string }>) see(id, cover);
  return under(
    db,
    'SELECT id FROM asset WHERE alive = 1 AND id',
    [...mine].filter((id) => !theirs.has(id)),
  );
}
