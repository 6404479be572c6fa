import { useMemo } from 'react';
import type { PlanCheckAnswer } from '../../contract';
import { marksTile } from '../../core/cadence/codes';
import type { PlanFinding } from '../../core/cadence/finding';
import type { TileFacts } from '../../core/schedule/tile';
import type { WallDate } from '../../core/time/wallDate';
import { addDays } from '../../core/time/wallDate';
import { todayOf } from './plan';
import { useStudio } from './StudioProvider';
import { share } from './share';
import type { Slice } from './slice';
import type { StudioState } from './studio';

/** Days before and after today whose findings are asked for, whatever is in view; the days in view are added. */
const BACK = 14;
const AHEAD = 92;

export type PlanMark = { readonly errors: number; readonly warnings: number };

export type PlanCheckSlice = {
  /** What the check of the plan says; null until it was asked for the first time. */
  readonly planCheck: PlanCheckAnswer | null;
  /** Errors and warnings by placement, as far as a tile shows them. */
  readonly planMarks: Readonly<Record<string, PlanMark>>;
  readonly checkOpen: boolean;
  readonly setCheckOpen: (open: boolean) => void;
  readonly loadPlanCheck: () => Promise<void>;
};

export const freshPlanCheck = { planCheck: null, planMarks: {}, checkOpen: false } as const;

/** The days a check asks for: around today, and what is in view. */
export function checkedSpan(state: Pick<StudioState, 'boot' | 'range'>): { from: WallDate; to: WallDate } {
  const today = todayOf(state as StudioState);
  const from = addDays(today, -BACK);
  const to = addDays(today, AHEAD);
  const { range } = state;
  if (range === null) return { from, to };
  return { from: range.from < from ? range.from : from, to: range.to > to ? range.to : to };
}

export const planCheckSlice: Slice<PlanCheckSlice> =
  ({ api }) =>
  (set, get) => {
    let turn = 0;
    let wasPinned = false;
    return {
      ...freshPlanCheck,
      setCheckOpen: (checkOpen) => {
        if (checkOpen === get().checkOpen) return;
        // In a narrow window the list stands where the inspector is folded away.
        if (checkOpen) wasPinned = get().inspectorPinned;
        set({ checkOpen, inspectorPinned: checkOpen ? true : wasPinned });
      },
      loadPlanCheck: async () => {
        turn += 1;
        const mine = turn;
        const answer = await api.call('plan.check', checkedSpan(get()));
        if (mine !== turn || !answer.ok) return;
        set((state) => ({
          planCheck: state.planCheck === null ? answer.value : share(state.planCheck, answer.value),
          planMarks: share(state.planMarks, marksOf(answer.value.findings)),
        }));
      },
    };
  };

/** A finding marks the tile it is mended at; one about a week, a day or a lane marks none. */
function marksOf(findings: readonly PlanFinding[]): Readonly<Record<string, PlanMark>> {
  const marks: Record<string, PlanMark> = {};
  for (const { code, severity, placementIds } of findings) {
    const [id] = placementIds;
    if (id === undefined || severity === 'info' || !marksTile(code)) continue;
    const { errors, warnings } = marks[id] ?? { errors: 0, warnings: 0 };
    marks[id] = severity === 'error' ? { errors: errors + 1, warnings } : { errors, warnings: warnings + 1 };
  }
  return marks;
}

/** What a tile shows: what adaptation found in its text and what the plan's check found in its place. */
export function tileFacts(report: TileFacts | undefined, mark: PlanMark | undefined): TileFacts | undefined {
  if (mark === undefined) return report;
  const { errors = 0, warnings = 0, behind = false } = report ?? {};
  return { errors: errors + mark.errors, warnings: warnings + mark.warnings, behind };
}

export function useTileFacts(id: string): TileFacts | undefined {
  const report = useStudio((state) => state.reports[id]);
  const mark = useStudio((state) => state.planMarks[id]);
  return useMemo(() => tileFacts(report, mark), [report, mark]);
}

/** Texts of loaded placements that still go out and have an error or a warning. */
export const textsToMend = ({ cards, reports }: Pick<StudioState, 'cards' | 'reports'>) =>
  cards.flatMap((card) => {
    const report = reports[card.id];
    const settled = card.outcome === 'live' || card.outcome === 'skipped';
    return settled || report === undefined || report.worst === null ? [] : [{ card, report, worst: report.worst }];
  });

type Checked = Pick<StudioState, 'planCheck' | 'cards' | 'reports'>;
/** How much there is that must be mended, or should be; what is only good to know is not counted. */
const toMend =
  (of: 'error' | 'warning') =>
  (state: Checked): number =>
    (state.planCheck?.findings.filter(({ severity }) => severity === of).length ?? 0) +
    textsToMend(state).filter(({ worst }) => worst.severity === of).length;
export const errorsToMend = toMend('error');
export const warningsToMend = toMend('warning');
