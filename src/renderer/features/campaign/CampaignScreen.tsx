import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { CascadeTemplateEntry } from '../../../contract';
import { newCampaignOps } from '../../../core/campaign/edits';
import { byOrder } from '../../../core/campaign/facts';
import { campaignWords } from '../../../core/words/campaign';
import { useStudio, useWords } from '../../state/StudioProvider';
import { useCampaign } from '../../state/useCampaign';
import { Empty } from '../../ui/Empty';
import { Screen } from '../../ui/Screen';
import classes from './Campaign.module.css';
import { CampaignList } from './CampaignList';
import { CampaignPage } from './CampaignPage';
import { CampaignToolbar } from './CampaignToolbar';
import { Checklist } from './Checklist';
import { useCampaignCommands } from './campaignCommands';
import { NewCampaign } from './NewCampaign';
import { TemplateForm } from './TemplateForm';
import { useMake } from './useEdits';
import { WaveDetail } from './WaveDetail';
import { WaveCarryProvider } from './waveCarry';

/** Campaigns: the list, the chosen one's page, and beside it what is open, or the wave that is looked at. */
export function CampaignScreen() {
  const t = useWords(campaignWords);
  const campaigns = useStudio((state) => state.outline?.campaign ?? none);
  const chosen = useStudio((state) => state.campaignId);
  const waveId = useStudio((state) => state.waveId);
  const pinned = useStudio((state) => state.inspectorPinned);
  const choose = useStudio((state) => state.chooseCampaign);
  const make = useMake();
  const [template, setTemplate] = useState<CascadeTemplateEntry | null>(null);
  const campaign = campaigns.find(({ id }) => id === chosen) ?? [...campaigns].sort(byOrder)[0] ?? null;
  const reckoned = useCampaign(campaign?.id ?? null);
  const row = reckoned?.rows.find(({ wave }) => wave.id === waveId) ?? null;
  const add = async (): Promise<void> => {
    const id = crypto.randomUUID();
    const name = t('new_name');
    if (!(await make('campaign_create', name, newCampaignOps(id, name, campaigns)))) return;
    setTemplate(null);
    choose(id);
  };
  useCampaignCommands(reckoned, add);
  useFocusOnChoice(campaign?.id ?? null);
  return (
    <WaveCarryProvider>
      <Screen
        label={t('screen')}
        toolbar={<CampaignToolbar reckoned={template === null ? reckoned : null} />}
        inspector={
          reckoned === null || template !== null ? null : row === null ? (
            <Checklist reckoned={reckoned} />
          ) : (
            <WaveDetail key={row.wave.id} row={row} reckoned={reckoned} />
          )
        }
        inspectorOpen={pinned || row !== null}
      >
        <div className={classes.columns}>
          <CampaignList
            chosenId={campaign?.id ?? null}
            onChoose={(id) => {
              setTemplate(null);
              choose(id);
            }}
            add={<NewCampaign onBlank={() => void add()} onTemplate={setTemplate} />}
          />
          {template !== null ? (
            <TemplateForm key={template.id} template={template} onClose={() => setTemplate(null)} />
          ) : campaign === null ? (
            <Empty
              text={t('none')}
              action={
                <Button variant="filled" onClick={() => void add()}>
                  {t('add')}
                </Button>
              }
            />
          ) : (
            reckoned !== null && <CampaignPage key={campaign.id} reckoned={reckoned} />
          )}
        </div>
      </Screen>
    </WaveCarryProvider>
  );
}

const none: readonly never[] = [];

/** A page that is opened by a command begins at its top. */
function useFocusOnChoice(id: string | null): void {
  useEffect(() => {
    if (id !== null) document.querySelector('[data-campaign-page]')?.scrollTo({ top: 0 });
  }, [id]);
}
