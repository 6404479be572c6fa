import { isRecordType } from '../../../core/model/records';
import { sameJson } from '../../../core/plan/canonical';
import { mergeStates } from '../../../core/plan/merge';
import { asOps } from '../../../core/plan/merging/asOps';
import { type RecordState, shownVersion } from '../../../core/plan/state';

/**
 * Whether edits that are held back say anything that is not here already. Once their author has dated them anew the same
 * edits come along, and there is nothing left to decide about the old ones; nor may they win one day, when theirs has come.
 */
export function saysNew(here: RecordState | null, held: RecordState): boolean {
  if (here === null || !isRecordType(held.type)) return true;
  const shown = shownVersion(here)?.doc ?? null;
  return asOps(here, mergeStates(here, held)).ops.some(
    (op) => op.kind !== 'write' || !sameJson(op.doc as never, shown),
  );
}
