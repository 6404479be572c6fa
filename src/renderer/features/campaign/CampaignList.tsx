import type { ReactNode } from 'react';
import { byOrder, type CampaignCount } from '../../../core/campaign/facts';
import { spanOf, stageOf } from '../../../core/campaign/stage';
import type { Campaign, Phase } from '../../../core/model/records';
import { campaignWords } from '../../../core/words/campaign';
import { saySpan } from '../../../core/words/dates';
import { sayStage } from '../../../core/words/sayCampaign';
import { todayOf } from '../../state/plan';
import { useLang, useStudio, useWords } from '../../state/StudioProvider';
import { useCampaignCounts } from '../../state/useCampaign';
import classes from './CampaignList.module.css';

const none: readonly never[] = [];

/** The campaigns of the workspace with how far each is. */
export function CampaignList({
  chosenId,
  add,
  onChoose,
}: {
  readonly chosenId: string | null;
  /** Begins a new one. */
  readonly add: ReactNode;
  readonly onChoose: (id: string) => void;
}) {
  const t = useWords(campaignWords);
  const campaigns = useStudio((state) => state.outline?.campaign ?? none);
  const counts = useCampaignCounts();
  return (
    <nav className={classes.list} aria-label={t('list')}>
      {add}
      <ul>
        {[...campaigns].sort(byOrder).map((campaign) => (
          <Item
            key={campaign.id}
            campaign={campaign}
            count={counts.find(({ campaignId }) => campaignId === campaign.id)}
            chosen={campaign.id === chosenId}
            onChoose={() => onChoose(campaign.id)}
          />
        ))}
      </ul>
    </nav>
  );
}

function Item({
  campaign,
  count,
  chosen,
  onChoose,
}: {
  readonly campaign: Campaign;
  readonly count: CampaignCount | undefined;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}) {
  const t = useWords(campaignWords);
  const lang = useLang();
  const today = useStudio(todayOf);
  const phases = useStudio((state) => state.outline?.phase ?? (none as readonly Phase[]));
  const mine = phases.filter(({ campaignId }) => campaignId === campaign.id).sort(byOrder);
  const span = spanOf(campaign, mine);
  const stage = stageOf(campaign, mine, today);
  const { placements = 0, live = 0, skipped = 0 } = count ?? {};
  const posts = placements - skipped;
  return (
    <li>
      <button
        type="button"
        className={classes.item}
        aria-current={chosen || undefined}
        data-over={stage.kind === 'over' || undefined}
        onClick={onChoose}
      >
        <b>{campaign.name === '' ? t('unnamed') : campaign.name}</b>
        <span>{sayStage(lang, stage)}</span>
        {span !== null && <span>{saySpan(lang, span.from, span.to)}</span>}
        <span className={classes.bar} aria-hidden="true">
          <span style={{ width: `${posts === 0 ? 0 : Math.round((100 * live) / posts)}%` }} />
        </span>
        <span>{posts === 0 ? t('progress.none') : t('progress', { live, posts })}</span>
      </button>
    </li>
  );
}
