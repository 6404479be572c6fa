import type { Axis } from '../../../core/campaign/timeline';
import { LEFT, LINE, type Spots } from './spots';
import classes from './Timeline.module.css';

const BEND = 5;
const MIDDLE = (LINE - 3) / 2;

/** Lines from each wave to the ones reckoned from it: down beside the earlier one, and over to the later. Decoration. */
export function Threads({ spots: { spots, height }, axis }: { readonly spots: Spots; readonly axis: Axis }) {
  const paths = [...spots].flatMap(([id, { left: x, top, anchorId }]) => {
    const anchor = anchorId === null ? undefined : spots.get(anchorId);
    if (anchor === undefined || anchor.top === top) return [];
    const y = top + MIDDLE;
    const start = anchor.top + MIDDLE;
    const from = anchor.left + 5;
    const down = y > start ? 1 : -1;
    const side = x > from ? 1 : -1;
    const bend = Math.min(BEND, Math.abs(x - from));
    return [{ id, d: `M${from} ${start}V${y - down * bend}Q${from} ${y} ${from + side * bend} ${y}H${x}` }];
  });
  return (
    <svg className={classes.threads} width={LEFT + axis.width} height={height} aria-hidden="true">
      {paths.map(({ id, d }) => (
        <path key={id} d={d} />
      ))}
    </svg>
  );
}
