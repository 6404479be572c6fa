import type { BulkTarget } from '../../../../contract';
import type { Desk } from '../desk';

/** As many as one deletion may name. */
const MOST = 100_000;

/** Asks before pieces are deleted for good. What is agreed to is these pieces by name, not whatever matches by then. */
export async function askPurge(desk: Desk, target: BulkTarget): Promise<void> {
  if (target.kind === 'ids') {
    desk.askPurge(target.ids);
    return;
  }
  const { filter, except } = target;
  const found = await desk.studio.getState().act('piece.ids', { filter, limit: MOST });
  const left = new Set(except);
  const ids = (found?.ids ?? []).filter((id) => !left.has(id));
  if (ids.length > 0) desk.askPurge(ids);
}
