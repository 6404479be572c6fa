import type { PlacementCard } from '../../../contract';
import { printOffset } from '../../../core/cascade/printRule';
import { cellKey } from '../../../core/schedule/cells';
import type { Cascade } from '../../../core/schedule/thread';
import { useLang, useStudio } from '../../state/StudioProvider';
import { HEAD, LEFT } from './frame';
import { type MatrixModel, useModel } from './model';
import { type Spot, spotAt } from './spots';
import classes from './Thread.module.css';
import { useCascade } from './useCascade';

const BEND = 5;

/**
 * The thread of the selected cascade: down the gap left of the lead, then along each follower's row to its tile. Who follows a
 * follower hangs on a trunk of that one's own.
 *
 *   ◦ lead
 *   ├───(+90 min)──• follower
 *   │              └──(next day)──• who follows that
 *   •──┤             a follower before the lead
 */
export function Thread() {
  const cascade = useCascade();
  const cards = useStudio((state) => state.cards);
  if (cascade === null) return null;
  return <Drawn cascade={cascade} cards={cards} />;
}

function Drawn({ cascade, cards }: { readonly cascade: Cascade; readonly cards: readonly PlacementCard[] }) {
  const lang = useLang();
  const model = useModel();
  const ids = new Set([cascade.leadId, ...cascade.followers.map(({ placementId }) => placementId)]);
  const spots = new Map(
    cards.flatMap((card): readonly (readonly [string, Spot])[] => {
      if (!ids.has(card.id) || card.day === null || card.accountId === null) return [];
      const spot = spotAt(model, card.accountId, card.day, card.id);
      return spot === null ? [] : [[card.id, spot]];
    }),
  );
  const anchors = [...new Set(cascade.followers.map(({ anchorId }) => anchorId))];
  return (
    <svg className={classes.thread} width={1} height={1} aria-hidden="true">
      <g transform={`translate(${LEFT} ${HEAD})`}>
        {anchors.map((anchorId) => {
          const anchor = spots.get(anchorId);
          if (anchor === undefined) return null;
          const trunk = anchor.left - 1.5;
          const here = cascade.followers.flatMap(({ placementId, rule, anchorId: its }) => {
            const spot = spots.get(placementId);
            return spot === undefined || its !== anchorId ? [] : [{ placementId, rule, spot }];
          });
          if (here.length === 0) return null;
          const ys = [anchor.y, ...here.map(({ spot }) => spot.y)];
          return (
            <g key={anchorId}>
              <path d={`M${trunk} ${Math.min(...ys)}V${Math.max(...ys)}`} />
              {here.map(({ placementId, rule, spot }) => (
                <Branch
                  key={placementId}
                  model={model}
                  lead={anchor}
                  trunk={trunk}
                  spot={spot}
                  label={printOffset(lang, rule)}
                />
              ))}
              <circle data-lead={anchorId === cascade.leadId || undefined} cx={trunk} cy={anchor.y} r={4} />
            </g>
          );
        })}
      </g>
    </svg>
  );
}

function Branch({
  model,
  lead,
  trunk,
  spot,
  label,
}: {
  readonly model: MatrixModel;
  readonly lead: Spot;
  readonly trunk: number;
  readonly spot: Spot;
  readonly label: string;
}) {
  if (spot.column === lead.column) return <circle cx={trunk} cy={spot.y} r={3} />;
  const forward = spot.column > lead.column;
  const end = forward ? spot.left - 1.5 : spot.right + 1.5;
  const [low, high] = forward ? [lead.column, spot.column] : [spot.column + 1, lead.column];
  const between = model.columns.days.slice(low, high);
  const blocked = between.some((day) => model.cells.has(cellKey(spot.accountId, day)));
  // Over an empty stretch the thread runs straight to the tile; else in the gap above the tiles.
  const y = blocked ? spot.rowTop + 1.5 : spot.y;
  const sign = forward ? 1 : -1;
  const turn = `M${trunk} ${y - BEND}q0 ${BEND} ${sign * BEND} ${BEND}H${blocked ? end - sign * BEND : end}`;
  const down = blocked ? `q${sign * BEND} 0 ${sign * BEND} ${BEND}V${spot.y}` : '';
  const first = model.columns.edges[low] ?? 0;
  const width = label.length * (/[\u4e00-\u9fff]/.test(label) ? 9 : 6.2) + 14;
  const room = forward && !blocked && end - trunk > width + 16;
  return (
    <>
      <path d={turn + down} />
      <circle cx={end} cy={spot.y} r={3} />
      {room && (
        <g className={classes.pill} transform={`translate(${Math.max(first, trunk) + 8} ${y - 9})`}>
          <rect width={width} height={18} rx={9} />
          <text x={width / 2} y={12.8} textAnchor="middle">
            {label}
          </text>
        </g>
      )}
    </>
  );
}
