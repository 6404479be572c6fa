import type { SiblingPair, SiblingSide } from '../../../contract';
import { docSchema } from '../../../core/model/doc';
import type { Lang, Piece } from '../../../core/model/records';
import { readStamp, type Stamp } from '../../../core/model/stamp';
import { createOp, type Op } from '../../../core/plan/ops';
import { refuse } from '../../../core/result';
import { changedSince, structureOf } from '../../../core/siblings/align';
import type { WallDate } from '../../../core/time/wall';
import { prepared, type ReadDb } from '../database';
import { readVersion, readView } from '../rows';
import { readBody, siblingsOf } from './pieces';

/** One piece in several languages: pieces that share a `siblingGroup`. */
const pieceOf = (db: ReadDb, id: string): Piece =>
  readView(db, 'piece', id) ?? refuse('not_found', { where: `piece ${id}` });

const setGroup = (id: string, value: string | null): Op => ({
  kind: 'set',
  type: 'piece',
  id,
  register: 'siblingGroup',
  value,
});

/** The same piece in another language: a copy to translate, or its structure with the words left out. */
export function makeSiblingOps(
  db: ReadDb,
  input: { id: string; lang: Lang; text: 'copy' | 'structure' },
  made: { readonly id: string; readonly group: string; readonly today: WallDate },
): readonly Op[] {
  const { id: _id, points: _points, ...piece } = pieceOf(db, input.id);
  const doc = readBody(db, input.id).doc ?? refuse('unknown_body');
  const group = piece.siblingGroup ?? made.group;
  const copy = input.text === 'copy';
  const draft = {
    ...piece,
    title: copy ? piece.title : '',
    brief: copy ? piece.brief : {},
    notes: '',
    lang: input.lang,
    state: 'drafting' as const,
    siblingGroup: group,
    createdOn: made.today,
  };
  return [
    ...(piece.siblingGroup === null ? [setGroup(input.id, group)] : []),
    createOp('piece', made.id, draft, copy ? doc : structureOf(doc)),
  ];
}

/** Makes two pieces languages of one. The other brings along whoever was linked with it. */
export function linkOps(db: ReadDb, id: string, otherId: string, group: string): readonly Op[] {
  if (id === otherId) return refuse('bad_input', { where: 'otherId' });
  const mine = pieceOf(db, id);
  const other = pieceOf(db, otherId);
  const shared = mine.siblingGroup ?? other.siblingGroup ?? group;
  const moved = other.siblingGroup === null ? [] : siblingsOf(db, other).map((sibling) => sibling.id);
  return [id, otherId, ...moved]
    .filter((one) => pieceOf(db, one).siblingGroup !== shared)
    .map((one) => setGroup(one, shared));
}

/** Takes a piece out of its group; one that is left alone in it is freed too. */
export function unlinkOps(db: ReadDb, id: string): readonly Op[] {
  const piece = pieceOf(db, id);
  if (piece.siblingGroup === null) return [];
  const others = siblingsOf(db, piece);
  const [only] = others.length === 1 ? others : [];
  return [setGroup(id, null), ...(only === undefined ? [] : [setGroup(only.id, null)])];
}

/** Both texts, and in each the blocks that are newer than the other's last words. */
export function compareSiblings(db: ReadDb, id: string, otherId: string): SiblingPair {
  const mine = sideOf(db, id);
  const theirs = sideOf(db, otherId);
  return {
    mine: { ...mine.side, newer: newerThan(db, id, mine, theirs.version) },
    theirs: { ...theirs.side, newer: newerThan(db, otherId, theirs, mine.version) },
  };
}

type Side = { readonly side: Omit<SiblingSide, 'newer'>; readonly version: string | null };

function sideOf(db: ReadDb, id: string): Side {
  const piece = pieceOf(db, id);
  const { doc, version } = readBody(db, id);
  const writtenAt = version !== null && version.length === 34 ? readStamp(version as Stamp).millis : null;
  return { side: { piece, doc, writtenAt }, version };
}

/** Null when there is no older text to compare with: then nobody can say what is newer. */
function newerThan(db: ReadDb, id: string, { side, version }: Side, since: string | null): readonly number[] | null {
  if (side.doc === null || version === null || since === null) return null;
  if (version <= since) return [];
  const row = prepared(
    db,
    'SELECT max(id) AS id FROM body_version WHERE owner = ? AND id <= ? AND length(id) = 34',
  ).get(id, since) as { id: string | null };
  const then = row.id === null ? null : docSchema.safeParse(readVersion(db, id, row.id)?.doc);
  return then?.success ? changedSince(then.data, side.doc) : null;
}
