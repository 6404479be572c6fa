import type { OpenedPiece, TemplateEntry } from '../../../contract';
import { assetsOf } from '../../../core/adapt/source';
import { type Doc, docSchema, emptyDoc } from '../../../core/model/doc';
import type { Lang, Piece, PieceKind } from '../../../core/model/records';
import { createOp, type Op } from '../../../core/plan/ops';
import { refuse } from '../../../core/result';
import type { WallDate } from '../../../core/time/wall';
import { prepared, type ReadDb, type WriteDb } from '../database';
import { makeChange } from '../history/changes';
import type { Clock, Made } from '../history/transaction';
import { shelves } from '../library/cards';
import { placementCards } from '../plan/placements';
import { readVersion, readView, readViews, rowToView, type ViewRow } from '../rows';
import type { sameTextOf } from './sameText';

type SameTextOf = typeof sameTextOf;

/** The shown body and its version; `doc` is null when this version of the studio cannot read it. */
export function readBody(
  db: ReadDb,
  owner: string,
  type: 'piece' | 'template' = 'piece',
): { doc: Doc | null; version: string | null; heads: number } {
  const row = prepared(db, `SELECT heads FROM ${type} WHERE id = ?`).get(owner) as { heads: string } | undefined;
  const heads = row === undefined ? [] : (JSON.parse(row.heads) as string[]).sort();
  const version = heads.at(-1) ?? null;
  if (version === null) return { doc: emptyDoc, version, heads: 0 };
  const parsed = docSchema.safeParse(readVersion(db, owner, version)?.doc);
  return { doc: parsed.success ? parsed.data : null, version, heads: heads.length };
}

/** `sameTextOf` is handed in: what it reads texts with is no part of a start. */
export function openPiece(db: ReadDb, id: string, sameTextOf: SameTextOf): OpenedPiece {
  const piece = readView(db, 'piece', id) ?? refuse('not_found', { where: `piece ${id}` });
  const { doc, version, heads } = readBody(db, id);
  const variants = (
    prepared(db, 'SELECT id, registers, sets FROM variant WHERE piece_id = ? AND alive = 1 ORDER BY id').all(
      id,
    ) as ViewRow[]
  ).map((row) => rowToView('variant', row));
  const placements = (
    prepared(db, 'SELECT id, registers, sets FROM placement WHERE piece_id = ? AND alive = 1 ORDER BY day, id').all(
      id,
    ) as ViewRow[]
  ).map((row) => rowToView('placement', row));
  const assets = readViews(db, 'asset', assetsOf(piece, doc));
  return {
    piece,
    doc,
    version,
    heads,
    variants,
    placements: placementCards(db, placements),
    sameText: placements.flatMap((placement) => {
      const finding = sameTextOf(db, placement);
      return finding === null ? [] : [{ placementId: placement.id, finding }];
    }),
    assets,
    siblings: siblingsOf(db, piece),
  };
}

/** The same piece in other languages. Read from the cards, which are settled before any call that may ask. */
export const siblingsOf = (db: ReadDb, piece: Piece): OpenedPiece['siblings'] =>
  piece.siblingGroup === null
    ? []
    : (prepared(
        db,
        `SELECT id, title, lang FROM piece_card
         WHERE sibling_group = ? AND shelf = ${shelves.library} AND id <> ? ORDER BY lang, id`,
      ).all(piece.siblingGroup, piece.id) as { id: string; title: string; lang: Lang }[]);

/** A new piece, empty or from a template, born today. */
export function newPieceOps(
  id: string,
  input: { kind: PieceKind; title: string; lang: Lang; campaignId?: string | null; notes?: string },
  template: TemplateEntry | null,
  today: WallDate,
): readonly Op[] {
  const doc = template?.doc ?? emptyDoc;
  const { kind, lang } = input;
  const title = input.title === '' ? (template?.title ?? '') : input.title;
  return [
    createOp(
      'piece',
      id,
      {
        title,
        kind,
        lang,
        createdOn: today,
        state: 'idea',
        ...(input.campaignId == null ? {} : { campaignId: input.campaignId }),
        ...(input.notes === undefined || input.notes === '' ? {} : { notes: input.notes }),
        ...(template === null
          ? {}
          : { kind: template.kind, subkind: template.subkind, brief: template.brief, tags: template.tags }),
      },
      doc,
    ),
  ];
}

export function duplicateOps(db: ReadDb, id: string, copyId: string, title: string, today: WallDate): readonly Op[] {
  const {
    id: _id,
    siblingGroup: _group,
    ...fields
  } = readView(db, 'piece', id) ?? refuse('not_found', { where: `piece ${id}` });
  const { doc } = readBody(db, id);
  if (doc === null) return refuse('unknown_body');
  return [createOp('piece', copyId, { ...fields, title, createdOn: today, state: 'drafting' }, doc)];
}

/**
 * Saves the body over the version the editor started from. Refuses `stale_write` when the shown version is another
 * one by now, and `unknown_body` when the stored one cannot be read: what failed to load is never saved over.
 */
export function writeBody(
  db: WriteDb,
  clock: Clock,
  input: { id: string; doc: Doc; base: string | null; session: string },
): { version: string; made: Made | null } {
  const piece = readView(db, 'piece', input.id) ?? refuse('not_found', { where: `piece ${input.id}` });
  const before = readBody(db, input.id);
  if (before.doc === null) refuse('unknown_body');
  if (before.version !== input.base) refuse('stale_write');
  const session = `write ${input.id} ${input.session}`;
  const previous = before.version;
  const label = { code: 'piece_write', params: { title: piece.title } } as const;
  const sessionBefore = lastSession(db);
  const made = makeChange(db, clock, label, [{ kind: 'write', type: 'piece', id: input.id, doc: input.doc }], {
    session,
  });
  if (made === null) return { version: previous ?? '', made };
  // Keystrokes of one visit leave one version behind, unless a plan file has already carried the earlier one away.
  if (previous !== null && sessionBefore === session)
    prepared(db, 'DELETE FROM body_version WHERE owner = ? AND id = ? AND exported = 0').run(input.id, previous);
  return { version: made.stamp, made };
}

const lastSession = (db: ReadDb): string | null =>
  (
    prepared(db, "SELECT session FROM change WHERE status <> 'dropped' ORDER BY seq DESC LIMIT 1").get() as
      | { session: string | null }
      | undefined
  )?.session ?? null;
