import type { Occasion } from '../../../core/model/records';
import classes from './DayCard.module.css';

/** The colour of a kind of occasion; the kind is always said in words beside it. */
export function KindDot({ kind }: { readonly kind: Occasion['kind'] | 'festival' | 'term' }) {
  return <span className={classes.dot} data-kind={kind} aria-hidden="true" />;
}
