import type { Severity } from '../adapt/types';
import type { WallDate, WallTime } from '../time/wallDate';
import type { PlanCode } from './codes';

/** Something to be said about a plan: what, how badly, about whom, when. Worded by `sayPlanFinding`. */
export type PlanFinding = {
  /** What makes it the same finding tomorrow: its code and what it is about. Waivers are kept under it. */
  readonly key: string;
  readonly code: PlanCode;
  readonly severity: Severity;
  /** The placements it is about; the first is where a jump leads. */
  readonly placementIds: readonly string[];
  readonly accountId: string | null;
  /** The days it is about, both included; the same day for one. */
  readonly from: WallDate | null;
  readonly to: WallDate | null;
  /** Numbers, names, `…Day` as dates and `…Time` as clock times. */
  readonly params: Readonly<Record<string, string | number>>;
};

/** What one placement gets by a fix. */
export type PlanEdit = {
  readonly id: string;
  readonly day?: WallDate;
  readonly time?: WallTime;
  readonly format?: string;
};

export const planFixActs = ['move', 'set_time', 'set_format', 'by_rule'] as const;
export type PlanFixAct = (typeof planFixActs)[number];

/**
 * What one key does about a finding, as data: the screen says it first, the store writes it as one step of undo. Every fix
 * was tried on the plan before it is offered: its finding is gone afterwards, and nothing as bad is new.
 */
export type PlanFix = {
  readonly act: PlanFixAct;
  readonly params: Readonly<Record<string, string | number>>;
  readonly edits: readonly PlanEdit[];
};
