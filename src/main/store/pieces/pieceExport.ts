import type { BulkTarget, CallOutput } from '../../../contract';
import { runMarkdownSources } from '../../../core/export/markdown';
import { safeName } from '../../../core/export/safeName';
import type { StoreContext } from '../context';
import { exportPiece } from '../files/exportModel';
import { createPace } from '../files/pace';
import { writeFolder } from '../files/writeFolder';
import { piecesOf } from '../library/targets';
import { workspaceOf } from '../workspace';

/** Writes chosen pieces as Markdown with their pictures, as importing reads them again. */
export async function exportPieces(
  store: StoreContext,
  target: BulkTarget,
  parent: string,
): Promise<CallOutput<'piece.export'>> {
  const pace = createPace(store, null);
  const ids = await piecesOf(store, target);
  const sources = ids.flatMap((id) => exportPiece(store, id) ?? []);
  const name = `${safeName(workspaceOf(store.db).name)} Markdown ${store.today()}`;
  return { ...(await writeFolder(store, parent, name, runMarkdownSources(sources), pace)), pieces: sources.length };
}
