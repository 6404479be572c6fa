import { readPlanFile } from '../../../src/core/plan/file/read';
import { encodePlan, packPlan } from '../../../src/core/plan/file/write';
import type { RecordState } from '../../../src/core/plan/state';

/** A plan as it arrives by mail: written to a file and read again. */
export function throughFile(states: readonly RecordState[]): readonly RecordState[] {
  const read = readPlanFile(packPlan(encodePlan({ workspaceId: 'w1', states, assets: new Map() })), 'mail.juzhen');
  if (!read.ok) throw new Error(`${read.error.code} ${JSON.stringify(read.error.params)}`);
  return read.value.states;
}
