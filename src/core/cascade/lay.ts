import type { Unsettled } from './follow';
import { type Block, blocksOf, canForce } from './judge';
import type { Moment } from './moment';
import type { Placed, Scene } from './scene';
import { timetableOf } from './timetable';

/** A placement to be made for a wave. `despite`: customs it breaks, to be mended by hand. */
export type Laid = {
  readonly waveId: string;
  readonly pieceId: string;
  readonly accountId: string;
  /** Null leaves the choice to the studio. */
  readonly format: string | null;
  readonly moment: Moment;
  readonly despite: readonly Block[];
};

/** Why nothing is made for a wave. */
export type Unlaid =
  | { readonly waveId: string; readonly why: 'no_account' | 'no_piece' }
  | { readonly waveId: string; readonly why: 'unsettled'; readonly reason: Unsettled }
  | { readonly waveId: string; readonly why: 'blocked'; readonly blocks: readonly Block[] };

export type Layout = {
  readonly make: readonly Laid[];
  readonly left: readonly Unlaid[];
  /** Waves that are planned already; they stay as they are. */
  readonly there: number;
};

/**
 * Placements for the waves that have none, each at the moment of its rule. A wave without a piece takes the lead's: one piece,
 * a version per account. Nothing is made in the past or on a closed account; what breaks a custom is made and says so.
 */
export function layOut(scene: Scene): Layout {
  const entries = timetableOf(scene);
  const leadPiece = entries.find(({ isLead }) => isLead)?.wave.pieceId ?? null;
  const now = new Map(scene.placements);
  const make: Laid[] = [];
  const left: Unlaid[] = [];
  let there = 0;
  for (const { wave, wants, placementId, zone } of entries) {
    const waveId = wave.id;
    const pieceId = wave.pieceId ?? leadPiece;
    const account = wave.accountId === null ? undefined : scene.accounts.get(wave.accountId);
    if (placementId !== null) there += 1;
    else if (account === undefined) left.push({ waveId, why: 'no_account' });
    else if (pieceId === null) left.push({ waveId, why: 'no_piece' });
    else if (wants.kind === 'unsettled') left.push({ waveId, why: 'unsettled', reason: wants.why });
    else {
      const id = `lay ${waveId}`;
      const outcome = 'planned';
      const placed: Placed = {
        id,
        pieceId,
        accountId: account.id,
        day: null,
        time: null,
        zone,
        outcome,
        pinned: false,
      };
      const landing = { placed, to: wants.moment, account, dayOff: wants.dayOff };
      const blocks = blocksOf(landing, now.values(), scene.today, scene.limits);
      if (canForce(blocks)) {
        make.push({
          waveId,
          pieceId,
          accountId: account.id,
          format: wave.format,
          moment: wants.moment,
          despite: blocks,
        });
        now.set(id, { ...placed, ...wants.moment });
      } else left.push({ waveId, why: 'blocked', blocks });
    }
  }
  return { make, left, there };
}
