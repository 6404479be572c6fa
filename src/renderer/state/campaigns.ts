import type { CampaignFacts } from '../../contract';
import type { CampaignCount } from '../../core/campaign/facts';
import { share } from './share';
import type { Slice } from './slice';

/** Which campaign is looked at, and what was read of it beside the outline. */
export type CampaignsSlice = {
  /** Chosen in the list; null means the first. */
  readonly campaignId: string | null;
  /** The wave that is looked at on the campaign's page. */
  readonly waveId: string | null;
  readonly campaignCounts: readonly CampaignCount[];
  /** By campaign. */
  readonly campaignFacts: Readonly<Record<string, CampaignFacts>>;
  readonly chooseCampaign: (id: string | null) => void;
  readonly chooseWave: (id: string | null) => void;
  /** Goes to a campaign's page, and there to a wave. */
  readonly openCampaign: (id: string, waveId?: string) => void;
  readonly loadCampaignCounts: () => Promise<void>;
  /** `most`: leaves a campaign with more placements alone. */
  readonly loadCampaign: (id: string, most?: number) => Promise<void>;
};

/** As it is before anyone looked. */
export const freshCampaigns = { campaignId: null, waveId: null, campaignCounts: [], campaignFacts: {} } as const;

export const campaignsSlice: Slice<CampaignsSlice> =
  ({ api }) =>
  (set, get) => ({
    ...freshCampaigns,
    chooseCampaign: (campaignId) => set({ campaignId, waveId: null }),
    chooseWave: (waveId) => set({ waveId }),
    openCampaign: (campaignId, waveId) => {
      set({ campaignId, waveId: waveId ?? null });
      get().go({ screen: 'campaign' });
    },
    loadCampaignCounts: async () => {
      const answer = await api.call('campaign.counts', {});
      if (answer.ok) set((state) => ({ campaignCounts: share(state.campaignCounts, answer.value) }));
      else set({ trouble: answer.failure });
    },
    loadCampaign: async (id, most) => {
      const answer = await api.call('campaign.facts', { id, most: most ?? null });
      if (!answer.ok) {
        set({ trouble: answer.failure });
        return;
      }
      const facts = answer.value;
      if (facts === null) return;
      set((state) => ({
        campaignFacts: { ...state.campaignFacts, [id]: share(state.campaignFacts[id] ?? facts, facts) },
      }));
    },
  });
