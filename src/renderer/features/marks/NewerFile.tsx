import type { MaybeNewer } from '../../../core/review/newer';
import { marksWords } from '../../../core/words/marks';
import { useWords } from '../../state/StudioProvider';
import classes from './Marks.module.css';

/** Said above what was read of a file that a later version wrote. */
export function NewerFile({ newer }: MaybeNewer) {
  const t = useWords(marksWords);
  if (newer === undefined) return null;
  return <p className={classes.warn}>{t('newer', { version: newer.version, count: newer.leftOut })}</p>;
}
