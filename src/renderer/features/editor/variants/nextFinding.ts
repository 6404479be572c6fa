import type { Outcome } from '../../../state/adapting/adaptTask';
import { shownFindings } from '../../../ui/adapted/cardFields';

/** The next version with something to mend after `now`, in the panel's order and round again; null when all are clean. */
export function nextWithFinding(outcomes: Readonly<Record<string, Outcome>>, now: string | null): string | null {
  const keys = Object.keys(outcomes);
  const from = now === null ? 0 : keys.indexOf(now) + 1;
  const round = [...keys.slice(from), ...keys.slice(0, from)];
  return round.find((key) => shownFindings(outcomes[key]?.findings ?? []).length > 0) ?? null;
}
