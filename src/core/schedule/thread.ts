import type { Campaign, Wave } from '../model/records';
import type { Planned } from './planned';

/** The cascade of one campaign as placements: the lead and those that follow it, each with its rule. */
export type Cascade = {
  readonly leadId: string;
  readonly followers: readonly { readonly placementId: string; readonly rule: Wave['rule'] }[];
};

/** The cascade a placement belongs to; null when its campaign has no lead in the plan. */
export function cascadeOf(
  card: Planned | undefined,
  campaigns: readonly Campaign[],
  waves: readonly Wave[],
): Cascade | null {
  if (card === undefined || card.campaignId === null) return null;
  const campaign = campaigns.find((candidate) => candidate.id === card.campaignId);
  const mine = waves.filter((wave) => wave.campaignId === card.campaignId && wave.placementId !== null);
  if (!mine.some((wave) => wave.placementId === card.id)) return null;
  const lead = mine.find((wave) => wave.id === campaign?.leadWaveId) ?? mine.find((wave) => wave.rule.kind === 'lead');
  if (lead === undefined || lead.placementId === null) return null;
  const followers = mine.flatMap((wave) =>
    wave.placementId === null || wave.id === lead.id ? [] : [{ placementId: wave.placementId, rule: wave.rule }],
  );
  return { leadId: lead.placementId, followers };
}
