import { heatOn, type Life } from '../../../core/occasions/heat';
import { addDays, daysBetween, type WallDate } from '../../../core/time/wallDate';
import { dateOf } from '../../../core/words/dates';
import classes from './HeatCurve.module.css';

const WIDTH = 150;
const HEIGHT = 26;
const EDGE = 3;

/** The life of a hot topic as a small curve with the day on it. Decoration: the words beside it say the same. */
export function HeatCurve({ life, day }: { readonly life: Life; readonly day: WallDate }) {
  const days = daysBetween(life.start, life.end);
  const x = (at: number): number => EDGE + (at / days) * (WIDTH - 2 * EDGE);
  const y = (heat: number): number => HEIGHT - EDGE - heat * (HEIGHT - 2 * EDGE);
  const points = Array.from({ length: days + 1 }, (_, index) => {
    const at = addDays(life.start, index);
    return `${x(index).toFixed(1)} ${y(heatOn(life, at)).toFixed(1)}`;
  });
  const here = daysBetween(life.start, day);
  const line = `M${points.join('L')}`;
  return (
    <span className={classes.curve} data-testid="heat">
      <svg width={WIDTH} height={HEIGHT} aria-hidden="true">
        <path className={classes.area} d={`${line}L${x(days)} ${HEIGHT - EDGE}L${x(0)} ${HEIGHT - EDGE}Z`} />
        <path className={classes.line} d={line} />
        {here >= 0 && here <= days && <circle cx={x(here)} cy={y(heatOn(life, day))} r="3" />}
      </svg>
      <small aria-hidden="true">
        {dateOf(life.start)}
        {life.peak !== life.start && life.peak !== life.end && ` · ${dateOf(life.peak)}`} · {dateOf(life.end)}
      </small>
    </span>
  );
}
