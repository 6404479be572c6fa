import { leadWaveOf, treeOf } from '../cascade/tree';
import type { Campaign, Wave } from '../model/records';
import type { Planned } from './planned';

/** A follower in the plan: whom it follows there, and by which rule. */
export type Follows = {
  readonly placementId: string;
  readonly rule: Wave['rule'];
  /** The placement it is reckoned from; the lead's where its own anchor is not in the plan. */
  readonly anchorId: string;
};

/** The cascade of one campaign as placements: the lead and those that follow it, each with its rule. */
export type Cascade = { readonly leadId: string; readonly followers: readonly Follows[] };

/** The cascade a placement belongs to; null when its campaign has no lead in the plan. */
export function cascadeOf(
  card: Planned | undefined,
  campaigns: readonly Campaign[],
  waves: readonly Wave[],
): Cascade | null {
  const own = card === undefined ? undefined : waves.find((wave) => wave.placementId === card.id);
  if (own === undefined || own.campaignId === null) return null;
  const campaign = campaigns.find((candidate) => candidate.id === own.campaignId);
  const all = waves.filter((wave) => wave.campaignId === own.campaignId);
  const lead = leadWaveOf(campaign, all);
  const leadId = lead?.placementId ?? null;
  if (lead === null || leadId === null) return null;
  const placed = new Map(all.map((wave) => [wave.id, wave.placementId]));
  const followers = treeOf(campaign, all).links.flatMap(({ wave: { id, placementId, rule }, anchorId, lost }) =>
    placementId === null || id === lead.id || lost
      ? []
      : [{ placementId, rule, anchorId: placed.get(anchorId ?? '') ?? leadId }],
  );
  return { leadId, followers };
}
