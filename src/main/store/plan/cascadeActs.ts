import type { CascadeTable, WaveSettlement } from '../../../contract';
import { type Laid, layOut, type Unlaid } from '../../../core/cascade/lay';
import type { Placed, Scene } from '../../../core/cascade/scene';
import { fitToRules, rulesFrom, type Unfit } from '../../../core/cascade/settle';
import { timetableOf } from '../../../core/cascade/timetable';
import { followersOf, treeOf } from '../../../core/cascade/tree';
import type { Wave, WaveRule } from '../../../core/model/records';
import { createOp, type Op } from '../../../core/plan/ops';
import { refuse } from '../../../core/result';
import type { StoreContext } from '../context';
import { readView } from '../rows';
import {
  type Consequences,
  campaignOf,
  follow,
  placedOps,
  sceneOfRules,
  setOp,
  titlesOf,
  wavesOf,
  wavesTouching,
} from './cascades';
import { defaultFormat } from './placements';

/** What people do with a cascade as a whole. Each answers ops: one change, one step of undo. */

export function cascadeTable(store: StoreContext, campaignId: string): CascadeTable {
  const waves = wavesOf(store.db, campaignId);
  const scene = sceneOfRules(store, campaignOf(store.db, campaignId), waves);
  const titles = titlesOf(store.db, waves, scene);
  const entries = timetableOf(scene);
  const off = entries.flatMap(({ disagrees, placementId }) => (disagrees && placementId !== null ? placementId : []));
  const { rules } = rulesFrom(scene, off);
  return {
    entries: entries.map((entry) => ({
      ...entry,
      title: titles.get(entry.wave.id) ?? '',
      fitted: rules.get(entry.wave.id) ?? null,
    })),
    layout: layOut(scene),
  };
}

export type Laying = { readonly ops: readonly Op[]; readonly made: number; readonly left: readonly Unlaid[] };

/** Placements for the waves that have none. */
export function layOps(store: StoreContext, campaignId: string): Laying {
  const waves = wavesOf(store.db, campaignId);
  const scene = sceneOfRules(store, campaignOf(store.db, campaignId), waves);
  const { make, left } = layOut(scene);
  return { ops: make.flatMap((laid) => laidOps(store, scene, laid)), made: make.length, left };
}

function laidOps(store: StoreContext, scene: Scene, laid: Laid): readonly Op[] {
  const { waveId, pieceId, accountId, moment } = laid;
  const id = store.newId('l');
  const account = scene.accounts.get(accountId) ?? refuse('not_found', { where: `account ${accountId}` });
  const wave = scene.waves.find((candidate) => candidate.id === waveId);
  const format = laid.format ?? defaultFormat(account, store.packs());
  const placed = { pieceId, accountId, format, ...moment, zone: scene.zone, campaignId: scene.campaign.id, waveId };
  return [
    createOp('placement', id, placed),
    setOp('wave', waveId, 'placementId', id),
    ...(wave?.pieceId === pieceId ? [] : [setOp('wave', waveId, 'pieceId', pieceId)]),
    ...(wave?.format === format ? [] : [setOp('wave', waveId, 'format', format)]),
  ];
}

export type Settling = { readonly ops: readonly Op[]; readonly left: readonly Unfit[] };

/** Settles placements against their rules. */
export function settleOps(store: StoreContext, ids: readonly string[], how: WaveSettlement): Settling {
  if (how === 'pin' || how === 'unpin')
    return { ops: ids.map((id) => setOp('placement', id, 'pinned', how === 'pin')), left: [] };
  const waves = wavesTouching(store.db, ids);
  const ops: Op[] = [];
  const left: Unfit[] = [];
  const handled = new Set<string>();
  for (const campaignId of new Set(waves.flatMap((wave) => wave.campaignId ?? []))) {
    const mine = waves.filter((wave) => wave.campaignId === campaignId);
    const here = ids.filter((id) => mine.some(({ placementId }) => placementId === id));
    for (const id of here) handled.add(id);
    const scene = sceneOfRules(store, campaignOf(store.db, campaignId), mine);
    if (how === 'fit') {
      const fitted = fitToRules(scene, here);
      ops.push(...placedOps(scene, fitted.placed));
      left.push(...fitted.left);
    } else {
      const ruled = rulesFrom(scene, here);
      for (const [waveId, rule] of ruled.rules) ops.push(setOp('wave', waveId, 'rule', rule));
      left.push(...ruled.left);
    }
  }
  for (const placementId of ids) if (!handled.has(placementId)) left.push({ placementId, why: 'no_wave' });
  return { ops, left };
}

export type NewRule = {
  readonly waveId: string;
  readonly rule: WaveRule;
  readonly onlyWorkdays: boolean;
  readonly afterWaveId: string | null;
  readonly move: boolean;
};

/**
 * Writes a wave's rule and, if wished, sends its placement there with everyone behind it. Refuses `wave_circle` for an anchor
 * that itself follows the wave. The lead's rule is its time: with `move` its placement takes it.
 */
export function ruleOps(store: StoreContext, input: NewRule): Consequences {
  const { db } = store;
  const wave = readView(db, 'wave', input.waveId) ?? refuse('not_found', { where: `wave ${input.waveId}` });
  const campaign = campaignOf(db, wave.campaignId ?? '');
  const before = wavesOf(db, campaign.id);
  const tree = treeOf(campaign, before);
  if (input.afterWaveId !== null && followersOf(wave.id, tree).has(input.afterWaveId))
    refuse('wave_circle', { name: before.find(({ id }) => id === input.afterWaveId)?.name ?? '' });
  const { rule, onlyWorkdays, afterWaveId } = input;
  const ops = [
    setOp('wave', wave.id, 'rule', rule),
    setOp('wave', wave.id, 'onlyWorkdays', onlyWorkdays),
    setOp('wave', wave.id, 'afterWaveId', afterWaveId),
  ];
  if (!input.move) return { ops, followers: [] };
  const waves = before.map((one): Wave => (one.id === wave.id ? { ...one, rule, onlyWorkdays, afterWaveId } : one));
  const scene = sceneOfRules(store, campaign, waves);
  const to = targetOf(scene, wave.id);
  if (to === null) return { ops, followers: [] };
  const result = follow(store, campaign, waves, new Map([[to.id, to]]));
  return { ops: [...ops, ...placedOps(scene, new Map([[to.id, to]])), ...result.ops], followers: result.followers };
}

/** Where the wave's placement goes by its rule; null when it stays. */
function targetOf(scene: Scene, waveId: string): Placed | null {
  const entry = timetableOf(scene).find(({ wave }) => wave.id === waveId);
  const placed = scene.placements.get(entry?.placementId ?? '');
  if (entry === undefined || placed === undefined || placed.pinned) return null;
  if (entry.isLead) {
    const time = entry.wave.rule.kind === 'lead' ? entry.wave.rule.time : placed.time;
    return placed.outcome !== 'planned' || time === placed.time ? null : { ...placed, time };
  }
  const { placed: moved } = fitToRules(scene, [placed.id]);
  return moved.get(placed.id) ?? null;
}
