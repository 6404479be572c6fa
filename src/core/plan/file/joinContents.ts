import { joinHorizons } from '../../model/stamp';
import { joinMore, joinNewer } from '../merge';
import type { RecordState } from '../state';
import type { PlanContent } from './content';

/**
 * Two copies of a plan as one, their records merged already: all pictures of both, what either owner had seen, and
 * whatever newer versions wrote beside the records. The same whichever comes first.
 */
export function joinContents(a: PlanContent, b: PlanContent, states: readonly RecordState[]): PlanContent {
  const seen = joinHorizons(a.seen ?? [], b.seen ?? []);
  const more = joinMore(a.more ?? {}, b.more ?? {});
  const newer = joinNewer(a.newer, b.newer);
  return {
    workspaceId: a.workspaceId,
    states,
    assets: new Map([...a.assets, ...b.assets]),
    ...(seen.length === 0 ? {} : { seen }),
    ...(Object.keys(more).length === 0 ? {} : { more }),
    ...(newer === undefined ? {} : { newer }),
  };
}
