import type { Campaign, Occasion, Phase, PhaseKind } from '../model/records';
import type { WallDate } from '../time/wall';
import type { Period } from './days';

/** A phase as it lies behind the days in view; indices into the days, `to` included. */
export type Band = {
  readonly id: string;
  readonly kind: PhaseKind;
  /** The team's own name; empty means the kind's. */
  readonly name: string;
  readonly from: number;
  readonly to: number;
};

/** Overlap of two spans of days, in days; open ends count as the other's. */
const overlap = (start: WallDate | null, end: WallDate | null, { from, to }: Period): boolean =>
  (start ?? from) <= to && (end ?? to) >= from;

/** The campaign whose phases are drawn: the one filtered for, else the first by order that is in view. */
export function campaignInView(
  campaigns: readonly Campaign[],
  chosen: readonly string[],
  period: Period,
): Campaign | null {
  const sorted = [...campaigns].sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0));
  return (
    sorted.find((campaign) => chosen.includes(campaign.id)) ??
    sorted.find((campaign) => overlap(campaign.start, campaign.end, period)) ??
    null
  );
}

export function bandsOf(
  phases: readonly Phase[],
  campaignId: string | null,
  days: readonly WallDate[],
): readonly Band[] {
  const first = days[0];
  const last = days.at(-1);
  if (campaignId === null || first === undefined || last === undefined) return [];
  return phases
    .filter(
      (phase) =>
        phase.campaignId === campaignId &&
        phase.start !== null &&
        phase.end !== null &&
        phase.start <= last &&
        phase.end >= first,
    )
    .map((phase) => ({
      id: phase.id,
      kind: phase.kind,
      name: phase.name,
      from: days.findIndex((day) => day >= (phase.start ?? first)),
      to: days.findLastIndex((day) => day <= (phase.end ?? last)),
    }))
    .sort((a, b) => a.from - b.from);
}

/** The phase of each day, by index; null where none lies. A later phase wins where two overlap. */
export function phaseByDay(bands: readonly Band[], count: number): readonly (PhaseKind | null)[] {
  const result: (PhaseKind | null)[] = Array.from({ length: count }, () => null);
  for (const band of bands) for (let index = band.from; index <= band.to; index += 1) result[index] = band.kind;
  return result;
}

/** The occasion that names a day in the header; a holiday before anything else. */
export function occasionOn(occasions: readonly Occasion[], day: WallDate): Occasion | null {
  const there = occasions.filter(
    (occasion) => occasion.start !== null && occasion.start <= day && (occasion.end ?? occasion.start) >= day,
  );
  return there.find((occasion) => occasion.kind === 'holiday') ?? there[0] ?? null;
}
