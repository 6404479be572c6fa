import type { Phase, PhaseKind } from '../model/records';
import type { WallDate } from '../time/wallDate';
import { type CopiesById, isCopyDone, isSettled, type PlacedCopy } from './copies';
import type { WaveRow } from './waveRows';

/** A phase is entered and left through checks. */
export const gateSides = ['entry', 'exit'] as const;
export type GateSide = (typeof gateSides)[number];

/**
 * Checks the studio computes from the plan: waves that belong here are planned; the source is written; pictures and films are as
 * the platforms ask; nothing must be fixed; the copy was approved; everything went out; figures came back.
 */
export const autoChecks = ['planned', 'written', 'assets', 'errors', 'approved', 'out', 'figures'] as const;
export type AutoCheck = (typeof autoChecks)[number];

/** What a phase asks for unless its team says otherwise (`phase.gates`). */
const usual: Readonly<Record<PhaseKind, Readonly<Record<GateSide, readonly AutoCheck[]>>>> = {
  warm_up: { entry: ['planned', 'assets', 'errors'], exit: ['out'] },
  burst: { entry: ['planned', 'written', 'assets', 'errors', 'approved'], exit: ['out'] },
  long_tail: { entry: ['planned', 'assets', 'errors'], exit: ['out'] },
  review: { entry: ['figures'], exit: [] },
};

/** What stands in the way of a check: a placement, or a wave that is not planned. */
export type Obstacle =
  | { readonly kind: 'placement'; readonly id: string; readonly copy: PlacedCopy }
  | { readonly kind: 'wave'; readonly id: string; readonly row: WaveRow };

export type AutoResult = {
  readonly kind: 'auto';
  readonly check: AutoCheck;
  readonly done: boolean;
  /** How many things were looked at. */
  readonly of: number;
  /** What stands in the way; empty for a check that is open because there is nothing to look at yet. */
  readonly open: readonly Obstacle[];
};
/** A check of the team's own, ticked by hand. */
export type OwnResult = { readonly kind: 'own'; readonly name: string; readonly done: boolean };
export type CheckResult = AutoResult | OwnResult;

export type GateResult = {
  readonly side: GateSide;
  readonly checks: readonly CheckResult[];
  readonly done: number;
  readonly total: number;
};

export type PhaseResult = { readonly phase: Phase; readonly entry: GateResult; readonly exit: GateResult };

/** What the checks look at. */
export type GateScene = { readonly copies: CopiesById; readonly rows: readonly WaveRow[] };

/** Whether a phase asks for a computed check. */
export const asksFor = (phase: Pick<Phase, 'kind' | 'gates'>, side: GateSide, check: AutoCheck): boolean =>
  phase.gates[`${side}.${check}`] ?? usual[phase.kind][side].includes(check);

/** All checks of a phase with what stands in the way of each. One with nothing to look at is left out, unless that is the point. */
export function checkPhase(phase: Phase, scene: GateScene): PhaseResult {
  const gate = (side: GateSide): GateResult => {
    const own = side === 'entry' ? phase.entryChecks : phase.exitChecks;
    const checks: CheckResult[] = [
      ...autoChecks
        .filter((check) => asksFor(phase, side, check))
        .map((check) => autoResult(check, phase, scene))
        .filter(({ check, of }) => of > 0 || check === 'planned' || check === 'figures'),
      ...Object.entries(own).map(([name, done]): OwnResult => ({ kind: 'own', name, done })),
    ];
    return { side, checks, done: checks.filter(({ done }) => done).length, total: checks.length };
  };
  return { phase, entry: gate('entry'), exit: gate('exit') };
}

function autoResult(check: AutoCheck, phase: Phase, { copies, rows }: GateScene): AutoResult {
  const inside = (day: WallDate | null | undefined): boolean =>
    day != null && phase.start !== null && phase.end !== null && phase.start <= day && day <= phase.end;
  const placed = [...copies.values()];
  const here = placed.filter(({ placement }) => inside(placement.day));
  const waiting = here.filter(({ placement }) => !isSettled(placement.outcome));
  const result = (of: number, open: readonly Obstacle[], isOpenWhenEmpty = false): AutoResult => ({
    kind: 'auto',
    check,
    done: open.length === 0 && (of > 0 || !isOpenWhenEmpty),
    of,
    open,
  });
  const blocked = (by: (copy: PlacedCopy) => boolean): AutoResult =>
    result(here.length, waiting.filter(by).map(obstacle));
  switch (check) {
    case 'planned': {
      const mine = rows.filter(({ moment, isPlanned }) => !isPlanned && inside(moment?.day));
      return result(
        here.length + mine.length,
        mine.map((row) => ({ kind: 'wave', id: row.wave.id, row })),
        true,
      );
    }
    case 'written':
      return blocked(
        ({ placement }) =>
          placement.outcome === 'planned' && placement.pieceState !== 'ready' && placement.pieceState !== 'archived',
      );
    case 'assets':
      return blocked(({ facts }) => (facts?.media ?? 0) > 0);
    case 'errors':
      return blocked(({ code, errors }) => errors > 0 || code === 'unreadable' || code === 'no_piece');
    case 'approved':
      return blocked((copy) => !isCopyDone(copy));
    case 'out':
      return blocked(() => true);
    case 'figures': {
      const live = placed.filter(({ placement }) => placement.outcome === 'live');
      return result(live.length, live.filter(({ facts }) => (facts?.figures ?? 0) === 0).map(obstacle), true);
    }
  }
}

const obstacle = (copy: PlacedCopy): Obstacle => ({ kind: 'placement', id: copy.placement.id, copy });

/**
 * The gate that matters on a day: the way in before a phase and for as long as that is open, else the way out; null when both
 * are passed, or the phase asks for nothing.
 */
export function gateNow({ phase, entry, exit }: PhaseResult, today: WallDate): GateResult | null {
  const isOpen = (gate: GateResult): boolean => gate.done < gate.total;
  if (phase.end !== null && today > phase.end) return isOpen(exit) ? exit : null;
  if (isOpen(entry)) return entry;
  return phase.start !== null && today < phase.start ? (entry.total > 0 ? entry : null) : isOpen(exit) ? exit : null;
}

/** The first check that is not passed. */
export const firstOpen = ({ checks }: GateResult): CheckResult | null => checks.find(({ done }) => !done) ?? null;
