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

const nobody: ReadonlySet<string> = new Set();

/** The placements of the cascade that is being looked at: those of the campaign of the one that is selected. */
export function useLinkedIds(): ReadonlySet<string> {
  const selected = useStudio((state) => {
    const ids = selectedIds(state.selection);
    return ids.length === 1 ? ids[0] : undefined;
  });
  const waves = useStudio((state) => state.outline?.wave ?? noWaves);
  return useMemo(() => {
    const campaignId = waves.find((wave) => selected !== undefined && wave.placementId === selected)?.campaignId;
    if (campaignId === undefined) return nobody;
    return new Set(
      waves.flatMap((wave) => (wave.campaignId === campaignId && wave.placementId !== null ? [wave.placementId] : [])),
    );
  }, [selected, waves]);
}
