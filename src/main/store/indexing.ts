import { addTokens, IN_TITLE } from '../../core/search/tokens';
import { searchable } from '../../core/text/searchable';
import { addTags, removeTags, shelves } from './cards';
import { prepared, type ReadDb, type WriteDb } from './database';
import { readMeta, writeMeta } from './migrations';
import { excerptOf, type PieceText, textOf } from './pieceText';

/**
 * The index of texts follows the edits in quiet moments, a slice at a time, newest edited first.
 *
 * Its rows are numbered so that the newest edited piece has the highest number: what was edited goes on top, what is
 * read for the first time and is older than everything so far goes below. A search then walks the numbers downwards and
 * may stop when its page is full.
 */
export type Sounds = typeof import('../../core/search/pinyin');

/** Loaded when first needed: a dictionary has no place in the start of the studio. */
export const loadSounds = (): Promise<Sounds> => import('../../core/search/pinyin');

/** The most one slice takes on, so that no call waits long behind it: pieces, and UTF-16 units of text. */
const MOST_PIECES = 64;
const MOST_TEXT = 60_000;

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
export function indexSlice(db: WriteDb, sounds: Sounds): boolean {
  const due = prepared(
    db,
    'SELECT n, id, shelf, touched, tags FROM piece_card WHERE text_due = 1 ORDER BY touched DESC LIMIT ?',
  ).all(MOST_PIECES) as DueRow[];
  if (due.length === 0) return false;
  const slice: Ready[] = [];
  for (let read = 0; slice.length < due.length && read < MOST_TEXT; ) {
    const row = due[slice.length] as DueRow;
    const text = row.shelf === shelves.deleted ? null : textOf(db, row.id);
    read += text?.whole.length ?? 0;
    slice.push({ row, text });
  }
  db.transaction(() => {
    // The index takes rising numbers within one transaction; a lower one makes it flush in between.
    for (const { ready, n } of numbered(db, slice.reverse())) write(db, ready, n, sounds);
  })();
  return slice.length < due.length || due.length === MOST_PIECES;
}

/** Everything that is due, without a pause: for imports that wait for it, benches and tests. */
export async function refreshSearch(db: WriteDb): Promise<void> {
  const sounds = await loadSounds();
  while (indexSlice(db, sounds));
}

const ARRIVAL = 'index_order';
/** Whether the numbers are in the order of the edits. Not any more once older edits arrived late, from a colleague's file. */
export const isInEditOrder = (db: WriteDb): boolean => readMeta(db, ARRIVAL) === null;

/** Gives each its number; the oldest comes first. */
function numbered(db: WriteDb, slice: readonly Ready[]): readonly { readonly ready: Ready; readonly n: number }[] {
  const edge = (order: 'ASC' | 'DESC') =>
    prepared(db, `SELECT n, touched FROM piece_card WHERE n > 0 ORDER BY n ${order} LIMIT 1`).get() as
      | { n: number; touched: string }
      | undefined;
  const lowest = edge('ASC');
  const highest = edge('DESC');
  const isOlder = ({ row }: Ready): boolean => row.n < 0 && lowest !== undefined && row.touched <= lowest.touched;
  const below = slice.filter(isOlder);
  const above = slice.filter((ready) => !isOlder(ready));
  if (above.some(({ row }) => highest !== undefined && row.touched < highest.touched))
    writeMeta(db, ARRIVAL, 'arrival');
  return [
    ...below.map((ready, index) => ({ ready, n: (lowest?.n ?? FIRST) - below.length + index })),
    ...above.map((ready, index) => ({ ready, n: (highest?.n ?? FIRST) + 1 + index })),
  ];
}

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
  const whole = searchable(text.whole);
  prepared(db, 'INSERT INTO piece_text (n, text, excerpt) VALUES (?, ?, ?)').run(n, whole, excerptOf(text.body));
  // What is in the trash is few and read through; the index holds the library alone, so that counting it is exact.
  if (row.shelf === shelves.library)
    prepared(db, 'INSERT INTO piece_tokens (rowid, tokens) VALUES (?, ?)').run(n, tokensOf(text, whole, sounds));
}

function tokensOf({ piece }: PieceText, whole: string, sounds: Sounds): string {
  const tokens = new Set<string>();
  addTokens(tokens, whole);
  addTokens(tokens, searchable(piece.title), IN_TITLE);
  for (const text of [piece.title, ...piece.tags]) sounds.addSounds(tokens, text);
  return [...tokens].join(' ');
}
