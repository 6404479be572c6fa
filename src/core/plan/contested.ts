import { covers } from '../model/stamp';
import { ALIVE, horizonOf, isAlive, type RecordState } from './state';

/**
 * Deleted by one person while another, who did not know of it, went on editing: the record is there, and waits for
 * somebody to say whether it should be. Bringing it back knowingly (`revive`) touches `$alive` beyond the deletion, which
 * decides it; deleting it again, having seen the edit, decides it the other way.
 */
export function isContested(state: RecordState): boolean {
  const { deleted } = state;
  if (deleted === null || !isAlive(state)) return false;
  const revived = Object.hasOwn(state.stamps, ALIVE) ? state.stamps[ALIVE] : undefined;
  if (revived !== undefined && !covers(deleted.seen, revived)) return false;
  return horizonOf(state).some((stamp) => !covers(deleted.seen, stamp));
}

/** A body with several texts, of which a person chooses one. */
export const hasTextsToChoose = (state: RecordState): boolean => isAlive(state) && state.heads.length > 1;
