import { searched } from '../../../core/search/searched';
import { isSound } from '../../../core/search/sound';
import { findTerm, type Term } from '../../../core/search/text';
import { prepared, type WriteDb } from '../database';
import { bindOf, type Condition, whereOf } from './conditions';
import { isInEditOrder, type Sounds } from './indexing';
import { matchOf } from './match';
import { type PieceText, textOf } from './pieceText';

/** Rows of a list in their order, by number; found as far as they were asked for. */
export type Rows = {
  readonly page: (offset: number, limit: number) => readonly number[];
  /** How many rows there are; an upper bound while not `exact`. */
  readonly total: () => { readonly total: number; readonly exact: boolean };
  /** Edited pieces that were not looked at, because very many wait for the index. */
  readonly unindexed: number;
};

export type Asked = {
  readonly conditions: readonly Condition[];
  /** `ORDER BY` of the list. */
  readonly order: string;
  readonly sort: 'updated' | 'created' | 'title' | 'best';
  readonly trashed: boolean;
  readonly terms: readonly Term[];
};

/** Edited pieces that are read on the spot while the index follows, newest first. */
const MOST_DUE = 200;
/** Texts looked at after the page is full, to say how many rows there are. */
const LOOKED_AT_ONCE = 768;
const CHUNK = 256;

type Walked = { readonly n: number; readonly touched: string };
type DueRow = Walked & { readonly id: string };
type DueHit = Walked & { readonly inTitle: boolean };

/**
 * The pieces that satisfy all terms. Two ways, one answer:
 *
 * - newest edited first (and with `best`, first among titles) the index is walked from its top and left when the page is
 *   full: the cost of a page does not grow with the library;
 * - in other orders, in the trash, and for terms the index knows nothing of, the candidates are put in order first.
 *
 * Candidates the index is not sure of are looked at in order, only as many as the page needs.
 */
export function searchRows(db: WriteDb, asked: Asked, sounds: Sounds | null): Rows {
  const { conditions, terms } = asked;
  const where = whereOf(conditions);
  const bind = bindOf(conditions);
  const match = matchOf(terms);
  const look = lookers(db, terms, sounds);
  const due = dueHits(db, where, bind, look);
  const newestFirst = asked.sort === 'best' || (asked.sort === 'updated' && isInEditOrder(db));
  const walks = match.whole !== null && !asked.trashed && newestFirst;
  const source = walks
    ? walker(
        db,
        asked,
        where,
        bind,
        match.whole ?? '',
        asked.sort === 'best' ? match.title : null,
        match.sure,
        due.hits,
        look,
      )
    : sorter(db, asked, where, bind, asked.trashed ? null : match.whole, match.sure && !asked.trashed, due.hits, look);
  const candidates = (): number => source.candidates();

  return {
    unindexed: due.left,
    page: (offset, limit) => {
      while (source.found.length < offset + limit && !source.isDone()) source.step(CHUNK);
      return source.found.slice(offset, offset + limit);
    },
    total: () => {
      if (!source.isSure)
        for (let looked = 0; looked < LOOKED_AT_ONCE && !source.isDone(); looked += CHUNK) source.step(CHUNK);
      return source.isDone()
        ? { total: source.found.length, exact: true }
        : { total: candidates() + due.hits.length - source.rejected(), exact: source.isSure };
    },
  };
}

type Lookers = {
  /** Whether a text, with the title and tags it may be found by sound in, satisfies every term. */
  readonly text: (text: string, title: string, tags: readonly string[]) => boolean;
  /** The same of the index's own row. */
  readonly row: (n: number) => boolean;
  readonly title: (title: string, tags: readonly string[]) => boolean;
};

function lookers(db: WriteDb, terms: readonly Term[], sounds: Sounds | null): Lookers {
  const soundsLike = (term: string, title: string, tags: readonly string[]): boolean =>
    sounds !== null && isSound(term) && [title, ...tags].some((text) => sounds.findSound(text, term) !== null);
  const text: Lookers['text'] = (folded, title, tags) =>
    terms.every((term) => (findTerm(folded, term.text) >= 0 || soundsLike(term.text, title, tags)) !== term.not);
  const row = prepared(
    db,
    'SELECT x.text, c.title, c.tags FROM piece_text x JOIN piece_card c ON c.n = x.n WHERE x.n = ?',
  );
  return {
    text,
    row: (n) => {
      const found = row.get(n) as { text: string; title: string; tags: string } | undefined;
      return found !== undefined && text(found.text, found.title, JSON.parse(found.tags) as readonly string[]);
    },
    title: (title, tags) => {
      const folded = searched(title);
      return terms.every((term) => term.not || findTerm(folded, term.text) >= 0 || soundsLike(term.text, title, tags));
    },
  };
}

/**
 * Pieces edited since the index was last brought up to date, read from their records. The index is named because the
 * planner has no statistics and would rather read the whole shelf.
 */
function dueHits(
  db: WriteDb,
  where: string,
  bind: object,
  look: Lookers,
): { readonly hits: readonly DueHit[]; readonly left: number } {
  const { waiting } = prepared(
    db,
    `SELECT count(*) AS waiting FROM piece_card c INDEXED BY card_text_due WHERE c.text_due = 1 AND ${where}`,
  ).get(bind) as {
    waiting: number;
  };
  if (waiting === 0) return { hits: [], left: 0 };
  const rows = prepared(
    db,
    `SELECT c.n, c.touched, c.id FROM piece_card c INDEXED BY card_text_due WHERE c.text_due = 1 AND ${where} ORDER BY c.touched DESC, c.id LIMIT ${MOST_DUE}`,
  ).all(bind) as DueRow[];
  const hits = rows.flatMap(({ n, touched, id }): DueHit[] => {
    const found: PieceText | null = textOf(db, id);
    if (found === null) return [];
    const { title, tags } = found.piece;
    return look.text(searched(found.whole), title, tags) ? [{ n, touched, inTitle: look.title(title, tags) }] : [];
  });
  return { hits, left: Math.max(0, waiting - rows.length) };
}

type Source = {
  readonly found: number[];
  readonly isSure: boolean;
  readonly isDone: () => boolean;
  /** Goes on over so many candidates. */
  readonly step: (most: number) => void;
  /** How many the index names, due ones not among them, and how many of these were looked at in vain. */
  readonly candidates: () => number;
  readonly rejected: () => number;
};

/** Down the numbers of the index; with `title` once through the titles first. */
function walker(
  db: WriteDb,
  asked: Asked,
  where: string,
  bind: object,
  whole: string,
  title: string | null,
  sure: boolean,
  due: readonly DueHit[],
  look: Lookers,
): Source {
  const found: number[] = [];
  const inTitle = new Set<number>();
  const stages = title === null ? ['all' as const] : (['title', 'rest'] as const);
  const chunk = prepared(
    db,
    `SELECT c.n, c.touched, c.title, c.tags FROM piece_tokens CROSS JOIN piece_card c ON c.n = piece_tokens.rowid
     WHERE piece_tokens MATCH @match AND piece_tokens.rowid < CAST(@below AS INTEGER) AND c.text_due = 0 AND ${where}
     ORDER BY piece_tokens.rowid DESC LIMIT @most`,
  );
  let stage = 0;
  let below = Number.MAX_SAFE_INTEGER;
  let rejected = 0;
  let counted: number | null = null;
  const waitingDue = stages.map((name) => due.filter((hit) => name === 'all' || hit.inTitle === (name === 'title')));

  const takeDue = (newerThan: string): void => {
    const waiting = waitingDue[stage] ?? [];
    while (waiting[0] !== undefined && waiting[0].touched >= newerThan) found.push((waiting.shift() as DueHit).n);
  };
  const isHit = (row: Walked & { title: string; tags: string }): boolean => {
    if (stages[stage] === 'title') {
      if (!sure && !look.title(row.title, JSON.parse(row.tags) as readonly string[])) return false;
      if (!sure && !look.row(row.n)) return false;
      inTitle.add(row.n);
      return true;
    }
    if (inTitle.has(row.n)) return false;
    if (sure || look.row(row.n)) return true;
    rejected += 1;
    return false;
  };
  return {
    found,
    isSure: sure,
    isDone: () => stage >= stages.length,
    step: (most) => {
      const rows = chunk.all({ ...bind, match: stages[stage] === 'title' ? title : whole, below, most }) as (Walked & {
        title: string;
        tags: string;
      })[];
      for (const row of rows) {
        if (!isHit(row)) continue;
        takeDue(row.touched);
        found.push(row.n);
      }
      below = rows.at(-1)?.n ?? below;
      if (rows.length === most) return;
      takeDue('');
      stage += 1;
      below = Number.MAX_SAFE_INTEGER;
    },
    candidates: () => {
      counted ??= countCandidates(db, asked, where, bind, whole);
      return counted;
    },
    rejected: () => rejected,
  };
}

/** Counted from the index alone where the shelf is all that is asked: what is due is then taken off again. */
function countCandidates(db: WriteDb, { conditions }: Asked, where: string, bind: object, match: string): number {
  const due = prepared(db, 'SELECT n FROM piece_card WHERE text_due = 1 AND n > 0 LIMIT 101').pluck().all() as number[];
  if (conditions.some(({ group }) => group !== 'shelf') || due.length > 100)
    return (
      prepared(
        db,
        `SELECT count(*) AS total FROM piece_tokens CROSS JOIN piece_card c ON c.n = piece_tokens.rowid
         WHERE piece_tokens MATCH @match AND c.text_due = 0 AND ${where}`,
      ).get({ ...bind, match }) as { total: number }
    ).total;
  const { total } = prepared(db, 'SELECT count(*) AS total FROM piece_tokens WHERE piece_tokens MATCH ?').get(
    match,
  ) as {
    total: number;
  };
  const isNamed = prepared(db, 'SELECT 1 FROM piece_tokens WHERE piece_tokens MATCH ? AND rowid = ?');
  return total - due.filter((n) => isNamed.get(match, n) !== undefined).length;
}

/** Candidates put in order first. */
function sorter(
  db: WriteDb,
  { order }: Asked,
  where: string,
  bind: object,
  match: string | null,
  sure: boolean,
  due: readonly DueHit[],
  look: Lookers,
): Source {
  const named = match === null ? '' : 'AND c.n IN (SELECT rowid FROM piece_tokens WHERE piece_tokens MATCH @match)';
  const ordered = prepared(
    db,
    `SELECT c.n FROM piece_card c WHERE ${where}
       AND (c.text_due = 0 ${named} OR c.n IN (SELECT value FROM json_each(@due))) ORDER BY ${order}`,
  )
    .pluck()
    .all({ ...bind, ...(match === null ? {} : { match }), due: JSON.stringify(due.map(({ n }) => n)) }) as number[];
  const known = new Set(due.map(({ n }) => n));
  const found: number[] = [];
  let at = 0;
  let rejected = 0;
  return {
    found,
    isSure: sure,
    isDone: () => at >= ordered.length,
    step: (most) => {
      for (const end = Math.min(ordered.length, at + most); at < end; at += 1) {
        const n = ordered[at] as number;
        if (sure || known.has(n) || look.row(n)) found.push(n);
        else rejected += 1;
      }
    },
    candidates: () => ordered.length - due.length,
    rejected: () => rejected,
  };
}
