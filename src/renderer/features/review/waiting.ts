import type { AdaptTask, Outcome } from '../../state/adapting/adaptTask';
import { shownFindings } from '../../ui/adapted/cardFields';

/** A version asks for a look: its source moved on, or something must or should be mended. */
export const isWaiting = (outcome: Outcome | undefined): boolean =>
  outcome !== undefined && (outcome.behind || shownFindings(outcome.findings).length > 0);

/** Keys of the versions that ask for a look, in the order of the tabs. */
export const waitingKeys = (
  tasks: readonly AdaptTask[],
  outcomes: Readonly<Record<string, Outcome>>,
): readonly string[] => tasks.flatMap(({ key }) => (isWaiting(outcomes[key]) ? [key] : []));

/** The next of some keys after `now`, round again; null when there is no other. */
export function nextAfter(all: readonly string[], some: readonly string[], now: string): string | null {
  const from = all.indexOf(now) + 1;
  const round = [...all.slice(from), ...all.slice(0, from - 1)];
  return round.find((key) => some.includes(key)) ?? null;
}
