import type { PieceCard } from '../../../contract';
import type { StoreContext } from '../context';
import { prepared, type ReadDb } from '../database';
import { shelves } from './cards';
import { countUnplanned, isUnplanned } from './conditions';
import { cardsOf } from './pieceCards';

/** Most slips the tray holds. */
const MOST_TRAY = 500;

export const countOnShelf = (db: ReadDb, shelf: number): number =>
  (prepared(db, 'SELECT count(*) AS n FROM piece_card WHERE shelf = ?').get(shelf) as { n: number }).n;

export const countPieces = (db: ReadDb): number => countOnShelf(db, shelves.library);

const open = `c.shelf = ${shelves.library} AND c.state <> 'archived'`;

/** Pieces that wait for a day, the longest waiting first. */
export function trayOf({ db, today }: StoreContext): readonly PieceCard[] {
  const page = prepared(
    db,
    `SELECT c.n FROM piece_card c WHERE ${open} AND ${isUnplanned} ORDER BY c.created_on, c.id LIMIT ${MOST_TRAY}`,
  )
    .pluck()
    .all() as number[];
  return cardsOf(db, page, today());
}

export const countTray = (db: ReadDb): number => countUnplanned(db, open, {});
