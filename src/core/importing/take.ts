import { assetIdOf } from '../media/assetId';
import type { RecordDraft } from '../model/records';
import { createOp, type Op } from '../plan/ops';
import type { WallDate } from '../time/wall';
import type { WallTime } from '../time/wallDate';
import { withAssets } from './compare';
import type { ImportRow, PieceDraft } from './model';
import type { Resolved } from './resolve';
import type { Wish } from './wishes';

export { type Wish, wishes } from './wishes';

/** A row as nobody has said anything about it: what would double or overwrite, or must be looked at, stays outside. */
export const usualWish = (verdict: ImportRow['verdict']): Wish => (verdict === 'new' ? 'new' : 'skip');

/** Whether a wish fits a row: only what is known can be updated, nothing refused can be taken. */
export const fits = (wish: Wish, verdict: ImportRow['verdict'], existingId: string | null): boolean =>
  wish === 'skip' || (verdict !== 'refused' && (wish === 'new' || existingId !== null));

export type Taking = {
  readonly piece: PieceDraft;
  readonly resolved: Resolved;
  /** Id of the piece made or updated. */
  readonly id: string;
  readonly newId: () => string;
  readonly today: WallDate;
  readonly zone: string;
  /** What everything of this import belongs to when its own source names nothing. */
  readonly campaignId: string | null;
  readonly personaId: string | null;
  /** The format an account takes when a row names none. */
  readonly usualFormat: (accountId: string) => string | null;
  /** Places the piece has already, as `account day`. */
  readonly placed: ReadonlySet<string>;
};

/** The ops of a row that becomes a new piece. Its pictures are made by whoever keeps their bytes. */
export function createOps(taking: Taking): readonly Op[] {
  const { piece, resolved, id, today } = taking;
  const { title, kind, subkind, lang, brief, tags, state, product, link, notes, sourceKey } = piece;
  const draft: RecordDraft<'piece'> = {
    title,
    kind,
    subkind,
    lang,
    brief,
    tags,
    state,
    product,
    link,
    notes,
    sourceKey,
    personaId: resolved.personaId ?? taking.personaId,
    campaignId: resolved.campaignId ?? taking.campaignId,
    ownerId: resolved.ownerId,
    coverId: coverOf(piece),
    createdOn: today,
  };
  return [createOp('piece', id, draft, withAssets(piece.body, piece.images)), ...placeOps(taking)];
}

/** The ops of a row over the piece that is there: its text is replaced, facts are added, nothing is taken away. */
export function updateOps(taking: Taking): readonly Op[] {
  const { piece, resolved, id } = taking;
  const ops: Op[] = [{ kind: 'write', type: 'piece', id, doc: withAssets(piece.body, piece.images) }];
  const set = (register: string, value: string | null): void => {
    if (value !== null && value !== '') ops.push({ kind: 'set', type: 'piece', id, register, value });
  };
  set('title', piece.title);
  for (const [key, value] of Object.entries(piece.brief)) set(`brief.${key}`, value);
  for (const field of ['product', 'link', 'sourceKey'] as const) set(field, piece[field]);
  set('personaId', resolved.personaId);
  set('campaignId', resolved.campaignId);
  set('ownerId', resolved.ownerId);
  set('coverId', coverOf(piece));
  for (const element of piece.tags) ops.push({ kind: 'add', type: 'piece', id, set: 'tags', element });
  return [...ops, ...placeOps(taking)];
}

const coverOf = ({ cover, images }: PieceDraft): string | null => {
  const found = images.find(({ path }) => path === cover)?.found ?? null;
  return found === null ? null : assetIdOf(found.hash);
};

/** Time of day for a placement that was given none: the evening peak most teams plan for. */
const USUAL_TIME = '18:00' as WallTime;

function placeOps(taking: Taking): readonly Op[] {
  const { resolved, placed } = taking;
  return resolved.placements
    .filter(({ accountId, draft }) => !placed.has(`${accountId} ${draft.day}`))
    .map(({ accountId, format, draft }) =>
      createOp('placement', taking.newId(), {
        pieceId: taking.id,
        accountId,
        format: format ?? taking.usualFormat(accountId),
        day: draft.day,
        time: draft.time ?? USUAL_TIME,
        zone: draft.zone ?? taking.zone,
        outcome: draft.outcome ?? 'planned',
        liveLink: draft.liveLink ?? '',
        campaignId: resolved.campaignId ?? taking.campaignId,
      }),
    );
}

/** More changed pieces than this at once are asked about: a tenth of a shelf is an edit, a fifth may be a mistake. */
export const asksFirst = (updates: number, living: number): boolean => updates > Math.max(10, living / 5);
