import type { RecordType } from '../../../core/model/records';
import type { Stamp } from '../../../core/model/stamp';
import { prepared, type ReadDb, type WriteDb } from '../database';

/** A text that waits beside the one that is shown, and the one it stood beside. */
export type AsideText = { readonly version: string; readonly beside: string };

/** Holds of a change, named by its stamp in `column`, that was taken back. */
export const wasUndone = (column: string): string =>
  `EXISTS (SELECT 1 FROM change c WHERE c.stamp = ${column} AND c.status IN ('undone', 'dropped'))`;

/** Somebody wrote on one of several texts: the others go on waiting, until they are chosen or left in so many words. */
export function noteAside(db: WriteDb, type: RecordType, id: string, texts: readonly string[]): void {
  const [beside, ...others] = [...texts].sort().reverse();
  for (const version of others)
    prepared(
      db,
      `INSERT INTO text_aside (type, id, version, beside) VALUES (?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET beside = excluded.beside, settled = NULL`,
    ).run(type, id, version, beside);
}

/** All texts of the record were chosen from by this change; null where choosing changed nothing that could be undone. */
export function settleAside(db: WriteDb, type: string, id: string, change: Stamp | null): void {
  if (change === null) prepared(db, 'DELETE FROM text_aside WHERE type = ? AND id = ?').run(type, id);
  else prepared(db, 'UPDATE text_aside SET settled = ? WHERE type = ? AND id = ?').run(change, type, id);
}

/** What waits beside a record's text, as long as the merge that brought it, at `since`, is not taken back. */
export const asideTexts = (db: ReadDb, type: string, id: string, since: number): readonly AsideText[] =>
  prepared(
    db,
    `SELECT version, beside FROM text_aside WHERE type = @type AND id = @id
       AND (settled IS NULL OR ${wasUndone('settled')})
       AND NOT EXISTS (SELECT 1 FROM plan_merge m WHERE m.at = @since AND ${wasUndone('m.stamp')})
     ORDER BY version`,
  ).all({ type, id, since }) as AsideText[];

/** Texts of a record that no thinning may take: they wait, or would again. */
export const heldAside = (db: ReadDb, id: string): readonly string[] =>
  (prepared(db, 'SELECT version, beside FROM text_aside WHERE id = ?').all(id) as AsideText[]).flatMap(
    ({ version, beside }) => [version, beside],
  );
