import { digestBytes } from '../../model/ids';
import { type Horizon, joinHorizons } from '../../model/stamp';
import { joinMore, joinNewer } from '../merge';
import type { RecordState } from '../state';
import type { PlanContent } from './content';

/**
 * Two copies of a plan as one, their records merged already: all pictures of both, what either owner had seen, and
 * whatever newer versions wrote beside the records. The same whichever comes first.
 */
export function joinContents(a: PlanContent, b: PlanContent, states: readonly RecordState[]): PlanContent {
  // Who reads the whole and a part has seen the whole: what the part's owner knew beyond it was not handed over.
  const claims = [a, b].filter(({ part }) => part !== true || a.part === b.part);
  const seen = claims.reduce<Horizon>((all, one) => joinHorizons(all, one.seen ?? []), []);
  const more = joinMore(a.more ?? {}, b.more ?? {});
  const newer = joinNewer(a.newer, b.newer, digestBytes);
  return {
    workspaceId: a.workspaceId,
    states,
    assets: new Map([...a.assets, ...b.assets]),
    ...(a.part === true && b.part === true ? { part: true as const } : {}),
    ...(seen.length === 0 ? {} : { seen }),
    ...(Object.keys(more).length === 0 ? {} : { more }),
    ...(newer === undefined ? {} : { newer }),
  };
}
