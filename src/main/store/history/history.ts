import type { HistoryPage, HistoryPoint, PieceState } from '../../../contract';
import { pointName } from '../../../core/history/points';
import { type FieldOp, restoreFieldOps, rewound } from '../../../core/history/rewind';
import { type Doc, docSchema } from '../../../core/model/doc';
import { docText } from '../../../core/model/docText';
import type { Piece } from '../../../core/model/records';
import { nodeOf, readStamp, type Stamp } from '../../../core/model/stamp';
import type { ChangeLabel } from '../../../core/plan/labels';
import type { Op } from '../../../core/plan/ops';
import { refuse } from '../../../core/result';
import { codePointCount } from '../../../core/text/length';
import { prepared, type ReadDb } from '../database';
import { readBody } from '../pieces/pieces';
import { readVersion, readView } from '../rows';
import { type LogRow, logOf } from './pieceLog';

/**
 * The history of one piece, read from its log and its versions. A point is an edit by its stamp: the state after it.
 *
 *   newest ─ point ─ point ─ point ─ first        text:    the version it wrote, or the latest before it
 *     ▲ the piece as it is                        fields:  the present ones with all later edits taken back
 */

/** A point before it is dressed for the screen; `row` is null for a version without a log row. */
type Point = { readonly key: string; readonly row: LogRow | null; readonly version: string | null };

const isStamp = (id: string): id is Stamp => id.length === 34;

/** All points, newest first: rows of the log, and versions that came with a plan file or from before the log. */
function pointsOf(db: ReadDb, id: string): readonly Point[] {
  const rows = logOf(db, id);
  const logged = new Set(rows.map(({ version }) => version));
  const versions = versionsOf(db, id).map((version) => ({ id: version }));
  const points = [
    ...rows.map((row): Point => ({ key: row.stamp, row, version: row.version })),
    ...versions.filter((one) => !logged.has(one.id)).map((one): Point => ({ key: one.id, row: null, version: one.id })),
  ];
  // Stamps sort by their clocks; merged versions, which have none, come last.
  return points.sort((a, b) => {
    if (isStamp(a.key) !== isStamp(b.key)) return isStamp(a.key) ? -1 : 1;
    return a.key < b.key ? 1 : a.key > b.key ? -1 : 0;
  });
}

const versionsOf = (db: ReadDb, id: string): readonly string[] =>
  (prepared(db, 'SELECT id FROM body_version WHERE owner = ?').all(id) as { id: string }[]).map((row) => row.id);

/** A point whose text was thinned out and that changed nothing else has nothing left to show. */
function shown(db: ReadDb, id: string, points: readonly Point[]): readonly Point[] {
  const kept = new Set(versionsOf(db, id));
  return points.filter(({ row, version }) => version === null || kept.has(version) || row?.inverse !== '[]');
}

/** Rows of small edits that follow each other within this time are one point, in milliseconds. */
const FOLD = 10 * 60_000;

/** Edits of fields in one sitting read as one point: the latest stands for them, unless one was given a name. */
function folded(points: readonly Point[], piece: Piece): readonly (Point & { readonly inverse: readonly FieldOp[] })[] {
  const out: (Point & { inverse: readonly FieldOp[]; oldest: number })[] = [];
  for (const point of points) {
    const inverse = point.row === null ? [] : (JSON.parse(point.row.inverse) as FieldOp[]);
    const last = out.at(-1);
    const joins =
      last !== undefined &&
      last.version === null &&
      point.version === null &&
      last.row?.step === 'edit' &&
      point.row?.step === 'edit' &&
      inverse.length > 0 &&
      last.inverse.length > 0 &&
      last.oldest - point.row.at < FOLD &&
      pointName(piece, point.key) === null &&
      nodeOf(last.key as Stamp) === nodeOf(point.key as Stamp);
    if (joins) {
      last.inverse = [...last.inverse, ...inverse];
      last.oldest = point.row?.at ?? last.oldest;
    } else out.push({ ...point, inverse, oldest: point.row?.at ?? 0 });
  }
  return out;
}

const charsOf = (doc: Doc): number => codePointCount(docText(doc).replace(/\s+/gu, ''));

/** One page of points, newest first, after the point `after`. Sizes are read only for the page. */
export function pieceHistory(
  db: ReadDb,
  node: string,
  { id, after, limit }: { id: string; after: string | null; limit: number },
): HistoryPage {
  const piece = readView(db, 'piece', id) ?? refuse('not_found', { where: `piece ${id}` });
  const all = folded(shown(db, id, pointsOf(db, id)), piece);
  const from = after === null ? 0 : all.findIndex(({ key }) => key === after) + 1;
  const page = all.slice(from, from + limit);
  const sizes = new Map<string, number | null>();
  const size = (version: string | null): number | null => {
    if (version === null) return null;
    if (!sizes.has(version)) {
      const doc = docSchema.safeParse(readVersion(db, id, version)?.doc);
      sizes.set(version, doc.success ? charsOf(doc.data) : null);
    }
    return sizes.get(version) ?? null;
  };
  return {
    total: all.length,
    points: page.map((point, index): HistoryPoint => {
      const chars = size(point.version);
      const older = all.slice(from + index + 1).find(({ version }) => version !== null)?.version ?? null;
      const before = chars === null ? null : older === null ? 0 : size(older);
      const at = point.row?.at ?? (isStamp(point.key) ? readStamp(point.key).millis : null);
      return {
        key: point.key,
        at,
        node: isStamp(point.key) ? nodeOf(point.key) : null,
        mine: isStamp(point.key) && nodeOf(point.key) === node,
        step: point.row?.step ?? 'edit',
        label: point.row === null ? null : (JSON.parse(point.row.label) as ChangeLabel),
        fields: [...new Set(point.inverse.map((op) => (op.kind === 'set' ? op.register : op.set)))].sort(),
        text: point.version !== null,
        chars,
        delta: chars === null || before === null ? null : chars - before,
        name: pointName(piece, point.key),
      };
    }),
  };
}

/** The piece at a point; refuses `not_found`. */
export const stateAt = (db: ReadDb, id: string, key: string): PieceState =>
  findState(db, id, key) ?? refuse('not_found', { where: `piece ${id}, point ${key}` });

/** As `stateAt`, null when there is no such point. `doc` is null where the text was thinned out, or cannot be read here. */
export function findState(db: ReadDb, id: string, key: string): PieceState | null {
  const piece = readView(db, 'piece', id);
  const points = pointsOf(db, id);
  const at = points.findIndex((point) => point.key === key);
  if (piece === null || at < 0) return null;
  const later = points.slice(0, at).flatMap(({ row }) => (row === null ? [] : (JSON.parse(row.inverse) as FieldOp[])));
  const version = points.slice(at).find((point) => point.version !== null)?.version ?? null;
  const stored = version === null ? null : readVersion(db, id, version);
  const doc = docSchema.safeParse(stored?.doc);
  return { key, piece: rewound(piece, later), doc: doc.success ? doc.data : null, version };
}

/** The piece as it is now, in the same shape. */
export function stateNow(db: ReadDb, id: string): PieceState {
  const piece = readView(db, 'piece', id) ?? refuse('not_found', { where: `piece ${id}` });
  const { doc, version } = readBody(db, id);
  return { key: null, piece, doc, version };
}

/**
 * The ops that bring a point back: a new version with its text and, if asked, its fields. Nothing is removed, and undo
 * takes it back as any other change. Refuses `version_gone` when its text is no longer kept.
 */
export function restoreOps(db: ReadDb, id: string, key: string, fields: boolean): readonly Op[] {
  const then = stateAt(db, id, key);
  const now = stateNow(db, id);
  if (now.doc === null) refuse('unknown_body');
  const doc = then.doc ?? refuse('version_gone');
  return [{ kind: 'write', type: 'piece', id, doc }, ...(fields ? restoreFieldOps(now.piece, then.piece) : [])];
}
