import type { Json } from '../../core/model/json';
import type { RecordType } from '../../core/model/records';
import { readStamp, type Stamp } from '../../core/model/stamp';
import { elementsOf, isAlive, type RecordState } from '../../core/plan/state';
import { prepared, type WriteDb } from './database';
import { readMeta, writeMeta } from './migrations';
import { viewOfState } from './recordViews';

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

/** The index of texts and the facts of adaptation follow in quiet moments; an edit never waits for them. */
const update = `UPDATE piece_card SET ${columns.map((column) => `${column} = @${column}`).join(', ')}, text_due = 1, facts_due = 1
  WHERE id = @id`;
const insert = `INSERT INTO piece_card (n, id, ${columns.join(', ')})
  VALUES ((SELECT min(0, COALESCE(min(n), 0)) - 1 FROM piece_card), @id, ${columns.map((column) => `@${column}`).join(', ')})`;

/** Columns by the register they show; other registers are not on the card. */
const columnOf: Readonly<Record<string, (typeof columns)[number]>> = {
  title: 'title',
  kind: 'kind',
  subkind: 'subkind',
  state: 'state',
  lang: 'lang',
  personaId: 'persona_id',
  campaignId: 'campaign_id',
  ownerId: 'owner_id',
  siblingGroup: 'sibling_group',
  product: 'product',
  coverId: 'cover_id',
  createdOn: 'created_on',
};

/** Sets what the edited registers show and nothing else: a column that is set is written in every index it is part of. */
function updateOf(edited: readonly string[]): string {
  const shown = columns.filter((column) => edited.some((register) => columnOf[register] === column));
  const sets = ['touched', ...shown].map((column) => `${column} = @${column}`).join(', ');
  return `UPDATE piece_card SET ${sets}, text_due = 1, facts_due = 1 WHERE id = @id AND shelf = @shelf`;
}

/**
 * Keeps the card of a piece in step with its row, in the same transaction. One statement for a usual edit, whose
 * `edited` registers are known; tags are written again only when they or the shelf changed.
 */
export function writeCard(
  db: WriteDb,
  state: RecordState,
  known: Readonly<Record<string, Json>>,
  touched: string,
  edited: readonly string[] | null,
): void {
  const tags = elementsOf(state, 'tags');
  const card = cardOf(state, known, tags, touched);
  // On an account of another language a piece is shown by its sibling's text.
  if (card.sibling_group !== null)
    prepared(db, 'UPDATE piece_card SET facts_due = 1 WHERE sibling_group = ? AND facts_due = 0').run(
      card.sibling_group,
    );
  if (edited !== null && prepared(db, updateOf(edited)).run(card).changes === 1) return;
  const before = prepared(db, 'SELECT n, shelf, tags FROM piece_card WHERE id = ?').get(state.id) as
    | { n: number; shelf: number; tags: string }
    | undefined;
  const n = before?.n ?? Number(prepared(db, insert).run(card).lastInsertRowid);
  if (before !== undefined) {
    prepared(db, update).run(card);
    removeTags(db, before.shelf, JSON.parse(before.tags) as readonly string[], n);
  }
  addTags(db, card.shelf, tags, n);
}

export function addTags(db: WriteDb, shelf: number, tags: readonly string[], n: number): void {
  if (shelf === shelves.deleted) return;
  for (const tag of tags)
    prepared(db, 'INSERT OR IGNORE INTO piece_tag (shelf, tag, n) VALUES (?, ?, ?)').run(shelf, tag, n);
}

export function removeTags(db: WriteDb, shelf: number, tags: readonly string[], n: number): void {
  for (const tag of tags)
    prepared(db, 'DELETE FROM piece_tag WHERE shelf = ? AND tag = ? AND n = ?').run(shelf, tag, n);
}

function cardOf(state: RecordState, known: Readonly<Record<string, Json>>, tags: readonly string[], touched: string) {
  const piece = viewOfState('piece', state.id, known);
  const trashed = piece.trashed ? shelves.trash : shelves.library;
  const stamp = state.stamps.trashed;
  return {
    id: state.id,
    shelf: isAlive(state) ? trashed : shelves.deleted,
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
    tags: JSON.stringify(tags),
    formats: elementsOf(state, 'formats').length,
    touched,
    trashed_at: piece.trashed && stamp !== undefined ? readStamp(stamp as Stamp).millis : null,
  };
}

/** Records whose change may change what adaptation says of pieces, and of which. */
const factsDue: { readonly [T in RecordType]?: string } = {
  placement: "UPDATE piece_card SET facts_due = 1 WHERE facts_due = 0 AND id = json_extract(@registers, '$.pieceId')",
  variant: "UPDATE piece_card SET facts_due = 1 WHERE facts_due = 0 AND id = json_extract(@registers, '$.pieceId')",
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
