import type { Mark } from '../../../core/review/marksPage';
import { marksWords } from '../../../core/words/marks';
import { useWords } from '../../state/StudioProvider';
import classes from './Kind.module.css';

/** What somebody did to a text, in a word. */
export function Kind({ kind }: { readonly kind: Mark['kind'] }) {
  const t = useWords(marksWords);
  return (
    <span className={classes.kind} data-kind={kind}>
      {t(`kind.${kind}`)}
    </span>
  );
}
