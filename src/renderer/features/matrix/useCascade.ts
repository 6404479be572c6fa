import { useMemo } from 'react';
import type { Campaign, Wave } from '../../../core/model/records';
import { type Cascade, cascadeOf } from '../../../core/schedule/thread';
import { useStudio } from '../../state/StudioProvider';
import { selectedIds } from '../../state/selection';

const noCampaigns: readonly Campaign[] = [];
const noWaves: readonly Wave[] = [];

/** The cascade of the one selected placement. */
export function useCascade(): Cascade | null {
  const selectedId = useStudio((state) => {
    const ids = selectedIds(state.selection);
    return ids.length === 1 ? ids[0] : undefined;
  });
  const card = useStudio((state) =>
    selectedId === undefined ? undefined : state.cards.find((candidate) => candidate.id === selectedId),
  );
  const campaigns = useStudio((state) => state.outline?.campaign ?? noCampaigns);
  const waves = useStudio((state) => state.outline?.wave ?? noWaves);
  return useMemo(() => cascadeOf(card, campaigns, waves), [card, campaigns, waves]);
}

/** Whether a placement belongs to the cascade that is being looked at. */
export function useLinked(placementId: string): boolean {
  return useStudio((state) => {
    const ids = selectedIds(state.selection);
    const selected = ids.length === 1 ? ids[0] : undefined;
    if (selected === undefined) return false;
    const waves = state.outline?.wave ?? noWaves;
    const campaignId = waves.find((wave) => wave.placementId === selected)?.campaignId;
    return (
      campaignId !== undefined &&
      waves.some((wave) => wave.placementId === placementId && wave.campaignId === campaignId)
    );
  });
}
