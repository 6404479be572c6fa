import { campaignWords } from '../../../core/words/campaign';
import { useStudio, useWords } from '../../state/StudioProvider';
import { useCampaignCounts, useCampaignFacts } from '../../state/useCampaign';
import { Empty } from '../../ui/Empty';
import { Screen } from '../../ui/Screen';

/** Campaigns: the plan of each as phases, waves and checks. */
export function CampaignScreen() {
  const t = useWords(campaignWords);
  const campaigns = useStudio((state) => state.outline?.campaign ?? none);
  const chosen = useStudio((state) => state.campaignId);
  const campaign = campaigns.find(({ id }) => id === chosen) ?? campaigns[0] ?? null;
  useCampaignCounts();
  useCampaignFacts(campaign?.id ?? null);
  return (
    <Screen label={t('screen')}>
      <h1 className="visually-hidden">{t('screen')}</h1>
      {campaign === null ? <Empty text={t('none')} /> : <p>{campaign.name}</p>}
    </Screen>
  );
}

const none: readonly never[] = [];
