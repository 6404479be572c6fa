import type { BulkTarget, CallOutput } from '../../../contract';
import { assetsOf, sourceOf } from '../../../core/adapt/source';
import { type MarkdownSource, runMarkdownSources } from '../../../core/export/markdown';
import { safeName } from '../../../core/export/safeName';
import type { StoreContext } from '../context';
import { writeFolder } from '../files/exports';
import { piecesOf } from '../library/targets';
import { readView, readViews } from '../rows';
import { workspaceOf } from '../workspace';
import { readBody } from './pieces';

/** Writes chosen pieces as Markdown with their pictures, as importing reads them again. */
export async function exportPieces(
  store: StoreContext,
  target: BulkTarget,
  parent: string,
): Promise<CallOutput<'piece.export'>> {
  const { db } = store;
  const ids = await piecesOf(store, target);
  const sources = ids.flatMap((id): readonly MarkdownSource[] => {
    const piece = readView(db, 'piece', id);
    const { doc } = readBody(db, id);
    if (piece === null || doc === null) return [];
    const assets = readViews(db, 'asset', assetsOf(piece, doc));
    const hashes = new Map(assets.map((asset) => [asset.id, asset.hash]));
    const persona = piece.personaId === null ? null : readView(db, 'persona', piece.personaId);
    const images = sourceOf(piece, doc, assets).images.map((image) => ({
      ...image,
      hash: hashes.get(image.src) ?? '',
    }));
    return [{ piece, doc, persona, images }];
  });
  const name = `${safeName(workspaceOf(db).name)} Markdown ${store.today()}`;
  return { ...writeFolder(store, parent, name, runMarkdownSources(sources)), pieces: sources.length };
}
