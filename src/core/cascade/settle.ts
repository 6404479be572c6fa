import type { WaveRule } from '../model/records';
import { fitRule } from './fitRule';
import type { Unsettled } from './follow';
import { moveCascade } from './move';
import type { Placed, Scene } from './scene';
import { type Entry, timetableOf } from './timetable';

/** Why a placement and its rule could not be brought together. */
export type Unfit = {
  readonly placementId: string;
  readonly why: 'no_wave' | 'lead' | 'unplaced' | 'past' | 'closed' | 'settled' | 'too_far' | Unsettled;
};

export type Fitted = {
  /** Placements that stand elsewhere now, the fitted ones and whoever follows them. */
  readonly placed: ReadonlyMap<string, Placed>;
  readonly left: readonly Unfit[];
};

/**
 * Brings placements to where their rules want them, anchors before followers, and sends on whoever follows them. Asked for by
 * name, so quiet hours, capacity and gaps hinder nothing; what is impossible is left and says why.
 */
export function fitToRules(scene: Scene, ids: readonly string[]): Fitted {
  const wanted = new Set(ids);
  const left: Unfit[] = [];
  let now = scene;
  for (const { placementId } of timetableOf(scene)) {
    if (placementId === null || !wanted.delete(placementId)) continue;
    // Anchors may have moved since: the entry is read again.
    const entry = timetableOf(now).find((candidate) => candidate.placementId === placementId);
    const fitted = entry === undefined ? null : fitOne(now, entry);
    if (fitted === null) continue;
    if ('why' in fitted) left.push({ placementId, why: fitted.why });
    else now = withMoves(now, new Map([[placementId, fitted]]));
  }
  for (const placementId of wanted) left.push({ placementId, why: 'no_wave' });
  const placed = [...now.placements].filter(([id, one]) => scene.placements.get(id) !== one);
  return { placed: new Map(placed), left };
}

/** The scene after a move, its followers gone along. */
function withMoves(scene: Scene, moved: ReadonlyMap<string, Placed>): Scene {
  const placements = new Map([...scene.placements, ...moved]);
  for (const { placementId, fate } of moveCascade(scene, moved)) {
    const placed = placementId === null ? undefined : placements.get(placementId);
    if (fate.kind === 'moves' && placed !== undefined) placements.set(placed.id, { ...placed, ...fate.to });
  }
  return { ...scene, placements };
}

function fitOne(scene: Scene, entry: Entry): Placed | Pick<Unfit, 'why'> | null {
  const placed = scene.placements.get(entry.placementId ?? '');
  if (placed === undefined) return { why: 'unplaced' };
  if (entry.wants.kind === 'unsettled') return { why: entry.wants.why };
  if (placed.outcome !== 'planned') return { why: 'settled' };
  if (scene.accounts.get(placed.accountId ?? '')?.closed === true) return { why: 'closed' };
  const { day, time } = entry.wants.moment;
  if (placed.day === day && placed.time === time) return null;
  return day < scene.today ? { why: 'past' } : { ...placed, day, time };
}

export type Ruled = { readonly rules: ReadonlyMap<string, WaveRule>; readonly left: readonly Unfit[] };

/** Rules that say where placements stand now, by wave. */
export function rulesFrom(scene: Scene, ids: readonly string[]): Ruled {
  const entries = timetableOf(scene);
  const rules = new Map<string, WaveRule>();
  const left: Unfit[] = [];
  for (const placementId of ids) {
    const entry = entries.find((candidate) => candidate.placementId === placementId);
    const anchor = entries.find(({ wave }) => wave.id === entry?.anchorId);
    const from = anchor?.at ?? (anchor?.wants.kind === 'at' ? anchor.wants.moment : null);
    if (entry === undefined || entry.at === null) left.push({ placementId, why: 'no_wave' });
    else if (entry.isLead) left.push({ placementId, why: 'lead' });
    else if (anchor === undefined || from === null) left.push({ placementId, why: 'anchor_gone' });
    else {
      const rule = fitRule(entry.wave.rule, { moment: from, zone: anchor.zone }, entry.at, entry.zone, scene.calendar);
      if (rule === null) left.push({ placementId, why: entry.at.time === null ? 'no_time' : 'too_far' });
      else rules.set(entry.wave.id, rule);
    }
  }
  return { rules, left };
}
