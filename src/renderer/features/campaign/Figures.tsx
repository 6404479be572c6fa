import type { Summary } from '../../../core/campaign/summary';
import { campaignWords } from '../../../core/words/campaign';
import { useWords } from '../../state/StudioProvider';
import classes from './Campaign.module.css';

/** The campaign in figures, each with what it is part of. What is wrong is named only when something is. */
export function Figures({ summary }: { readonly summary: Summary }) {
  const t = useWords(campaignWords);
  const parts = [
    ['waves', `${summary.wavesPlanned}/${summary.waves}`, ''],
    ['live', `${summary.live}/${summary.posts}`, ''],
    ['handed', `${summary.handedOver}`, ''],
    ['copy', `${summary.copyDone}/${summary.posts}`, ''],
    ['measured', `${summary.measured}/${summary.live}`, ''],
    ['errors', `${summary.withErrors}`, summary.withErrors > 0 ? 'must' : ''],
    ['behind', `${summary.behind}`, summary.behind > 0 ? 'suggest' : ''],
    ['disagree', `${summary.disagreeing}`, summary.disagreeing > 0 ? 'suggest' : ''],
  ] as const;
  return (
    <dl className={classes.figures} aria-label={t('figures')}>
      {parts.map(([key, value, tone]) => (
        <div key={key} data-tone={tone === '' ? undefined : tone}>
          <dt>{t(`figure.${key}`)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
