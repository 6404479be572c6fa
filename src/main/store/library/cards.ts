import type { Json } from '../../../core/model/json';
import type { RecordType } from '../../../core/model/records';
import { readStamp, type Stamp } from '../../../core/model/stamp';
import { elementsOf, type RecordState } from '../../../core/plan/state';
import { prepared, type ReadDb, unsynced, type WriteDb } from '../database';
import { readMeta, writeMeta } from '../migrations';
import { viewOfState } from '../recordViews';

/** Where a piece is: in the library, in the trash, deleted. */
export const shelves = { library: 0, trash: 1, deleted: 2 } as const;

const columns = [
  'shelf',
  'title',
  'kind',
  'subkind',
  'state',
  'lang',
  'persona_id',
  'campaign_id',
  'owner_id',
  'sibling_group',
  'product',
  'cover_id',
  'created_on',
  'tags',
  'formats',
  'touched',
  'trashed_at',
] as const;

type Column = (typeof columns)[number];
type Card = Readonly<Record<Column, string | number | null>> & { readonly id: string; readonly shelf: number };

const insert = `INSERT INTO piece_card (n, id, ${columns.join(', ')})
  VALUES ((SELECT min(0, COALESCE(min(n), 0)) - 1 FROM piece_card), @id, ${columns.map((column) => `@${column}`).join(', ')})`;

/**
 * Marks pieces whose cards no longer show them: all of a card that an edit pays for. The mark is part of the edit's own
 * transaction, so that no card is forgotten; the card follows before anybody reads one (`settleCards`).
 */
export const markCards = (db: WriteDb, ids: readonly string[]): void => {
  prepared(db, 'INSERT OR IGNORE INTO card_due (id) SELECT value FROM json_each(?)').run(JSON.stringify(ids));
};

/** Cards brought up to date in one transaction: a first build of a large library takes several. */
const AT_ONCE = 20_000;

/** Brings the cards of edited pieces up to date. To be called before cards are read; costs one seek when none is due. */
export function settleCards(db: WriteDb): void {
  const due = prepared(
    db,
    `SELECT d.id, p.registers, p.stamps, p.sets, p.alive, p.touched
     FROM card_due d LEFT JOIN piece p ON p.id = d.id LIMIT ${AT_ONCE}`,
  );
  while (prepared(db, 'SELECT 1 FROM card_due LIMIT 1').get() !== undefined)
    unsynced(db, () => {
      for (const row of due.all() as DueCard[]) {
        if (row.touched !== null) writeCard(db, row);
        prepared(db, 'DELETE FROM card_due WHERE id = ?').run(row.id);
      }
    });
}

/** A piece's row, as far as its card shows it. */
type DueCard = {
  readonly id: string;
  readonly registers: string;
  readonly stamps: string;
  readonly sets: string;
  readonly alive: number;
  /** Null when there is no such piece any more. */
  readonly touched: string | null;
};

/** The index of texts and the facts of adaptation follow in quiet moments: here they are marked as due. */
function writeCard(db: WriteDb, row: DueCard): void {
  const card = cardOf(row);
  // On an account of another language a piece is shown by its sibling's text.
  if (card.sibling_group !== null)
    prepared(db, 'UPDATE piece_card SET facts_due = 1 WHERE sibling_group = ? AND facts_due = 0').run(
      card.sibling_group,
    );
  const before = prepared(db, `SELECT n, ${columns.join(', ')} FROM piece_card WHERE id = ?`).get(card.id) as
    | (Card & { readonly n: number })
    | undefined;
  if (before === undefined) {
    const { lastInsertRowid } = prepared(db, insert).run(card);
    addTags(db, card.shelf, tagsOf(card), Number(lastInsertRowid));
    return;
  }
  // A column that is set is written in every index it is part of, so only those are set that differ.
  const sets = columns.filter((column) => card[column] !== before[column]).map((column) => `${column} = @${column}, `);
  prepared(db, `UPDATE piece_card SET ${sets.join('')}text_due = 1, facts_due = 1 WHERE id = @id`).run(card);
  if (card.tags === before.tags && card.shelf === before.shelf) return;
  removeTags(db, before.shelf, tagsOf(before), before.n);
  addTags(db, card.shelf, tagsOf(card), before.n);
}

const tagsOf = ({ tags }: Card): readonly string[] => JSON.parse(String(tags)) as readonly string[];

/** The latest stamp of any piece, deleted ones included; null for none. */
export const latestCard = (db: ReadDb): string | null =>
  (
    prepared(
      db,
      `SELECT max(touched) AS stamp FROM (${Object.values(shelves)
        .map((shelf) => `SELECT max(touched) AS touched FROM piece_card WHERE shelf = ${shelf}`)
        .join(' UNION ALL ')})`,
    ).get() as { stamp: string | null }
  ).stamp;

export function addTags(db: WriteDb, shelf: number, tags: readonly string[], n: number): void {
  if (shelf === shelves.deleted) return;
  for (const tag of tags)
    prepared(db, 'INSERT OR IGNORE INTO piece_tag (shelf, tag, n) VALUES (?, ?, ?)').run(shelf, tag, n);
}

export function removeTags(db: WriteDb, shelf: number, tags: readonly string[], n: number): void {
  for (const tag of tags)
    prepared(db, 'DELETE FROM piece_tag WHERE shelf = ? AND tag = ? AND n = ?').run(shelf, tag, n);
}

function cardOf({ id, registers, stamps, sets, alive, touched }: DueCard): Card {
  const piece = viewOfState('piece', id, JSON.parse(registers) as Record<string, Json>);
  const kept = { sets: JSON.parse(sets) as RecordState['sets'] };
  const trashed = piece.trashed ? shelves.trash : shelves.library;
  const trashedAt = piece.trashed ? (JSON.parse(stamps) as RecordState['stamps']).trashed : undefined;
  return {
    id,
    shelf: alive === 1 ? trashed : shelves.deleted,
    title: piece.title,
    kind: piece.kind,
    subkind: piece.subkind,
    state: piece.state,
    lang: piece.lang,
    persona_id: piece.personaId,
    campaign_id: piece.campaignId,
    owner_id: piece.ownerId,
    sibling_group: piece.siblingGroup,
    product: piece.product,
    cover_id: piece.coverId,
    created_on: piece.createdOn,
    tags: JSON.stringify(elementsOf(kept as RecordState, 'tags')),
    formats: elementsOf(kept as RecordState, 'formats').length,
    touched,
    trashed_at: trashedAt === undefined ? null : readStamp(trashedAt as Stamp).millis,
  };
}

/** Records whose change may change what adaptation says of pieces, and of which. */
const factsDue: { readonly [T in RecordType]?: string } = {
  placement: "UPDATE piece_card SET facts_due = 1 WHERE facts_due = 0 AND id = json_extract(@registers, '$.pieceId')",
  variant: "UPDATE piece_card SET facts_due = 1 WHERE facts_due = 0 AND id = json_extract(@registers, '$.pieceId')",
  review: "UPDATE piece_card SET facts_due = 1 WHERE facts_due = 0 AND id = json_extract(@registers, '$.pieceId')",
  account: `UPDATE piece_card SET facts_due = 1 WHERE facts_due = 0
    AND id IN (SELECT piece_id FROM placement WHERE alive = 1 AND outcome <> 'skipped' AND account_id = @id)`,
};
/** So many pieces hang on these that marking them waits for a quiet moment, too. */
const allFactsDue: ReadonlySet<RecordType> = new Set(['persona', 'community', 'platform', 'asset']);
const ALL_FACTS_DUE = 'all_facts_due';

/** Marks pieces whose findings may be others now. `registers` is the row's own JSON. */
export function markFacts(db: WriteDb, type: RecordType, id: string, registers: string): void {
  if (allFactsDue.has(type)) writeMeta(db, ALL_FACTS_DUE, '1');
  const sql = factsDue[type];
  if (sql !== undefined) prepared(db, sql).run(sql.includes('@id') ? { id } : { registers });
}

/** Whether the findings of some piece wait to be found. */
export const isFactsDue = (db: WriteDb): boolean =>
  readMeta(db, ALL_FACTS_DUE) !== null ||
  prepared(db, 'SELECT 1 FROM piece_card WHERE facts_due = 1 LIMIT 1').get() !== undefined;

/** Spreads "everything may be different" (a persona's words, a rule pack) over the pieces it can concern. */
export function soonFactsDue(db: WriteDb): void {
  if (readMeta(db, ALL_FACTS_DUE) === null) return;
  db.transaction(() => {
    prepared(
      db,
      `UPDATE piece_card SET facts_due = 1 WHERE facts_due = 0 AND (formats > 0 OR id IN
         (SELECT piece_id FROM placement WHERE alive = 1 AND outcome <> 'skipped'))`,
    ).run();
    prepared(db, 'DELETE FROM meta WHERE key = ?').run(ALL_FACTS_DUE);
  })();
}
