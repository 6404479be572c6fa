import { Button, Modal } from '@mantine/core';
import type { Series } from '../../../core/model/records';
import { weekday } from '../../../core/time/wallDate';
import { saySeriesRule, seriesWords } from '../../../core/words/series';
import { useLang, useStudio, useStudioHandle, useWords } from '../../state/StudioProvider';
import { Empty } from '../../ui/Empty';
import { addSeries } from './acts';
import { Dates } from './Dates';
import classes from './Series.module.css';
import { SeriesForm } from './SeriesForm';

const none: readonly never[] = [];

/** All series at the left; the rule of one and its next dates at the right. Everything is saved as it is changed. */
export function SeriesDialog() {
  const t = useWords(seriesWords);
  const studio = useStudioHandle();
  const shown = useStudio((state) => state.seriesShown);
  const show = useStudio((state) => state.showSeries);
  const all = useStudio((state) => state.outline?.series ?? none);
  const accounts = useStudio((state) => state.outline?.account ?? none);
  const series = all.find(({ id }) => id === shown?.seriesId) ?? all[0] ?? null;
  return (
    <Modal
      opened
      onClose={() => show(null)}
      title={t('title')}
      size={920}
      closeButtonProps={{ 'aria-label': t('close') }}
      overlayProps={{ backgroundOpacity: 1, color: 'var(--jz-scrim)' }}
    >
      <p className={classes.lead}>{t('lead')}</p>
      <div className={classes.columns}>
        <nav className={classes.list} aria-label={t('list')}>
          {all.map((one) => (
            <button
              key={one.id}
              type="button"
              aria-current={one.id === series?.id ? 'true' : undefined}
              onClick={() => show({ seriesId: one.id, slotDay: null })}
            >
              <b>{one.name}</b>
              <Rule series={one} />
            </button>
          ))}
          <Button onClick={() => void addSeries(studio, accounts.find(({ closed }) => !closed)?.id ?? null)}>
            {t('add')}
          </Button>
        </nav>
        {series === null ? (
          <Empty text={t('none')} />
        ) : (
          <div className={classes.detail} data-testid="series">
            <SeriesForm key={series.id} series={series} />
            <Dates key={`dates ${series.id}`} series={series} first={shown?.slotDay ?? null} />
          </div>
        )}
      </div>
    </Modal>
  );
}

/** 小红书 · 每周二 18:30 */
function Rule({ series }: { readonly series: Series }) {
  const lang = useLang();
  const account = useStudio((state) => state.outline?.account.find(({ id }) => id === series.accountId)?.name ?? '');
  const { start } = series;
  const rule = start === null ? '' : saySeriesRule(lang, series, String(weekday(start)), Number(start.slice(8)));
  return <small>{[account, rule].filter((part) => part !== '').join(' · ')}</small>;
}
