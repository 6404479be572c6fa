import type { Severity } from '../adapt/types';
import type { PlanFinding } from './finding';

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** Whether one is worse than another. */
export const isWorse = (one: Severity, other: Severity): boolean => rank[one] < rank[other];

/** Errors first, then by day; what has no day at the end. */
export const sortFindings = (findings: readonly PlanFinding[]): readonly PlanFinding[] =>
  findings.toSorted((a, b) => compare(placeOf(a), placeOf(b)));

/**
 * The same with memory: what stood in order last time still does, so only what is new is sorted, and laid in between.
 * After a move that is a hundred findings of thousands.
 */
export function createSorter(): (findings: readonly PlanFinding[]) => readonly PlanFinding[] {
  let last: readonly PlanFinding[] = [];
  return (findings) => {
    const fresh = new Set(findings);
    const kept = last.filter((finding) => fresh.delete(finding));
    last = merged(kept, sortFindings([...fresh]));
    return last;
  };
}

function merged(a: readonly PlanFinding[], b: readonly PlanFinding[]): readonly PlanFinding[] {
  if (b.length === 0) return a;
  const all: PlanFinding[] = [];
  let next = 0;
  for (const finding of a) {
    const place = placeOf(finding);
    for (let other = b[next]; other !== undefined && placeOf(other) < place; other = b[next]) {
      all.push(other);
      next += 1;
    }
    all.push(finding);
  }
  for (; next < b.length; next += 1) all.push(b[next] as PlanFinding);
  return all;
}

/** Where a finding stands in the list, as one text: most are the same objects as in the check before. */
const places = new WeakMap<PlanFinding, string>();
function placeOf(finding: PlanFinding): string {
  const known = places.get(finding);
  if (known !== undefined) return known;
  const place = `${rank[finding.severity]} ${finding.from ?? '9999'} ${finding.code} ${finding.key}`;
  places.set(finding, place);
  return place;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
