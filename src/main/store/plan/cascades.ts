import type { FollowerCard } from '../../../contract';
import { chineseWorkdays } from '../../../core/cascade/calendar';
import { limitsOf } from '../../../core/cascade/limits';
import { moveCascade } from '../../../core/cascade/move';
import type { Placed, Scene } from '../../../core/cascade/scene';
import { timetableOf } from '../../../core/cascade/timetable';
import { leadWaveOf } from '../../../core/cascade/tree';
import type { Json } from '../../../core/model/json';
import type { Campaign, Placement, RecordType, Wave } from '../../../core/model/records';
import type { Op } from '../../../core/plan/ops';
import { refuse } from '../../../core/result';
import { accountsById } from '../../../core/schedule/planned';
import { addDays, type WallDate } from '../../../core/time/wall';
import type { StoreContext } from '../context';
import { prepared, type ReadDb } from '../database';
import { listViews, readView, readViews, rowToView, type ViewRow } from '../rows';
import { workspaceOf } from '../workspace';
import type { Move } from './placements';

/** Cascades in the store: gathers what `core/cascade` reckons with, and writes what it decided. */

export const setOp = (type: RecordType, id: string, register: string, value: Json): Op => ({
  kind: 'set',
  type,
  id,
  register,
  value,
});

/** What a move does to the waves that follow, beyond the placements it names. */
export type Consequences = { readonly ops: readonly Op[]; readonly followers: readonly FollowerCard[] };
const nothing: Consequences = { ops: [], followers: [] };

/**
 * Everyone who follows what is moved, and the facts that stand beside it: a lead's zero day and the time of its rule, a
 * wave's account. Computed from what is stored; the moves themselves are made by `moveOps`.
 */
export function consequencesOf(store: StoreContext, moves: readonly Move[]): Consequences {
  const { db } = store;
  const waves = wavesTouching(
    db,
    moves.map(({ id }) => id),
  );
  if (waves.length === 0) return nothing;
  const moved = movedPlacements(db, moves);
  const campaigns = new Set(waves.map(({ campaignId }) => campaignId));
  const ops: Op[] = [];
  const followers: FollowerCard[] = [];
  const settled = new Map(moved);
  for (const campaignId of campaigns) {
    const campaign = campaignId === null ? null : readView(db, 'campaign', campaignId);
    if (campaign === null) continue;
    const mine = waves.filter((wave) => wave.campaignId === campaignId);
    const result = follow(store, campaign, mine, settled);
    ops.push(...factOps(campaign, mine, moved, db), ...result.ops);
    followers.push(...result.followers);
    for (const [id, placed] of result.moved) settled.set(id, placed);
  }
  return { ops, followers };
}

/** Sends the followers of what `moved` holds on their way. */
export function follow(
  store: StoreContext,
  campaign: Campaign,
  waves: readonly Wave[],
  moved: ReadonlyMap<string, Placed>,
): Consequences & { readonly moved: ReadonlyMap<string, Placed> } {
  const bare = sceneOf(store, campaign, waves, []);
  // First without anybody in the way, to know which days to look at.
  const days = moveCascade(bare, moved, { force: true }).flatMap(({ fate }) =>
    fate.kind === 'moves' ? fate.to.day : [],
  );
  const scene = sceneOf(store, campaign, waves, days);
  const found = moveCascade(scene, moved);
  const landed = new Map<string, Placed>();
  for (const { placementId, fate } of found) {
    const placed = placementId === null ? undefined : scene.placements.get(placementId);
    if (fate.kind === 'moves' && placed !== undefined) landed.set(placed.id, { ...placed, ...fate.to });
  }
  const titles = titlesOf(store.db, waves, scene);
  const followers = found.map((follower) => ({ ...follower, title: titles.get(follower.waveId) ?? '' }));
  return { ops: placedOps(scene, landed), followers, moved: landed };
}

/** Day and time of placements that stand elsewhere than in the scene. */
export const placedOps = (scene: Scene, placed: ReadonlyMap<string, Placed>): readonly Op[] =>
  [...placed.values()].flatMap(({ id, day, time }) => {
    const before = scene.placements.get(id);
    return [
      ...(before?.day === day ? [] : [setOp('placement', id, 'day', day)]),
      ...(before?.time === time ? [] : [setOp('placement', id, 'time', time)]),
    ];
  });

/** A campaign with the placements of its waves and, around the given days, everything on their accounts. */
export function sceneOf(
  store: StoreContext,
  campaign: Campaign,
  waves: readonly Wave[],
  days: readonly WallDate[],
): Scene {
  const { db } = store;
  const workspace = workspaceOf(db);
  const own = readViews(
    db,
    'placement',
    waves.flatMap(({ placementId }) => placementId ?? []),
  );
  const placements = new Map(own.map((placement) => [placement.id, placedBy(placement)]));
  const accountIds = [...own, ...waves].flatMap(({ accountId }) => accountId ?? []);
  for (const placement of around(db, days, accountIds))
    if (!placements.has(placement.id)) placements.set(placement.id, placedBy(placement));
  return {
    campaign,
    waves,
    placements,
    accounts: accountsById(listViews(db, 'account')),
    zone: workspace.zone,
    today: store.today(),
    calendar: chineseWorkdays,
    limits: limitsOf(workspace),
  };
}

/** As `sceneOf`, around every day that a rule of the campaign names. */
export function sceneOfRules(store: StoreContext, campaign: Campaign, waves: readonly Wave[]): Scene {
  const days = timetableOf(sceneOf(store, campaign, waves, [])).flatMap(({ wants }) =>
    wants.kind === 'at' ? wants.moment.day : [],
  );
  return sceneOf(store, campaign, waves, days);
}

export const campaignOf = (db: ReadDb, id: string): Campaign =>
  readView(db, 'campaign', id) ?? refuse('not_found', { where: `campaign ${id}` });

export function wavesOf(db: ReadDb, campaignId: string): readonly Wave[] {
  const rows = prepared(
    db,
    "SELECT id, registers, sets FROM wave WHERE alive = 1 AND json_extract(registers, '$.campaignId') = ? ORDER BY id",
  ).all(campaignId) as ViewRow[];
  return rows.map((row) => rowToView('wave', row));
}

/** All waves of the campaigns that one of these placements is a wave of. */
export function wavesTouching(db: ReadDb, placementIds: readonly string[]): readonly Wave[] {
  const rows = prepared(
    db,
    `SELECT id, registers, sets FROM wave WHERE alive = 1 AND json_extract(registers, '$.campaignId') IN
       (SELECT json_extract(registers, '$.campaignId') FROM wave
        WHERE alive = 1 AND json_extract(registers, '$.placementId') IN (SELECT value FROM json_each(?)))
     ORDER BY id`,
  ).all(JSON.stringify(placementIds)) as ViewRow[];
  return rows.map((row) => rowToView('wave', row));
}

/** What a wave is called: its own name, else its piece's title: the pieces of a cascade are often one and the same. */
export function titlesOf(db: ReadDb, waves: readonly Wave[], { placements }: Scene): ReadonlyMap<string, string> {
  const pieceOf = (wave: Wave) => placements.get(wave.placementId ?? '')?.pieceId ?? wave.pieceId;
  const pieces = readViews(db, 'piece', [...new Set(waves.flatMap((wave) => pieceOf(wave) ?? []))]);
  const titles = new Map(pieces.map(({ id, title }) => [id, title]));
  return new Map(waves.map((wave) => [wave.id, wave.name || (titles.get(pieceOf(wave) ?? '') ?? '')]));
}

const placedBy = ({ id, pieceId, accountId, day, time, zone, outcome, pinned }: Placement): Placed => ({
  id,
  pieceId,
  accountId,
  day,
  time,
  zone,
  outcome,
  pinned,
});

/** Placements where they will be. */
function movedPlacements(db: ReadDb, moves: readonly Move[]): ReadonlyMap<string, Placed> {
  const byId = new Map(moves.map((move) => [move.id, move]));
  return new Map(
    readViews(db, 'placement', [...byId.keys()]).map((placement) => {
      const { day, time, accountId } = byId.get(placement.id) ?? placement;
      const placed = placedBy(placement);
      return [
        placement.id,
        { ...placed, day, time: time === undefined ? placed.time : time, accountId: accountId ?? placed.accountId },
      ];
    }),
  );
}

/** What the lead's own move changes beside it, and the accounts of waves that were taken to another row. */
function factOps(
  campaign: Campaign,
  waves: readonly Wave[],
  moved: ReadonlyMap<string, Placed>,
  db: ReadDb,
): readonly Op[] {
  const lead = leadWaveOf(campaign, waves);
  return waves.flatMap((wave): readonly Op[] => {
    const placed = moved.get(wave.placementId ?? '');
    if (placed === undefined) return [];
    const before = readView(db, 'placement', placed.id);
    const changesRow = placed.accountId !== before?.accountId && placed.accountId !== null;
    const row = changesRow ? [setOp('wave', wave.id, 'accountId', placed.accountId)] : [];
    if (wave.id !== lead?.id || placed.day === null) return row;
    const { rule } = wave;
    const zero = campaign.zeroDay === placed.day ? [] : [setOp('campaign', campaign.id, 'zeroDay', placed.day)];
    const timed = rule.kind === 'lead' && placed.time !== null && rule.time !== placed.time;
    return [
      ...row,
      ...zero,
      ...(timed && placed.time !== null ? [setOp('wave', wave.id, 'rule', { kind: 'lead', time: placed.time })] : []),
    ];
  });
}

/** What stands on these accounts within a week of these days: as far as a week's capacity or a gap can see. */
function around(db: ReadDb, days: readonly WallDate[], accountIds: readonly string[]): readonly Placement[] {
  const sorted = [...days].sort();
  const first = sorted[0];
  const last = sorted.at(-1);
  if (first === undefined || last === undefined) return [];
  const rows = prepared(
    db,
    `SELECT id, registers, sets FROM placement
     WHERE alive = 1 AND day BETWEEN ? AND ? AND account_id IN (SELECT value FROM json_each(?))`,
  ).all(addDays(first, -SEEN_DAYS), addDays(last, SEEN_DAYS), JSON.stringify(accountIds)) as ViewRow[];
  return rows.map((row) => rowToView('placement', row));
}

/** The longest gap an account may keep is a week. */
const SEEN_DAYS = 8;
