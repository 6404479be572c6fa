import type { PlanFinding } from '../core/cadence/finding';
import type { Filled } from '../core/cadence/seriesEdit';
import type { Waiver } from '../core/cadence/waive';

/** What the check of a plan says; what the team waived stands apart, with its finding while that is there. */
export type PlanCheckAnswer = {
  readonly findings: readonly PlanFinding[];
  /** Which placement fills which date of a series, over the days that were looked at and a month around them. */
  readonly filled: readonly Filled[];
  readonly waived: readonly {
    readonly key: string;
    readonly waiver: Waiver;
    readonly finding: PlanFinding | null;
  }[];
};
