import { chineseWorkdays } from '../cascade/calendar';
import { noLimits, type Placed, type Scene } from '../cascade/scene';
import { timetableOf } from '../cascade/timetable';
import type { Workspace } from '../model/records';
import { checklistOf, type TodoItem } from './checklist';
import { type CopiesById, copiesOf } from './copies';
import { type Coverage, coverageOf } from './coverage';
import type { CampaignPlan } from './facts';
import { checkPhase, type PhaseResult } from './gates';
import { type Stage, stageOf } from './stage';
import { type Summary, summaryOf } from './summary';
import { type WaveRow, waveRowsOf } from './waveRows';

/** A campaign with everything that follows from its plan. */
export type Reckoned = {
  readonly plan: CampaignPlan;
  readonly stage: Stage;
  readonly rows: readonly WaveRow[];
  readonly copies: CopiesById;
  readonly phases: readonly PhaseResult[];
  readonly coverage: Coverage;
  readonly checklist: readonly TodoItem[];
  readonly summary: Summary;
};

/** The cascade of a campaign as it stands. */
export const sceneOf = (plan: CampaignPlan, zone: string): Scene => ({
  campaign: plan.campaign,
  waves: plan.waves,
  placements: new Map<string, Placed>(plan.placements.map((placement) => [placement.id, placement])),
  accounts: plan.accounts,
  zone,
  today: plan.today,
  calendar: chineseWorkdays,
  limits: noLimits,
});

export function reckon(
  plan: CampaignPlan,
  workspace: Pick<Workspace, 'zone' | 'roleNames' | 'roleOrder'> | undefined,
): Reckoned {
  const rows = waveRowsOf(plan, timetableOf(sceneOf(plan, workspace?.zone ?? 'Asia/Shanghai')));
  const copies = copiesOf(plan);
  const phases = plan.phases.map((phase) => checkPhase(phase, { copies, rows }));
  const coverage = coverageOf(plan, rows, workspace);
  return {
    plan,
    stage: stageOf(plan.campaign, plan.phases, plan.today),
    rows,
    copies,
    phases,
    coverage,
    checklist: checklistOf(plan, rows, copies, phases, coverage),
    summary: summaryOf(rows, copies),
  };
}
