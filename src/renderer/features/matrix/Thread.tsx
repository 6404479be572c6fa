import { cellKey } from '../../../core/schedule/cells';
import { CELL_PAD, FOLD_AT, TILE_GAP, tileHeights } from '../../../core/schedule/geometry';
import type { WallDate } from '../../../core/time/wallDate';
import { matrixWords } from '../../../core/words/matrix';
import { useStudio, useWords } from '../../state/StudioProvider';
import { sayRule } from '../../ui/plan/rule';
import { HEAD, LEFT } from './frame';
import { type MatrixModel, useModel } from './model';
import classes from './Thread.module.css';
import { useCascade } from './useCascade';

const BEND = 5;

type Spot = {
  readonly column: number;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly rowTop: number;
  readonly accountId: string;
};

/**
 * The thread of the selected cascade: down the gap left of the lead, then along each follower's row to its tile.
 *
 *   ◦ lead
 *   ├───(+90 min)──• follower
 *   •──┤             a follower before the lead
 */
export function Thread() {
  const t = useWords(matrixWords);
  const cascade = useCascade();
  const model = useModel();
  const byId = useStudio((state) => state.cards);
  if (cascade === null) return null;
  const spotOf = (id: string): Spot | null => {
    const card = byId.find((candidate) => candidate.id === id);
    return card?.day == null || card.accountId === null ? null : spotAt(model, card.accountId, card.day, id);
  };
  const lead = spotOf(cascade.leadId);
  if (lead === null) return null;
  const trunk = lead.left - 1.5;
  const followers = cascade.followers.flatMap(({ placementId, rule }) => {
    const spot = spotOf(placementId);
    return spot === null ? [] : [{ placementId, rule, spot }];
  });
  const ys = [lead.y, ...followers.map(({ spot }) => spot.y)];
  return (
    <svg className={classes.thread} width={1} height={1} aria-hidden="true">
      <g transform={`translate(${LEFT} ${HEAD})`}>
        <path d={`M${trunk} ${Math.min(...ys)}V${Math.max(...ys)}`} />
        {followers.map(({ placementId, rule, spot }) => (
          <Branch key={placementId} model={model} lead={lead} trunk={trunk} spot={spot} label={sayRule(t, rule)} />
        ))}
        <circle data-lead cx={trunk} cy={lead.y} r={4} />
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

function spotAt(model: MatrixModel, accountId: string, day: WallDate, id: string): Spot | null {
  const { columns, rows, cells } = model;
  const column = columns.days.indexOf(day);
  const row = rows.rows.find((candidate) => candidate.kind === 'account' && candidate.accountId === accountId);
  const here = columns.days[column];
  if (here === undefined || row?.kind !== 'account') return null;
  const index = (cells.get(cellKey(accountId, here)) ?? []).findIndex((card) => card.id === id);
  if (index < 0) return null;
  const height = tileHeights[columns.sizes[column] ?? 'normal'];
  const shown = row.opened ? index : Math.min(index, FOLD_AT - 1);
  const left = columns.edges[column] ?? 0;
  return {
    column,
    accountId,
    left: left + CELL_PAD,
    right: (columns.edges[column + 1] ?? left) - CELL_PAD,
    rowTop: row.top,
    y: row.top + CELL_PAD + shown * (height + TILE_GAP) + height / 2,
  };
}
