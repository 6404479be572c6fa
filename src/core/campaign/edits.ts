import type { Json } from '../model/json';
import type { Account, Campaign, Phase, PhaseKind, Wave } from '../model/records';
import { phaseKinds } from '../model/vocabulary';
import { createOp, type Op } from '../plan/ops';
import { positionBetween, positionsFor } from '../plan/position';
import { addDays, type WallDate, type WallTime } from '../time/wallDate';
import { byOrder } from './facts';
import type { WaveRow } from './waveRows';

/** What is done to a campaign, as ops of one change. Ids are given. */
const set = (type: 'campaign' | 'phase' | 'wave' | 'placement', id: string, register: string, value: Json): Op => ({
  kind: 'set',
  type,
  id,
  register,
  value,
});

/** The evening peak most teams open at. */
const OPENING = '20:00' as WallTime;
const FOLLOWING = '18:00' as WallTime;

/** A position behind all of these. */
const behind = (siblings: readonly { readonly order: string; readonly id: string }[]): string => {
  const last = [...siblings].sort(byOrder).at(-1);
  return (
    (last === undefined ? null : positionBetween(last.order, null)) ?? positionsFor(siblings.length + 1).at(-1) ?? 'n'
  );
};

export const newCampaignOps = (id: string, name: string, siblings: readonly Campaign[]): readonly Op[] => [
  createOp('campaign', id, { name, order: behind(siblings) }),
];

/** So long each phase lasts where the campaign's dates leave it open, in days. */
const usualDays: Readonly<Record<PhaseKind, number>> = { warm_up: 7, burst: 7, long_tail: 14, review: 5 };

/**
 * The four phases around the zero day, which opens the burst; those that are there already stay. The campaign's own first and
 * last day are kept where they leave room; without a zero day the phases have no days yet.
 */
export function fourPhasesOps(
  { id: campaignId, start, end, zeroDay }: Campaign,
  there: readonly Phase[],
  newId: () => string,
): readonly Op[] {
  const spans = zeroDay === null ? null : spansAround(zeroDay, start, end);
  const places = positionsFor(phaseKinds.length);
  return phaseKinds.flatMap((kind, index) =>
    there.some((phase) => phase.kind === kind)
      ? []
      : [
          createOp('phase', newId(), {
            campaignId,
            kind,
            start: spans?.[kind].start ?? null,
            end: spans?.[kind].end ?? null,
            order: places[index] ?? 'n',
          }),
        ],
  );
}

type Span = { readonly start: WallDate; readonly end: WallDate };

function spansAround(zero: WallDate, start: WallDate | null, end: WallDate | null): Readonly<Record<PhaseKind, Span>> {
  const burstEnd = addDays(zero, usualDays.burst - 1);
  const tailStart = addDays(burstEnd, 1);
  const leastEnd = addDays(tailStart, usualDays.review);
  const reviewEnd =
    end !== null && end >= leastEnd ? end : addDays(tailStart, usualDays.long_tail + usualDays.review - 1);
  const reviewStart = addDays(reviewEnd, 1 - usualDays.review);
  return {
    warm_up: {
      start: start !== null && start < zero ? start : addDays(zero, -usualDays.warm_up),
      end: addDays(zero, -1),
    },
    burst: { start: zero, end: burstEnd },
    long_tail: { start: tailStart, end: addDays(reviewStart, -1) },
    review: { start: reviewStart, end: reviewEnd },
  };
}

/** A new wave behind the others: the first one leads, every other follows the next day. */
export function addWaveOps(
  id: string,
  campaign: Campaign,
  waves: readonly Wave[],
  account: Account | null,
  name: string,
): readonly Op[] {
  const leads = waves.length === 0;
  return [
    createOp('wave', id, {
      campaignId: campaign.id,
      name,
      accountId: account?.id ?? null,
      format: account?.defaultFormat ?? account?.formats[0] ?? null,
      rule: leads ? { kind: 'lead', time: OPENING } : { kind: 'days', days: 1, time: FOLLOWING },
      order: behind(waves),
    }),
    ...(leads ? [set('campaign', campaign.id, 'leadWaveId', id)] : []),
  ];
}

/** Takes a wave out. What it planned stays in the plan; waves reckoned from it follow the lead. */
export function removeWaveOps(wave: Wave, campaign: Campaign, waves: readonly Wave[]): readonly Op[] {
  return [
    ...(wave.placementId === null ? [] : [set('placement', wave.placementId, 'waveId', null)]),
    ...(campaign.leadWaveId === wave.id ? [set('campaign', campaign.id, 'leadWaveId', null)] : []),
    ...waves.filter(({ afterWaveId }) => afterWaveId === wave.id).map(({ id }) => set('wave', id, 'afterWaveId', null)),
    { kind: 'delete', type: 'wave', id: wave.id },
  ];
}

/** A placement for a wave that has a piece and an account, where its rule wants it; nothing while one of these is open. */
export function planWaveOps(
  id: string,
  { wave, account, piece, moment }: WaveRow,
  campaign: Campaign,
  zone: string,
): readonly Op[] {
  if (account === null || piece === null || moment === null) return [];
  return [
    createOp('placement', id, {
      pieceId: piece.id,
      accountId: account.id,
      format: wave.format ?? account.defaultFormat ?? account.formats[0] ?? null,
      day: moment.day,
      time: moment.time,
      zone,
      campaignId: campaign.id,
      waveId: wave.id,
    }),
    set('wave', wave.id, 'placementId', id),
  ];
}

/** Another wave opens; the one that did goes out the same day at its own time. */
export function makeLeadOps(
  wave: Wave,
  campaign: Campaign,
  waves: readonly Wave[],
  time: WallTime | null,
): readonly Op[] {
  return [
    set('campaign', campaign.id, 'leadWaveId', wave.id),
    set('wave', wave.id, 'rule', { kind: 'lead', time: time ?? OPENING }),
    set('wave', wave.id, 'afterWaveId', null),
    ...waves.flatMap(({ id, rule }) =>
      id !== wave.id && rule.kind === 'lead'
        ? [set('wave', id, 'rule', { kind: 'days', days: 0, time: rule.time })]
        : [],
    ),
  ];
}

/** Moves a wave by `steps` places among the others. Nothing when it is at that end already. */
export function reorderOps(wave: Wave, waves: readonly Wave[], steps: number): readonly Op[] {
  const sorted = [...waves].sort(byOrder);
  const from = sorted.findIndex(({ id }) => id === wave.id);
  const to = Math.min(sorted.length - 1, Math.max(0, from + steps));
  if (from === -1 || from === to) return [];
  const rest = sorted.toSpliced(from, 1);
  const place = positionBetween(rest[to - 1]?.order ?? null, rest[to]?.order ?? null);
  if (place !== null) return [set('wave', wave.id, 'order', place)];
  // Positions that were never given, or given twice: all get new ones.
  const places = positionsFor(sorted.length);
  return rest.toSpliced(to, 0, wave).map(({ id }, index) => set('wave', id, 'order', places[index] ?? 'n'));
}

export type PhaseEdge = 'start' | 'end';

/**
 * Moves one end of a phase; its other end goes along where it would be overtaken, and so does a phase that touches it there, so
 * that phases that followed each other still do.
 */
export function phaseEdgeOps(phase: Phase, phases: readonly Phase[], edge: PhaseEdge, day: WallDate): readonly Op[] {
  if (phase[edge] === day) return [];
  const ops = [set('phase', phase.id, edge, day)];
  const other = edge === 'start' ? 'end' : 'start';
  const opposite = phase[other];
  if (opposite !== null && (edge === 'start' ? day > opposite : day < opposite))
    ops.push(set('phase', phase.id, other, day));
  const was = phase[edge];
  if (was === null) return ops;
  const step = edge === 'start' ? -1 : 1;
  const neighbour = phases.find((one) => one.id !== phase.id && one[other] === addDays(was, step));
  if (neighbour === undefined) return ops;
  const touching = addDays(day, step);
  const far = neighbour[edge];
  // The neighbour keeps a day at least; where it cannot, it stays and the two overlap, which the page shows.
  const fits = far === null || (edge === 'start' ? far <= touching : far >= touching);
  return fits ? [...ops, set('phase', neighbour.id, other, touching)] : ops;
}
