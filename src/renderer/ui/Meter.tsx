import type { ReactNode } from 'react';
import classes from './Meter.module.css';

/** Several meters with one edge for names, bars and numbers. */
export const Meters = ({ children }: { readonly children: ReactNode }) => (
  <div className={classes.meters}>{children}</div>
);

/** How much of a limit is used, with the numbers beside it. Over the limit is drawn full and red. */
export function Meter({
  label,
  value,
  limit,
  unit,
}: {
  readonly label: string;
  readonly value: number;
  /** null: no limit is known, so there is no bar to fill. */
  readonly limit: number | null;
  readonly unit: string;
}) {
  const over = limit !== null && value > limit;
  const share = limit === null || limit === 0 ? 0 : Math.min(1, value / limit);
  return (
    <div className={classes.meter} data-over={over || undefined}>
      <span className={classes.label}>{label}</span>
      <span className={classes.track} aria-hidden="true">
        <span className={classes.fill} style={{ inlineSize: `${Math.round(share * 100)}%` }} />
      </span>
      <span className={classes.numbers}>
        <b>{value.toLocaleString('en-US')}</b>
        {limit === null ? '' : `/${limit.toLocaleString('en-US')}`}
      </span>
      <span className={classes.unit}>{unit}</span>
    </div>
  );
}
