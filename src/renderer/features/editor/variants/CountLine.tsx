import type { Count } from '../../../../core/adapt/types';
import { sayUnit } from '../../../../core/words/platforms';
import { useLang } from '../../../state/StudioProvider';
import { isNear, isOver } from './cardFields';
import classes from './Variants.module.css';

/** `半角 15 of 20`: the unit, what is used, what there is. Over the limit is red. */
export function CountLine({ counts }: { readonly counts: readonly Count[] }) {
  const lang = useLang();
  return (
    <span className={classes.counts}>
      {counts.map((one) => (
        <span
          key={`${one.field} ${one.unit}`}
          className={classes.count}
          data-over={isOver(one) || undefined}
          data-near={isNear(one) || undefined}
        >
          {sayUnit(lang, one.unit)} <b>{one.value.toLocaleString('en-US')}</b>
          {one.limit === null ? '' : `/${one.limit.toLocaleString('en-US')}`}
        </span>
      ))}
    </span>
  );
}
