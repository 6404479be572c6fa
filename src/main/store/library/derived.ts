import { prepared, type WriteDb } from '../database';
import { readMeta, writeMeta } from '../migrations';
import { settleCards } from './cards';

/** Says what the derived tables were made by: a studio that makes them in another way makes them anew. */
const CARDS = 'cards';
const CARDS_MADE_BY = '2';

/**
 * Makes the cards of all pieces when they are not there yet: after the migration that brought the table, or when an older
 * studio made them. In one transaction, so that a kill leaves it to do again. The index of texts and the findings then
 * follow in quiet moments.
 */
export function ensureCards(db: WriteDb): void {
  if (readMeta(db, CARDS) === CARDS_MADE_BY) return;
  db.transaction(() => {
    for (const sql of emptied) prepared(db, sql).run();
    prepared(db, 'INSERT OR IGNORE INTO card_due (id) SELECT id FROM piece').run();
    settleCards(db);
    writeMeta(db, CARDS, CARDS_MADE_BY);
  })();
}

const emptied = [
  'DELETE FROM piece_card',
  'DELETE FROM piece_tag',
  'DELETE FROM piece_text',
  "INSERT INTO piece_tokens (piece_tokens) VALUES ('delete-all')",
] as const;
