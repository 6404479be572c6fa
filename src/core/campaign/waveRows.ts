import type { Followed } from '../cascade/follow';
import type { Moment } from '../cascade/moment';
import type { Entry } from '../cascade/timetable';
import type { Account, Outcome, Wave } from '../model/records';
import { type CopyStatus, copyOf } from './copies';
import { byOrder, type CampaignPiece, type CampaignPlacement, type CampaignPlan } from './facts';

/** A wave as the page shows it: what it is, when its rule wants it, where it stands, and how far its copy is. */
export type WaveRow = {
  readonly wave: Wave;
  readonly isLead: boolean;
  readonly anchorId: string | null;
  readonly account: Account | null;
  readonly piece: CampaignPiece | null;
  readonly placement: CampaignPlacement | null;
  /** By the rule. */
  readonly wants: Followed;
  /** Where it stands, else where the rule wants it; null while neither is known. */
  readonly moment: Moment | null;
  readonly isPlanned: boolean;
  readonly pinned: boolean;
  /** Planned at another moment than its rule says. */
  readonly disagrees: boolean;
  /** Null while nothing is planned. */
  readonly outcome: Outcome | null;
  readonly copy: CopyStatus;
};

/** The waves in the order the team gave them. `entries` is the campaign's timetable. */
export function waveRowsOf(
  { waves, placements, pieces, copies, accounts }: CampaignPlan,
  entries: readonly Entry[],
): readonly WaveRow[] {
  const entryOf = new Map(entries.map((entry) => [entry.wave.id, entry]));
  const placementOf = new Map(placements.map((placement) => [placement.id, placement]));
  const pieceOf = new Map(pieces.map((piece) => [piece.id, piece]));
  const byPlacement = new Map(copies.map((copy) => [copy.placementId, copy]));
  const byWave = new Map(copies.flatMap((copy) => (copy.placementId === null ? [[copy.waveId, copy]] : [])));
  return [...waves].sort(byOrder).flatMap((wave): WaveRow[] => {
    const entry = entryOf.get(wave.id);
    if (entry === undefined) return [];
    const placement = wave.placementId === null ? null : (placementOf.get(wave.placementId) ?? null);
    const piece = pieceOf.get(placement?.pieceId ?? wave.pieceId ?? '') ?? null;
    const account = accounts.get(placement?.accountId ?? wave.accountId ?? '') ?? null;
    return [
      {
        wave,
        isLead: entry.isLead,
        anchorId: entry.anchorId,
        account,
        piece,
        placement,
        wants: entry.wants,
        moment: entry.at ?? (entry.wants.kind === 'at' ? entry.wants.moment : null),
        isPlanned: entry.at !== null,
        pinned: entry.pinned,
        disagrees: entry.disagrees,
        outcome: placement?.outcome ?? null,
        copy: copyOf(
          {
            pieceId: piece?.id ?? null,
            accountId: account?.id ?? null,
            pieceState: piece?.state ?? null,
            outcome: placement?.outcome ?? null,
          },
          placement === null ? byWave.get(wave.id) : byPlacement.get(placement.id),
        ),
      },
    ];
  });
}
