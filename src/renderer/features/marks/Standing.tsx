import type { ReviewStanding } from '../../../core/review/standing';
import { marksWords } from '../../../core/words/marks';
import { useWords } from '../../state/StudioProvider';
import classes from './Standing.module.css';

/** Where a text stands with its readers, in words; the colour only says it again. */
export function Standing({ standing }: { readonly standing: ReviewStanding }) {
  const t = useWords(marksWords);
  return (
    <span className={classes.standing} data-standing={standing}>
      {t(`standing.${standing}`)}
    </span>
  );
}
