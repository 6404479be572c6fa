import { softRules } from '../../../core/propose/types';
import { weights } from '../../../core/propose/weights';
import { proposeWords } from '../../../core/words/propose';
import { reasonWords } from '../../../core/words/proposeReasons';
import { useWords } from '../../state/StudioProvider';
import checks from './CheckList.module.css';
import frame from './Propose.module.css';
import classes from './WeightList.module.css';

const signed = (points: number): string => (points > 0 ? `+${points}` : String(points).replace('-', '−'));

/** What a proposal likes and by how much: the table it is scored with. */
export function WeightList() {
  const t = useWords(proposeWords);
  const r = useWords(reasonWords);
  return (
    <details className={checks.checks}>
      <summary>{t('weights')}</summary>
      <p className={frame.note}>{t('weights.lead', { placed: weights.placed })}</p>
      <dl className={classes.weights}>
        {softRules
          .filter((rule) => rule !== 'placed')
          .map((rule) => (
            <div key={rule}>
              <dt>{r(`weight.${rule}`)}</dt>
              <dd>{signed(weights[rule])}</dd>
            </div>
          ))}
      </dl>
    </details>
  );
}
