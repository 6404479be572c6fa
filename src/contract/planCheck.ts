import type { PlanFinding } from '../core/cadence/finding';
import type { Waiver } from '../core/cadence/waive';

/** What the check of a plan says; what the team waived stands apart, with its finding while that is there. */
export type PlanCheckAnswer = {
  readonly findings: readonly PlanFinding[];
  readonly waived: readonly {
    readonly key: string;
    readonly waiver: Waiver;
    readonly finding: PlanFinding | null;
  }[];
};
