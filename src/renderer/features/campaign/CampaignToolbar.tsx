import { Button, Menu } from '@mantine/core';
import { IconDots, IconFlag } from '@tabler/icons-react';
import { useState } from 'react';
import type { Reckoned } from '../../../core/campaign/reckon';
import { spanOf } from '../../../core/campaign/stage';
import { campaignWords } from '../../../core/words/campaign';
import { saySpan } from '../../../core/words/dates';
import { sayStage } from '../../../core/words/sayCampaign';
import { wordFileWords } from '../../../core/words/wordFiles';
import { useLang, useStudio, useStudioHandle, useWords } from '../../state/StudioProvider';
import { useCampaignCounts } from '../../state/useCampaign';
import { writeWordFiles } from '../../state/wordFiles';
import { InspectorToggle } from '../../ui/plan/PeriodSteps';
import { ToolbarGap } from '../../ui/Screen';
import { useTakesLostFocus } from '../../ui/useLostFocus';
import classes from './Campaign.module.css';

/** Which campaign this is, how far it is, and what is done to all of it. */
export function CampaignToolbar({ reckoned }: { readonly reckoned: Reckoned | null }) {
  const t = useWords(campaignWords);
  const w = useWords(wordFileWords);
  const studio = useStudioHandle();
  const lang = useLang();
  const [asking, setAsking] = useState(false);
  const keep = useKeep(reckoned);
  const go = useStudio((state) => state.go);
  if (reckoned === null) return <h1 className={classes.title}>{t('screen')}</h1>;
  const { campaign, phases } = reckoned.plan;
  const span = spanOf(campaign, phases);
  if (asking) return <Removal reckoned={reckoned} onClose={() => setAsking(false)} />;
  return (
    <>
      <IconFlag size={17} stroke={1.6} aria-hidden="true" />
      <h1 className={classes.title}>{campaign.name === '' ? t('unnamed') : campaign.name}</h1>
      <span
        className={classes.stage}
        data-phase={reckoned.stage.kind === 'running' ? reckoned.stage.phase?.kind : undefined}
      >
        {sayStage(lang, reckoned.stage)}
      </span>
      {span !== null && <span className={classes.when}>{saySpan(lang, span.from, span.to)}</span>}
      <ToolbarGap />
      <Menu position="bottom-end" offset={4}>
        <Menu.Target>
          <Button aria-label={t('more')} title={t('more')} px={7}>
            <IconDots size={16} stroke={1.6} />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            onClick={() => go({ screen: 'marks', task: { kind: 'hand', pieceIds: [], campaignId: campaign.id } })}
          >
            {t('hand_review')}
          </Menu.Item>
          <Menu.Item onClick={() => void writeWordFiles(studio.getState(), { campaignId: campaign.id })}>
            {w('campaign')}
          </Menu.Item>
          <Menu.Item onClick={() => void keep()}>{t('keep')}</Menu.Item>
          <Menu.Item onClick={() => setAsking(true)}>{t('remove')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <InspectorToggle />
    </>
  );
}

/** Keeps the cascade as a template, and names what a template cannot hold. */
function useKeep(reckoned: Reckoned | null): () => Promise<void> {
  const t = useWords(campaignWords);
  const act = useStudio((state) => state.act);
  const notify = useStudio((state) => state.notify);
  return async () => {
    if (reckoned === null) return;
    const { id, name, goal } = reckoned.plan.campaign;
    const kept = await act('cascade.keep', { campaignId: id, name: name || t('unnamed'), about: goal.slice(0, 500) });
    if (kept === null) return;
    const what = kept.unkept.map((one) => one.name).join(', ');
    notify({ message: what === '' ? t('kept', { name }) : t('kept.but', { name, what }), undo: true });
  };
}

/** Asks once, naming what goes along and what stays; undo brings all of it back. */
function Removal({ reckoned, onClose }: { readonly reckoned: Reckoned; readonly onClose: () => void }) {
  const t = useWords(campaignWords);
  const act = useStudio((state) => state.act);
  const notify = useStudio((state) => state.notify);
  const choose = useStudio((state) => state.chooseCampaign);
  const keep = useTakesLostFocus<HTMLButtonElement>();
  const { campaign, phases, waves } = reckoned.plan;
  const count = useCampaignCounts().find(({ campaignId }) => campaignId === campaign.id);
  const remove = async (): Promise<void> => {
    if ((await act('campaign.remove', { id: campaign.id })) === null) return;
    choose(null);
    onClose();
    notify({ message: t('removed', { name: campaign.name }), undo: true });
  };
  return (
    <div className={classes.removal} role="alertdialog" aria-label={t('remove')}>
      <span>
        {t('remove.what', {
          name: campaign.name,
          phases: phases.length,
          waves: waves.length,
          pieces: count?.pieces ?? 0,
          placements: count?.placements ?? 0,
        })}
      </span>
      <Button ref={keep} onClick={onClose}>
        {t('remove.no')}
      </Button>
      <Button variant="filled" onClick={() => void remove()}>
        {t('remove.yes')}
      </Button>
    </div>
  );
}
