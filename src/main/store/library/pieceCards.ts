import type { PieceCard } from '../../../contract';
import type { Lang, PieceKind, PieceState } from '../../../core/model/records';
import { readStamp, type Stamp } from '../../../core/model/stamp';
import type { ReviewStanding } from '../../../core/review/standing';
import { joined, type Mark, marksIn, type Snippet, snippetOf } from '../../../core/search/snippet';
import { isSound } from '../../../core/search/sound';
import type { Term } from '../../../core/search/text';
import type { WallDate } from '../../../core/time/wall';
import { prepared, type ReadDb } from '../database';
import type { Sounds } from './indexing';
import { excerptOf, textOf } from './pieceText';

type CardRow = {
  readonly n: number;
  readonly id: string;
  readonly shelf: number;
  readonly title: string;
  readonly kind: PieceKind;
  readonly subkind: string | null;
  readonly state: PieceState;
  readonly lang: Lang;
  readonly persona_id: string | null;
  readonly campaign_id: string | null;
  readonly owner_id: string | null;
  readonly product: string;
  readonly cover_id: string | null;
  readonly created_on: WallDate | null;
  readonly tags: string;
  readonly touched: string;
  readonly trashed_at: number | null;
  readonly errors: number;
  readonly warnings: number;
  readonly behind: number;
  readonly review: ReviewStanding;
  readonly open_marks: number;
  readonly text_due: number;
  readonly facts_due: number;
  readonly excerpt: string | null;
  readonly placements: number;
  readonly next_day: WallDate | null;
};

const ofPiece = "FROM placement l WHERE l.piece_id = c.id AND l.alive = 1 AND l.outcome <> 'skipped'";

/** Cards of a page, in its order. Snippets are made for these rows only. */
export function cardsOf(
  db: ReadDb,
  page: readonly number[],
  today: WallDate,
  terms: readonly Term[] = [],
  sounds: Sounds | null = null,
): readonly PieceCard[] {
  const rows = prepared(
    db,
    `SELECT c.*, x.excerpt, (SELECT count(*) ${ofPiece}) AS placements,
       COALESCE((SELECT min(l.day) ${ofPiece} AND l.day >= @today), (SELECT max(l.day) ${ofPiece})) AS next_day
     FROM json_each(@page) w JOIN piece_card c ON c.n = w.value LEFT JOIN piece_text x ON x.n = c.n ORDER BY w.key`,
  ).all({ page: JSON.stringify(page), today }) as CardRow[];
  const wanted = terms.filter(({ not }) => !not).map(({ text }) => text);
  return rows.map((row) => rowToCard(db, row, wanted, sounds));
}

function rowToCard(db: ReadDb, row: CardRow, terms: readonly string[], sounds: Sounds | null): PieceCard {
  const { id, title, kind, subkind, state, lang, product } = row;
  const tags = JSON.parse(row.tags) as readonly string[];
  return {
    id,
    title,
    kind,
    subkind,
    state,
    lang,
    tags,
    personaId: row.persona_id,
    campaignId: row.campaign_id,
    ownerId: row.owner_id,
    product,
    coverId: row.cover_id,
    // The excerpt follows with the index; what was edited a moment ago is read on the spot.
    excerpt: row.text_due === 1 ? excerptOf(textOf(db, id)?.body ?? '') : (row.excerpt ?? ''),
    ...shownHits(db, id, title, terms, sounds),
    updatedAt: row.touched === '' ? 0 : readStamp(row.touched as Stamp).millis,
    createdOn: row.created_on,
    trashedAt: row.trashed_at,
    placements: row.placements,
    nextDay: row.next_day,
    errors: row.errors,
    warnings: row.warnings,
    behind: row.behind === 1,
    review: row.review,
    openMarks: row.open_marks,
    checked: row.facts_due === 0,
  };
}

/** Marks in the title, and a snippet of the rest for the terms that are not there. */
function shownHits(
  db: ReadDb,
  id: string,
  title: string,
  terms: readonly string[],
  sounds: Sounds | null,
): { readonly titleMarks: readonly Mark[]; readonly snippet: Snippet | null } {
  if (terms.length === 0) return { titleMarks: [], snippet: null };
  const places = terms.map((term): readonly Mark[] => {
    const marks = marksIn(title, [term]);
    const sound = marks.length === 0 && sounds !== null && isSound(term) ? sounds.findSound(title, term) : null;
    return sound === null ? marks : [sound];
  });
  const titleMarks = joined(places.flat());
  const elsewhere = terms.filter((_, index) => places[index]?.length === 0);
  if (elsewhere.length === 0) return { titleMarks, snippet: null };
  const whole = textOf(db, id)?.whole ?? '';
  return { titleMarks, snippet: snippetOf(title === '' ? whole : whole.slice(title.length + 1), elsewhere) };
}
