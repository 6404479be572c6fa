import { makeStamp } from '../../src/core/model/stamp';
import { applyOp, type Op } from '../../src/core/plan/ops';
import type { WriteDb } from '../../src/main/store/database';
import { refreshSearch } from '../../src/main/store/library/indexing';
import { writeState, writeVersion } from '../../src/main/store/rows';
import type { OpenWorkspace } from '../../src/main/store/workspace';

type Pace = {
  /** When the first record was made, and the time between two, in milliseconds (since 1970). */
  readonly from: number;
  readonly step: number;
  /** Bring cards and texts up to date, too. Default true. */
  readonly indexed?: boolean;
};

/**
 * Fills a workspace that nobody needs to keep: records, cards and texts by the studio's own functions, only the order of
 * the work is another. Nothing is synced, the indexes of the cards are made once at the end, the memory is larger.
 */
export async function fillQuickly({ db, clock }: OpenWorkspace, ops: Iterable<Op>, pace: Pace): Promise<void> {
  const { from, step, indexed = true } = pace;
  const cache = db.pragma('cache_size', { simple: true }) as number;
  db.pragma('synchronous = OFF');
  db.pragma('cache_size = -400000');
  let made = 0;
  const stampNow = () => makeStamp({ millis: from + made * step, counter: 0, node: clock.node });
  db.transaction(() => {
    for (const op of ops) {
      const { state } = applyOp(null, op, stampNow()) ?? {};
      made += 1;
      if (state === undefined) continue;
      for (const version of Object.values(state.versions)) writeVersion(db, state.id, version);
      writeState(db, state);
    }
  })();
  clock.last = stampNow();
  if (indexed) {
    const restore = withoutCardIndexes(db);
    await refreshSearch(db);
    restore();
  }
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.pragma(`cache_size = ${cache}`);
  db.pragma('synchronous = FULL');
}

/** Takes the indexes of the cards away that indexing does not ask for; what it answers makes them again. */
function withoutCardIndexes(db: WriteDb): () => void {
  const indexes = db
    .prepare(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'piece_card' AND sql IS NOT NULL AND name NOT LIKE 'card_text_%'",
    )
    .all() as { name: string; sql: string }[];
  for (const { name } of indexes) db.exec(`DROP INDEX ${name}`);
  return () => {
    for (const { sql } of indexes) db.exec(sql);
  };
}
