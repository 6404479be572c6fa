import type { Wave } from '../model/records';
import { follow, type Unsettled } from './follow';
import { type Block, blocksOf, canForce } from './judge';
import { type Moment, sameMoment } from './moment';
import { momentOfPlaced, type Placed, placedOf, type Scene } from './scene';
import { treeOf } from './tree';

/** What becomes of a wave when the one it follows is moved. */
export type Fate =
  /** `despite` is what stood against it, where somebody decided to land all the same. */
  | { readonly kind: 'moves'; readonly from: Moment; readonly to: Moment; readonly despite: readonly Block[] }
  /** It stands where the rule wants it already. */
  | { readonly kind: 'agrees'; readonly at: Moment }
  | { readonly kind: 'pinned'; readonly at: Moment; readonly wants: Moment | null }
  /** It stays where it is. */
  | { readonly kind: 'blocked'; readonly at: Moment; readonly wants: Moment; readonly blocks: readonly Block[] }
  | { readonly kind: 'unsettled'; readonly at: Moment; readonly why: Unsettled }
  /** Nothing is planned for it yet. */
  | { readonly kind: 'unplaced'; readonly wants: Moment | null };

export type Follower = {
  readonly waveId: string;
  /** Null while nothing is planned for the wave. */
  readonly placementId: string | null;
  readonly accountId: string | null;
  readonly rule: Wave['rule'];
  readonly fate: Fate;
  /** Years whose breaks this landing needed and no table has. */
  readonly untabled: readonly number[];
};

/** Where a wave stands after the move, and whether that is elsewhere than before. */
type Standing = { readonly moment: Moment; readonly zone: string; readonly moved: boolean };

/**
 * Placements of the scene are moved to where `moved` has them; everyone reckoned from one of these follows by its rule,
 * in order, each from where its anchor really ends up. Pinned ones stay, blocked ones stay and say why, and whoever
 * follows somebody who stayed stays too. What `moved` names itself is not sent anywhere else.
 * With `force`, customs (quiet hours, capacity, gaps, days off) block nobody.
 */
export function moveCascade(
  scene: Scene,
  moved: ReadonlyMap<string, Placed>,
  { force = false }: { readonly force?: boolean } = {},
): readonly Follower[] {
  const { links } = treeOf(scene.campaign, scene.waves);
  const now = new Map([...scene.placements, ...moved]);
  const standings = new Map<string, Standing>();
  const followers: Follower[] = [];
  for (const { wave, anchorId } of links) {
    const placed = placedOf(wave, now);
    const named = placed !== null && moved.has(placed.id);
    const anchor = anchorId === null ? undefined : standings.get(anchorId);
    if (named || anchor?.moved !== true) {
      const moment = momentOfPlaced(placed ?? undefined);
      const before = placed === null ? null : momentOfPlaced(scene.placements.get(placed.id));
      const elsewhere = named && moment !== null && (before === null || !sameMoment(before, moment));
      if (moment !== null && placed !== null) standings.set(wave.id, { moment, zone: placed.zone, moved: elsewhere });
      continue;
    }
    const { fate, untabled } = fateOf(scene, wave, placed, anchor, now, force);
    const zone = placed?.zone ?? scene.zone;
    followers.push({
      waveId: wave.id,
      placementId: placed?.id ?? null,
      accountId: placed?.accountId ?? wave.accountId,
      rule: wave.rule,
      fate,
      untabled,
    });
    const moment = standsAt(fate);
    if (moment === null) continue;
    standings.set(wave.id, { moment, zone, moved: fate.kind === 'moves' || fate.kind === 'unplaced' });
    if (fate.kind === 'moves' && placed !== null) now.set(placed.id, { ...placed, ...fate.to });
  }
  return followers;
}

function fateOf(
  scene: Scene,
  wave: Wave,
  placed: Placed | null,
  anchor: Standing,
  now: ReadonlyMap<string, Placed>,
  force: boolean,
): { readonly fate: Fate; readonly untabled: readonly number[] } {
  const followed = follow(wave, anchor, placed?.zone ?? scene.zone, scene.calendar);
  const wants = followed.kind === 'at' ? followed.moment : null;
  const untabled = followed.kind === 'at' ? followed.untabled : [];
  const at = momentOfPlaced(placed ?? undefined);
  if (placed === null || at === null) return { fate: { kind: 'unplaced', wants }, untabled };
  if (placed.pinned) return { fate: { kind: 'pinned', at, wants }, untabled: [] };
  if (followed.kind === 'unsettled') return { fate: { kind: 'unsettled', at, why: followed.why }, untabled: [] };
  const to = followed.moment;
  if (sameMoment(at, to)) return { fate: { kind: 'agrees', at }, untabled };
  const account = placed.accountId === null ? undefined : scene.accounts.get(placed.accountId);
  const landing = { placed, to, account, dayOff: followed.dayOff };
  const blocks = blocksOf(landing, now.values(), scene.today, scene.limits);
  const lands = blocks.length === 0 || (force && canForce(blocks));
  return lands
    ? { fate: { kind: 'moves', from: at, to, despite: blocks }, untabled }
    : { fate: { kind: 'blocked', at, wants: to, blocks }, untabled };
}

const standsAt = (fate: Fate): Moment | null =>
  fate.kind === 'moves' ? fate.to : fate.kind === 'unplaced' ? fate.wants : fate.at;
