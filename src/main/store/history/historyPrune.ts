import { KEEP_DAILY, type KeptVersion, keptVersions, LOG_KEPT, UNDO_KEPT } from '../../../core/history/points';
import type { Piece, RecordType } from '../../../core/model/records';
import { readStamp, type Stamp } from '../../../core/model/stamp';
import { prepared, type ReadDb, type WriteDb } from '../database';
import { readView } from '../rows';
import { heldAside } from './asideTexts';

/**
 * Keeps history from growing without end. Texts are thinned out as `keptVersions` says; steps of undo older than a
 * quarter that touch what is written lose their bodies and can no longer be taken back, those of the plan alone stay; log rows older than two years go. What is shown, named, or
 * was carried away lately stays whatever its age.
 */
/** Types whose steps hold whole texts, or rest on texts that are thinned out. Steps of the plan are small and stay for ever. */
const WRITTEN: readonly RecordType[] = ['piece', 'template', 'variant', 'asset'];
const touchesWriting = WRITTEN.map((type) => `instr(ops, '"type":"${type}"') > 0`).join(' OR ');

/** Pieces with fewer versions than this are not worth a look. */
const FEW = 30;

export function pruneHistory(db: WriteDb, now: number): number {
  const owners = prepared(db, 'SELECT owner FROM body_version GROUP BY owner HAVING count(*) > ?').all(FEW) as {
    owner: string;
  }[];
  return db.transaction(() => {
    let dropped = 0;
    for (const { owner } of owners) dropped += thinOut(db, owner, now);
    prepared(
      db,
      `UPDATE change SET ops = '[]', inverse = '[]', after = '[]', session = NULL,
         status = CASE WHEN status = 'dropped' THEN 'dropped' ELSE 'fixed' END
       WHERE made_at < ? AND (${touchesWriting})`,
    ).run(now - UNDO_KEPT);
    prepared(db, 'DELETE FROM piece_log WHERE at < ?').run(now - LOG_KEPT);
    return dropped;
  })();
}

function thinOut(db: WriteDb, owner: string, now: number): number {
  const versions = prepared(db, 'SELECT id, exported FROM body_version WHERE owner = ?').all(owner) as {
    id: string;
    exported: number;
  }[];
  const held = new Set([...headsOf(db, owner), ...namedVersions(db, owner, versions), ...heldAside(db, owner)]);
  const candidates = versions.map(({ id, exported }): KeptVersion => {
    const at = id.length === 34 ? readStamp(id as Stamp).millis : null;
    return { id, at, held: held.has(id) || (exported === 1 && at !== null && now - at <= KEEP_DAILY) };
  });
  const kept = keptVersions(candidates, now);
  const gone = versions.filter(({ id }) => !kept.has(id));
  for (const { id } of gone) prepared(db, 'DELETE FROM body_version WHERE owner = ? AND id = ?').run(owner, id);
  return gone.length;
}

function headsOf(db: ReadDb, owner: string): readonly string[] {
  const row = prepared(
    db,
    'SELECT heads FROM piece WHERE id = @owner UNION ALL SELECT heads FROM template WHERE id = @owner',
  ).get({ owner }) as { heads: string } | undefined;
  return row === undefined ? [] : (JSON.parse(row.heads) as string[]);
}

/** The text of each named point: the version it wrote, or the latest before it. */
function namedVersions(db: ReadDb, owner: string, versions: readonly { readonly id: string }[]): readonly string[] {
  const piece: Piece | null = readView(db, 'piece', owner);
  const stamps = versions.map(({ id }) => id).sort();
  return Object.keys(piece?.points ?? {}).flatMap((key) => stamps.findLast((id) => id <= key) ?? []);
}
