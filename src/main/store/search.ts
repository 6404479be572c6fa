import { type Doc, docSchema } from '../../core/model/doc';
import { docText } from '../../core/model/docText';
import { searchable } from '../../core/text/searchable';
import { prepared, type WriteDb } from './database';
import { readVersion, rowToView, type ViewRow } from './rows';

/** Longest excerpt shown in lists, in UTF-16 units; lists clip it further by width. */
const EXCERPT = 160;

/**
 * Brings the search text of edited pieces up to date. Called before a query and when the store is idle, so that an
 * edit itself never waits for indexing and a search never misses it.
 */
export function refreshSearch(db: WriteDb, most = Number.MAX_SAFE_INTEGER): number {
  const rows = prepared(db, 'SELECT id, registers, sets, heads FROM piece WHERE dirty = 1 LIMIT ?').all(
    most,
  ) as (ViewRow & { heads: string })[];
  if (rows.length === 0) return 0;
  db.transaction(() => {
    for (const row of rows) {
      const piece = rowToView('piece', row);
      const head = (JSON.parse(row.heads) as string[]).sort().at(-1);
      const stored = head === undefined ? null : readVersion(db, row.id, head);
      const doc = docSchema.safeParse(stored?.doc);
      const body = doc.success ? docText(doc.data as Doc) : '';
      const parts = [piece.title, body, ...Object.values(piece.brief), ...piece.tags, piece.product, piece.notes];
      prepared(
        db,
        'INSERT INTO piece_search (id, text, excerpt) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET text = excluded.text, excerpt = excluded.excerpt',
      ).run(row.id, searchable(parts.join('\n')), body.slice(0, EXCERPT).toWellFormed().replaceAll('\n', ' '));
      prepared(db, 'UPDATE piece SET dirty = 0 WHERE id = ?').run(row.id);
    }
  })();
  return rows.length;
}
