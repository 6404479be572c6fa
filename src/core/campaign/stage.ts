import type { Campaign, Phase } from '../model/records';
import type { Period } from '../schedule/days';
import { daysBetween, type WallDate } from '../time/wallDate';

/** How far a campaign is, from its dates alone. Days count from 1. */
export type Stage =
  | { readonly kind: 'undated' }
  | { readonly kind: 'upcoming'; readonly days: number }
  | { readonly kind: 'running'; readonly phase: Phase | null; readonly day: number; readonly of: number }
  | { readonly kind: 'over'; readonly days: number };

/** From first to last day: the campaign's own where it names them, else as far as its phases reach. Null without any. */
export function spanOf(campaign: Pick<Campaign, 'start' | 'end'>, phases: readonly Phase[]): Period | null {
  const firsts = [campaign.start, ...(campaign.start === null ? phases.map(({ start }) => start) : [])].flatMap(
    (day) => day ?? [],
  );
  const lasts = [campaign.end, ...(campaign.end === null ? phases.map(({ end }) => end) : [])].flatMap(
    (day) => day ?? [],
  );
  const from = [...firsts].sort()[0] ?? [...lasts].sort()[0];
  const to = [...lasts].sort().at(-1) ?? [...firsts].sort().at(-1);
  return from === undefined || to === undefined || to < from ? null : { from, to };
}

/** The phase a day lies in; the later one where two overlap. */
export const phaseOn = (phases: readonly Phase[], day: WallDate): Phase | null =>
  phases.findLast(({ start, end }) => start !== null && end !== null && start <= day && day <= end) ?? null;

export function stageOf(campaign: Pick<Campaign, 'start' | 'end'>, phases: readonly Phase[], today: WallDate): Stage {
  const span = spanOf(campaign, phases);
  if (span === null) return { kind: 'undated' };
  if (today < span.from) return { kind: 'upcoming', days: daysBetween(today, span.from) };
  if (today > span.to) return { kind: 'over', days: daysBetween(span.to, today) };
  const phase = phaseOn(phases, today);
  const inPhase = phase?.start != null && phase.end !== null ? { from: phase.start, to: phase.end } : span;
  return {
    kind: 'running',
    phase,
    day: daysBetween(inPhase.from, today) + 1,
    of: daysBetween(inPhase.from, inPhase.to) + 1,
  };
}
