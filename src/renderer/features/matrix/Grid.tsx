import { lazy, Suspense, useEffect, useLayoutEffect, useRef } from 'react';
import type { PlacementCard } from '../../../contract';
import type { Period } from '../../../core/schedule/days';
import { rowEdges, touching } from '../../../core/schedule/geometry';
import type { Lane } from '../../../core/schedule/lanes';
import { matrixWords } from '../../../core/words/matrix';
import { useStudio, useStudioHandle, useWords } from '../../state/StudioProvider';
import { Empty } from '../../ui/Empty';
import { gridRoot } from '../../ui/gridRoles';
import { useArrowsEnter } from '../../ui/useArrowsEnter';
import { AccountRowView } from './AccountRowView';
import { Backdrop } from './Backdrop';
import { useDeskStore } from './desk';
import { HEAD, LEFT } from './frame';
import classes from './Grid.module.css';
import { useFocusFollows, useFocusKept } from './gridFocus';
import { gridKeys } from './gridKeys';
import { HeaderRow } from './HeaderRow';
import { LaneRowView } from './LaneRowView';
import { LookProvider } from './look';
import { type MatrixModel, ModelProvider, useLanes, useMatrixModel } from './model';
import { askMenu, click, doubleClick } from './tileClicks';
import { useBox } from './useBox';
import { useCentredToday } from './useCentredToday';
import { useJump } from './useJump';
import { useMoving } from './useMoving';
import { stretch, USUAL, useViewport } from './useViewport';
import { withDrag } from './withDrag';

const Overlays = lazy(() => import('./Overlays').then((module) => ({ default: module.Overlays })));

const noModel: MatrixModel | null = null;

type Given = { readonly period: Period; readonly shown: readonly PlacementCard[] };

/** The matrix below its toolbar, or why there are no rows. */
export function Grid(given: Given) {
  const lanes = useLanes();
  return lanes.length === 0 ? <NoRows /> : <Ground {...given} lanes={lanes} />;
}

/** The grid: only the rows and days in view stand in the page, however many there are. */
function Ground({ period, shown, lanes }: Given & { readonly lanes: readonly Lane[] }) {
  const t = useWords(matrixWords);
  const studio = useStudioHandle();
  const desk = useDeskStore();
  const scroller = useRef<HTMLDivElement>(null);
  const latest = useRef(noModel);
  const { size, at, ahead } = useViewport(scroller);
  const view = size ?? USUAL;
  const model = useMatrixModel(lanes, period, shown, view.width - LEFT);
  const { columns, rows } = model;
  const width = columns.edges.at(-1) ?? 0;
  const [firstColumn, endColumn] = touching(columns.edges, ...stretch(at.left, view.width - LEFT, ahead.left));
  const [firstRow, endRow] = touching(rowEdges(rows), ...stretch(at.top, view.height - HEAD, ahead.top));
  useLayoutEffect(() => {
    latest.current = model;
  }, [model]);
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    return withDrag(({ carryTiles, dropGrid }) => {
      const unbinds = [dropGrid(element, studio, desk, () => latest.current), carryTiles(element, studio, desk)];
      return () => {
        for (const unbind of unbinds) unbind();
      };
    });
  }, [studio, desk]);
  const painted = useStudio((state) => state.painted);
  useFocusFollows(scroller, model);
  useFocusKept(scroller, model);
  useCentredToday(scroller, model);
  useJump(model);
  useMoving(scroller, model);
  useBox(scroller, latest);
  useArrowsEnter('[data-testid="matrix"] [data-cell][tabindex="0"], [data-testid="matrix"] [data-tile][tabindex="0"]');
  return (
    <ModelProvider value={model}>
      <div
        ref={scroller}
        className={classes.scroller}
        data-testid="matrix"
        tabIndex={-1}
        {...gridRoot({
          rows: rows.rows.length + 1,
          columns: columns.days.length + 1,
          label: t('grid'),
          describedBy: 'matrix-help',
          onKeyDown: (event) => {
            // React hands on what is pressed in a menu that a row opened elsewhere in the page.
            const inside = event.target instanceof Node && event.currentTarget.contains(event.target);
            if (inside) gridKeys(event, studio, desk, model);
          },
          onContextMenu: (event) => askMenu(event, studio, desk, model),
          onClick: (event) => click(event, studio, desk, model),
          onDoubleClick: (event) => doubleClick(event, studio),
        })}
      >
        <div role="presentation" style={{ width: LEFT + width, height: HEAD + rows.height, position: 'relative' }}>
          {size !== null && (
            <>
              <HeaderRow first={firstColumn} end={endColumn} />
              <Backdrop first={firstColumn} end={endColumn} />
              <LookProvider>
                {rows.rows
                  .slice(firstRow, endRow)
                  .map((row, index) =>
                    row.kind === 'lane' ? (
                      <LaneRowView key={row.lane.role} row={row} index={firstRow + index} viewWidth={view.width} />
                    ) : (
                      <AccountRowView
                        key={row.accountId}
                        row={row}
                        index={firstRow + index}
                        first={firstColumn}
                        end={endColumn}
                      />
                    ),
                  )}
              </LookProvider>
              <Suspense fallback={null}>
                {painted && (
                  <Overlays rows={[firstRow, endRow]} columns={[firstColumn, endColumn]} scroller={scroller} />
                )}
              </Suspense>
            </>
          )}
        </div>
      </div>
      <p id="matrix-help" className="visually-hidden">
        {t('grid.help')}
      </p>
    </ModelProvider>
  );
}

function NoRows() {
  const t = useWords(matrixWords);
  const accounts = useStudio((state) => state.outline?.account.length ?? 0);
  const go = useStudio((state) => state.go);
  const clear = useStudio((state) => state.clearFilter);
  return (
    <Empty
      text={t(accounts === 0 ? 'empty.accounts' : 'empty.filtered')}
      action={
        <button
          type="button"
          className={classes.act}
          onClick={() => (accounts === 0 ? go({ screen: 'settings', group: 'accounts' }) : clear())}
        >
          {t(accounts === 0 ? 'empty.accounts_act' : 'filter.clear')}
        </button>
      }
    />
  );
}
