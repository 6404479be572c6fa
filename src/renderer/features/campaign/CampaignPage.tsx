import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { Reckoned } from '../../../core/campaign/reckon';
import { campaignWords } from '../../../core/words/campaign';
import { useWords } from '../../state/StudioProvider';
import { About } from './About';
import classes from './Campaign.module.css';
import { CopyTable } from './CopyTable';
import { CoverageTable } from './CoverageTable';
import { Figures } from './Figures';
import { PhaseCards } from './PhaseCards';
import { Timeline } from './Timeline';
import { useAddWave, useLayOut } from './useWaveActs';

/** One campaign from what it is for to what it reaches. */
export function CampaignPage({ reckoned }: { readonly reckoned: Reckoned }) {
  const t = useWords(campaignWords);
  const add = useAddWave(reckoned.plan);
  const layOut = useLayOut(reckoned.plan);
  return (
    <div className={classes.page} data-campaign-page>
      <About key={reckoned.plan.campaign.id} reckoned={reckoned} />
      <Figures summary={reckoned.summary} />
      <section aria-label={t('waves')} id="campaign-waves" tabIndex={-1} className={classes.part}>
        <div className={classes.bar}>
          <h2>{t('waves')}</h2>
          <span className={classes.gap} />
          {reckoned.rows.some(({ isPlanned }) => !isPlanned) && (
            <Button onClick={() => void layOut()}>{t('waves.lay')}</Button>
          )}
          <Button
            leftSection={<IconPlus size={14} stroke={1.8} aria-hidden="true" />}
            onClick={() => void add()}
            data-testid="add-wave"
          >
            {t('waves.add')}
          </Button>
        </div>
        {reckoned.rows.length === 0 && <p className={classes.note}>{t('waves.none')}</p>}
        <Timeline reckoned={reckoned} />
      </section>
      <PhaseCards reckoned={reckoned} />
      <CopyTable reckoned={reckoned} />
      <CoverageTable reckoned={reckoned} />
    </div>
  );
}
