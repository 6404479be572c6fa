import type { EdgeState } from '../../core/schedule/edge';
import classes from './marks.module.css';

/** A state as an edge that fills from below; stands at the left of a tile or, 10 high, beside a word. */
export function StateMark({ state, tall = false }: { readonly state: EdgeState; readonly tall?: boolean }) {
  return <span className={classes.state} data-state={state} data-tall={tall || undefined} aria-hidden="true" />;
}
