import { useEffect, useState } from 'react';
import type { CascadeTable, PlacementCard } from '../../contract';
import type { Wave } from '../../core/model/records';
import { useStudio, useStudioHandle } from './StudioProvider';

/** What was read, and from what: a change of waves or placements makes it out of date. */
type Read = {
  readonly campaignId: string;
  readonly waves: readonly Wave[] | undefined;
  readonly cards: readonly PlacementCard[];
  readonly table: CascadeTable;
};

/** A campaign's waves beside their rules; read again when waves or placements change. Null until it is there. */
export function useCascadeTable(campaignId: string): CascadeTable | null {
  const studio = useStudioHandle();
  const waves = useStudio((state) => state.outline?.wave);
  const cards = useStudio((state) => state.cards);
  const [read, setRead] = useState<Read | null>(null);
  useEffect(() => {
    let left = false;
    void studio
      .getState()
      .act('cascade.table', { campaignId })
      .then((table) => {
        if (!left && table !== null) setRead({ campaignId, waves, cards, table });
      });
    return () => {
      left = true;
    };
  }, [studio, campaignId, waves, cards]);
  // While a newer one is on its way the last one stands: a line that vanishes and comes back would flicker.
  return read?.campaignId === campaignId ? read.table : null;
}
