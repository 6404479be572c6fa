import type { Doc } from '../../core/model/doc';
import { docText } from '../../core/model/docText';
import type { Piece } from '../../core/model/records';
import { prepared, type ReadDb } from './database';
import { rowToView, type ViewRow } from './rows';

/** What a piece says, as it was written. */
export type PieceText = {
  readonly piece: Piece;
  readonly body: string;
  /** Title, body, brief, tags, product and notes, a line each at least: no term reaches across a line's end. */
  readonly whole: string;
};

/** Longest excerpt shown in lists, in UTF-16 units; lists clip it further by width. */
const EXCERPT = 160;

/** The text of a piece from its records; null when there is no such row. */
export function textOf(db: ReadDb, id: string): PieceText | null {
  const row = prepared(db, 'SELECT id, registers, sets, heads FROM piece WHERE id = ?').get(id) as
    | (ViewRow & { heads: string })
    | undefined;
  if (row === undefined) return null;
  const piece = rowToView('piece', row);
  const head = (JSON.parse(row.heads) as string[]).sort().at(-1);
  // Whether this version of the studio can read a body was found out when it was written.
  const stored =
    head === undefined
      ? undefined
      : (prepared(db, 'SELECT doc FROM body_version WHERE owner = ? AND id = ? AND readable = 1').get(id, head) as
          | { doc: string }
          | undefined);
  const body = stored === undefined ? '' : docText(JSON.parse(stored.doc) as Doc);
  const parts = [piece.title, body, ...Object.values(piece.brief), ...piece.tags, piece.product, piece.notes];
  return { piece, body, whole: parts.filter((part) => part !== '').join('\n') };
}

export const excerptOf = (body: string): string => body.slice(0, EXCERPT).toWellFormed().replaceAll('\n', ' ');
