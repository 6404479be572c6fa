import type { Axis, TimelineLane } from '../../../core/campaign/timeline';
import { LEFT, LINE, laneHeight, PAD } from './Timeline';
import classes from './Timeline.module.css';

const BEND = 5;
const HEAD = 40;

/** Lines from each wave to the ones reckoned from it: down beside the earlier one, and over to the later. Decoration. */
export function Threads({ lanes, axis }: { readonly lanes: readonly TimelineLane[]; readonly axis: Axis }) {
  const spots = new Map<string, { readonly x: number; readonly y: number; readonly anchorId: string | null }>();
  let top = HEAD;
  for (const { markers, lines } of lanes) {
    for (const { row, left, line } of markers)
      spots.set(row.wave.id, {
        x: LEFT + left,
        y: top + PAD + line * LINE + (LINE - 3) / 2,
        anchorId: row.moment === null ? null : row.anchorId,
      });
    top += laneHeight(lines) + 1;
  }
  const paths = [...spots].flatMap(([id, { x, y, anchorId }]) => {
    const anchor = anchorId === null ? undefined : spots.get(anchorId);
    if (anchor === undefined || anchor.y === y) return [];
    const from = anchor.x + 5;
    const down = y > anchor.y ? 1 : -1;
    const side = x > from ? 1 : -1;
    const bend = Math.min(BEND, Math.abs(x - from));
    return [{ id, d: `M${from} ${anchor.y}V${y - down * bend}Q${from} ${y} ${from + side * bend} ${y}H${x}` }];
  });
  return (
    <svg className={classes.threads} width={LEFT + axis.width} height={top} aria-hidden="true">
      {paths.map(({ id, d }) => (
        <path key={id} d={d} />
      ))}
    </svg>
  );
}
