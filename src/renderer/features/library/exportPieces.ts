import type { BulkTarget } from '../../../contract';
import { tell } from './actions';
import type { Desk } from './desk';

/** Writes pieces as Markdown into a folder the user chooses. The plan's own exports are on the export screen. */
export async function exportPieces(desk: Desk, target: BulkTarget): Promise<void> {
  const { act } = desk.studio.getState();
  const chosen = await act('dialog.choose_folder', {});
  if (chosen === null) return;
  const written = await act('piece.export', { target, token: chosen.token });
  if (written === null) return;
  const folder = written.folder.split(/[\\/]/).at(-1) ?? written.folder;
  tell(desk.studio, 'done.export', { count: written.pieces, folder }, false);
}
