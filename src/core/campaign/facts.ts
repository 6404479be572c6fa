import type { Approval, Campaign, Lang, Phase, PieceKind, PieceState, Wave } from '../model/records';
import type { AccountsById, Planned } from '../schedule/planned';
import type { WallDate } from '../time/wallDate';

/** How many placements and pieces stand under a campaign, for the list of campaigns. Null is what has none. */
export type CampaignCount = {
  readonly campaignId: string | null;
  readonly placements: number;
  readonly live: number;
  readonly handedOver: number;
  readonly skipped: number;
  readonly pieces: number;
};

/** A piece as a campaign's page shows it. */
export type CampaignPiece = {
  readonly id: string;
  readonly title: string;
  readonly kind: PieceKind;
  readonly state: PieceState;
  readonly lang: Lang;
};

/**
 * What adaptation and the plan say of one copy: the version a placement shows, or the one a wave will show that has a
 * piece and no placement yet.
 */
export type CopyFacts = {
  readonly placementId: string | null;
  readonly waveId: string | null;
  /** False when it cannot be adapted: account, format or a readable text is missing. */
  readonly adapted: boolean;
  readonly errors: number;
  readonly warnings: number;
  /** Of the errors, those about pictures and films. */
  readonly media: number;
  readonly behind: boolean;
  readonly approval: Approval;
  /** Approved, and changed since. */
  readonly reworded: boolean;
  /** Figures that came back for the placement. */
  readonly figures: number;
};

/** A placement, as far as a campaign reckons with it. The contract's cards have this and more. */
export type CampaignPlacement = Planned & {
  readonly zone: string;
  readonly waveId: string | null;
  readonly pinned: boolean;
};

/** Everything a campaign's page is reckoned from. */
export type CampaignPlan = {
  readonly campaign: Campaign;
  /** Those of the campaign, in their order. */
  readonly phases: readonly Phase[];
  readonly waves: readonly Wave[];
  readonly placements: readonly CampaignPlacement[];
  readonly pieces: readonly CampaignPiece[];
  readonly copies: readonly CopyFacts[];
  readonly accounts: AccountsById;
  readonly today: WallDate;
};

type Ordered = { readonly order: string; readonly id: string };

/** Order among siblings: by their position, then by id, so that equal positions stand still. */
export const byOrder = (a: Ordered, b: Ordered): number =>
  a.order < b.order ? -1 : a.order > b.order ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
