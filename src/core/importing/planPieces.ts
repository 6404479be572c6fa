import { type Doc, docSchema } from '../model/doc';
import type { RecordType, RecordView } from '../model/records';
import type { PlanContent } from '../plan/file/content';
import { bodyOf, isAlive, type RecordState, viewOf } from '../plan/state';
import { failure } from '../result';
import { imagesOf, type ReadDocument, refusedRow, told } from './draft';
import { blankDraft, type ImportRow, type RowSource } from './model';

/** A piece of another plan, and the pictures it names: path in the body (the asset's id there) → the asset. */
export type PlanPiece = {
  readonly source: RowSource;
  readonly read: ReadDocument;
  readonly assets: ReadonlyMap<string, RecordView<'asset'>>;
};

/**
 * The pieces of a plan file as drafts to copy in: they get ids of their own and bring their pictures. What belongs to the
 * other plan (placements, versions adapted by hand) stays there, and is counted.
 */
export function planPieces(content: Pick<PlanContent, 'states'>, file: string): readonly (PlanPiece | ImportRow)[] {
  const alive = content.states.filter(isAlive);
  const views = <T extends RecordType>(type: T): ReadonlyMap<string, RecordView<T>> =>
    new Map(alive.filter((state) => state.type === type).map((state) => [state.id, viewOf(type, state)]));
  const names = { persona: views('persona'), campaign: views('campaign'), member: views('member') };
  const assets = views('asset');
  const edited = new Map<string, number>();
  for (const { pieceId, overrides } of views('variant').values())
    if (pieceId !== null && Object.keys(overrides).length > 0) edited.set(pieceId, (edited.get(pieceId) ?? 0) + 1);

  const draft = (state: RecordState, doc: Doc, source: RowSource): PlanPiece => {
    const {
      title,
      kind,
      subkind,
      lang,
      brief,
      tags,
      state: stage,
      product,
      link,
      notes,
      ...piece
    } = viewOf('piece', state);
    const nameIn = (list: ReadonlyMap<string, { readonly name: string }>, id: string | null): string =>
      id === null ? '' : (list.get(id)?.name ?? '');
    const cover = piece.coverId;
    const count = edited.get(state.id) ?? 0;
    const messages = count === 0 ? [] : [told('variants_left', { count })];
    const own = { title, kind, subkind, lang, brief, tags, state: stage, product, link, notes };
    return {
      source,
      assets,
      read: {
        piece: {
          ...blankDraft,
          ...own,
          personaName: nameIn(names.persona, piece.personaId),
          campaignName: nameIn(names.campaign, piece.campaignId),
          ownerName: nameIn(names.member, piece.ownerId),
          body: doc,
          images: imagesOf(doc, cover === null ? [] : [cover]),
          cover,
        },
        messages,
        inlined: new Map(),
      },
    };
  };

  return alive
    .filter((state) => state.type === 'piece' && !viewOf('piece', state).trashed)
    .map((state): PlanPiece | ImportRow => {
      const source: RowSource = { file, path: file, line: null, sheet: null };
      const body = bodyOf(state);
      if (body === null) return draft(state, blankDraft.body, source);
      const doc = docSchema.safeParse(body);
      if (doc.success) return draft(state, doc.data, source);
      return refusedRow(source, failure('unknown_body'));
    });
}
