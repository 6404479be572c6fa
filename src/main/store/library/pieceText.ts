import type { Doc } from '../../../core/model/doc';
import { docText } from '../../../core/model/docText';
import type { Piece } from '../../../core/model/records';
import { graphemes } from '../../../core/text/grapheme';
import { prepared, type ReadDb } from '../database';
import { rowToView, type ViewRow } from '../rows';

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

/** The beginning of a body on one line; an ellipsis says that there is more. Never ends inside a character or a Latin word. */
export function excerptOf(body: string): string {
  const line = body
    .slice(0, EXCERPT + 1)
    .replaceAll('\n', ' ')
    .toWellFormed();
  if (line.length <= EXCERPT) return line;
  // The last character may have been cut by the slice; a Latin word that may go on goes whole.
  const whole = [...graphemes(line)]
    .slice(0, -1)
    .join('')
    .replace(/[\w'’-]{1,24}$/u, '');
  return `${whole.trimEnd()}…`;
}
