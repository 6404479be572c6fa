import type { Finding } from '../core/adapt/types';
import type { CampaignPiece, CopyFacts } from '../core/campaign/facts';
import type { approvals, langs, pieceKinds, pieceStates, RecordView } from '../core/model/records';

export type PlacementCard = RecordView<'placement'> & {
  readonly title: string;
  readonly kind: (typeof pieceKinds)[number];
  readonly pieceState: (typeof pieceStates)[number];
  readonly lang: (typeof langs)[number];
  readonly coverId: string | null;
  readonly approval: (typeof approvals)[number];
};

/** What adaptation says about a placement's variant, for the dot and the corner of its tile. */
export type TileReport = {
  readonly placementId: string;
  readonly errors: number;
  readonly warnings: number;
  /** The source moved on after the variant was made. */
  readonly behind: boolean;
  /** The wording was changed since it was approved. */
  readonly reworded: boolean;
  readonly worst: Finding | null;
  /** Of the errors, those about pictures and films. */
  readonly media: number;
};

/** Everything of a campaign that is not in the outline, read at once. */
export type CampaignFacts = {
  readonly campaignId: string;
  /** Placements of the campaign and of its waves, by day and time; those without a day last. */
  readonly placements: readonly PlacementCard[];
  /** Pieces of the campaign outside the trash, and those its waves name. */
  readonly pieces: readonly CampaignPiece[];
  readonly copies: readonly CopyFacts[];
};
