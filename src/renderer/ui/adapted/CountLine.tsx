import type { Count } from '../../../core/adapt/types';
import { sayField, sayUnit } from '../../../core/words/platforms';
import { useLang } from '../../state/StudioProvider';
import classes from './CountLine.module.css';
import { isNear, isOver } from './cardFields';

/**
 * `半角 15/20`: the unit, what is used, what there is. Over the limit is red. Two measures in one unit are told apart by
 * what they measure instead, and say the unit once: `标题 13/30 正文 211/1,000 字`.
 */
export function CountLine({ counts }: { readonly counts: readonly Count[] }) {
  const lang = useLang();
  const units = new Set(counts.map(({ unit }) => sayUnit(lang, unit)));
  const [shared] = counts.length > 1 && units.size === 1 ? units : [];
  return (
    <span className={classes.counts}>
      {counts.map((one) => (
        <span
          key={`${one.field} ${one.unit}`}
          className={classes.count}
          data-over={isOver(one) || undefined}
          data-near={isNear(one) || undefined}
        >
          {shared === undefined ? sayUnit(lang, one.unit) : sayField(lang, one.field)}{' '}
          <b>{one.value.toLocaleString('en-US')}</b>
          {one.limit === null ? '' : `/${one.limit.toLocaleString('en-US')}`}
          {shared !== undefined && one === counts.at(-1) && ` ${shared}`}
        </span>
      ))}
    </span>
  );
}
