import { digestBytes } from '../../model/ids';
import { sameJson } from '../canonical';
import { mergePlans } from '../merge';
import type { PlanContent } from './content';
import { planJson } from './write';

/**
 * Whether a plan holds everything that another copy of it does: merging the other into it changes nothing. Such a copy
 * may be replaced without loss. Earlier texts do not travel and do not count.
 */
export function holdsAll(whole: PlanContent, part: PlanContent): boolean {
  if (whole.workspaceId !== part.workspaceId) return false;
  for (const name of part.assets.keys()) if (!whole.assets.has(name)) return false;
  for (const [name, value] of Object.entries(part.more ?? {}))
    if (!sameJson(whole.more !== undefined && Object.hasOwn(whole.more, name) ? whole.more[name] : undefined, value))
      return false;
  for (const [path, bytes] of part.newer?.files ?? []) {
    const there = whole.newer?.files?.get(path);
    if (there === undefined || digestBytes(there) !== digestBytes(bytes)) return false;
  }
  const { workspaceId } = whole;
  return (
    planJson({ workspaceId, states: mergePlans(whole.states, part.states) }) ===
    planJson({ workspaceId, states: whole.states })
  );
}
