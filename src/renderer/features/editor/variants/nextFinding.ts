import type { Finding } from '../../../../core/adapt/types';
import type { Outcome } from '../../../state/adapting/adaptTask';
import { shownFindings } from '../../../ui/adapted/cardFields';

/** One finding of one version: its place in the version's list. */
export type FindingAt = { readonly key: string; readonly index: number };

/** The next finding after `now`, version by version in the panel's order and round again; null when all are clean. */
export function nextFinding(outcomes: Readonly<Record<string, Outcome>>, now: FindingAt | null): FindingAt | null {
  const count = (key: string): number => shownFindings(outcomes[key]?.findings ?? []).length;
  if (now !== null && now.index + 1 < count(now.key)) return { key: now.key, index: now.index + 1 };
  const keys = Object.keys(outcomes);
  const from = now === null ? 0 : keys.indexOf(now.key) + 1;
  const key = [...keys.slice(from), ...keys.slice(0, from)].find((one) => count(one) > 0);
  return key === undefined ? null : { key, index: 0 };
}

/** The finding a person is at in an opened version: the last one where those behind it are gone. */
export function findingAt(findings: readonly Finding[], index: number): Finding | undefined {
  const shown = shownFindings(findings);
  return shown[Math.min(index, shown.length - 1)];
}
