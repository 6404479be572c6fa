import { searched } from '../../../core/search/searched';
import { addTokens, IN_TITLE } from '../../../core/search/tokens';
import { prepared, type ReadDb, unsynced, type WriteDb } from '../database';
import { readMeta, writeMeta } from '../migrations';
import { addTags, removeTags, settleCards, shelves } from './cards';
import { excerptOf, type PieceText, textOf } from './pieceText';

/**
 * The index of texts follows the edits in quiet moments, a slice at a time, newest edited first.
 *
 * Its rows are numbered so that the newest edited piece has the highest number: what was edited goes on top, what is
 * read for the first time and is older than everything so far goes below. A search then walks the numbers downwards and
 * may stop when its page is full.
 */
export type Sounds = typeof import('../../../core/search/pinyin');

/** Loaded when first needed: a dictionary has no place in the start of the studio. */
export const loadSounds = (): Promise<Sounds> => import('../../../core/search/pinyin');

/** The most one slice takes on: pieces, and UTF-16 units of text. */
type SliceSize = { readonly pieces: number; readonly text: number };
/** While calls may come, none of them waits long behind a slice. */
const BESIDE_CALLS: SliceSize = { pieces: 64, text: 60_000 };
/** Where somebody waits for the whole index, larger slices write each page fewer times. */
const WITHOUT_PAUSE: SliceSize = { pieces: 4_000, text: 8_000_000 };

/** Where numbering begins; there is room for a billion older pieces below. */
const FIRST = 1_000_000_000;

type DueRow = {
  readonly n: number;
  readonly id: string;
  readonly shelf: number;
  readonly touched: string;
  readonly tags: string;
};
type Ready = { readonly row: DueRow; readonly text: PieceText | null };

export const isIndexDue = (db: ReadDb): boolean =>
  prepared(db, 'SELECT 1 FROM piece_card WHERE text_due = 1 LIMIT 1').get() !== undefined;

/** Brings a slice of edited pieces into the index. Answers whether more are due. */
export function indexSlice(db: WriteDb, sounds: Sounds, most: SliceSize = BESIDE_CALLS): boolean {
  settleCards(db);
  const { rows, ...place } = nextSlice(db, most.pieces);
  if (rows.length === 0) return false;
  const slice: Ready[] = [];
  for (let read = 0; slice.length < rows.length && read < most.text; ) {
    const row = rows[slice.length] as DueRow;
    const text = row.shelf === shelves.deleted ? null : textOf(db, row.id);
    read += text?.whole.length ?? 0;
    slice.push({ row, text });
  }
  // The index takes rising numbers within one transaction; a lower one makes it flush in between.
  const rising = place.side === 'above' ? slice : slice.reverse();
  const first = place.side === 'above' ? place.edge + 1 : place.edge - slice.length;
  // What a power cut takes back of it is due again.
  const written = db.transaction(() => {
    if (place.late) writeMeta(db, ARRIVAL, 'arrival');
    rising.forEach((ready, index) => {
      write(db, ready, first + index, sounds);
    });
  });
  unsynced(db, written);
  return isIndexDue(db);
}

/** Everything that is due, without a pause: for imports that wait for it, benches and tests. */
export async function refreshSearch(db: WriteDb): Promise<void> {
  const sounds = await loadSounds();
  while (indexSlice(db, sounds, WITHOUT_PAUSE));
}

const ARRIVAL = 'index_order';
/** Whether the numbers are in the order of the edits. Not any more once older edits arrived late, from a colleague's file. */
export const isInEditOrder = (db: WriteDb): boolean => readMeta(db, ARRIVAL) === null;

type Slice = {
  readonly rows: readonly DueRow[];
  /** Edits go above what is there, oldest first; what was never read goes below, newest first. */
  readonly side: 'above' | 'below';
  /** The number that ends the index on that side. */
  readonly edge: number;
  /** Edited earlier than what lies below: an older edit that came late. */
  readonly late: boolean;
};

/**
 * A row that was edited again stands at its old number under its new stamp until it is read: order is told by those that
 * are up to date.
 */
function nextSlice(db: WriteDb, most: number): Slice {
  const edgeOf = (which: 'max' | 'min') =>
    prepared(db, `SELECT ${which}(n) FROM piece_card WHERE n > 0`).pluck().get() as number | null;
  const stampAt = (order: 'ASC' | 'DESC') =>
    prepared(db, `SELECT touched FROM piece_card WHERE n > 0 AND text_due = 0 ORDER BY n ${order} LIMIT 1`)
      .pluck()
      .get() as string | undefined;
  const dueSince = (sign: '>' | '>=', stamp: string) =>
    prepared(db, `${due} AND touched ${sign} ? ORDER BY touched, id DESC LIMIT ?`).all(stamp, most) as DueRow[];
  const newest = stampAt('DESC');
  if (newest !== undefined) {
    const edge = edgeOf('max') ?? FIRST;
    const edited = dueSince('>=', newest);
    if (edited.length > 0) return { rows: edited, side: 'above', edge, late: false };
    const between = dueSince('>', stampAt('ASC') ?? newest);
    if (between.length > 0) return { rows: between, side: 'above', edge, late: true };
  }
  const rows = prepared(db, `${due} ORDER BY touched DESC, id LIMIT ?`).all(most) as DueRow[];
  return { rows, side: 'below', edge: edgeOf('min') ?? FIRST, late: false };
}

const due = 'SELECT n, id, shelf, touched, tags FROM piece_card INDEXED BY card_text_due WHERE text_due = 1';

function write(db: WriteDb, { row, text }: Ready, n: number, sounds: Sounds): void {
  if (row.n > 0) {
    prepared(db, 'DELETE FROM piece_tokens WHERE rowid = ?').run(row.n);
    prepared(db, 'DELETE FROM piece_text WHERE n = ?').run(row.n);
  }
  const tags = JSON.parse(row.tags) as readonly string[];
  removeTags(db, row.shelf, tags, row.n);
  prepared(db, 'UPDATE piece_card SET n = ?, text_due = 0 WHERE n = ?').run(n, row.n);
  addTags(db, row.shelf, tags, n);
  if (text === null) return;
  const whole = searched(text.whole);
  prepared(db, 'INSERT INTO piece_text (n, text, excerpt) VALUES (?, ?, ?)').run(n, whole, excerptOf(text.body));
  // What is in the trash is few and read through; the index holds the library alone, so that counting it is exact.
  if (row.shelf === shelves.library)
    prepared(db, 'INSERT INTO piece_tokens (rowid, tokens) VALUES (?, ?)').run(n, tokensOf(text, whole, sounds));
}

function tokensOf({ piece }: PieceText, whole: string, sounds: Sounds): string {
  const tokens = new Set<string>();
  addTokens(tokens, whole);
  addTokens(tokens, searched(piece.title), IN_TITLE);
  for (const text of [piece.title, ...piece.tags]) sounds.addSounds(tokens, text);
  return [...tokens].join(' ');
}
