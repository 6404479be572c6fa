import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { PlacementCard } from '../../../contract';
import type { Period } from '../../../core/schedule/days';
import { rowEdges, touching } from '../../../core/schedule/geometry';
import { matrixWords } from '../../../core/words/matrix';
import { useStudio, useStudioHandle, useWords } from '../../state/StudioProvider';
import { Empty } from '../../ui/Empty';
import { gridRoot } from '../../ui/gridRoles';
import { useArrowsEnter } from '../../ui/useArrowsEnter';
import { AccountRowView } from './AccountRowView';
import { AddHere } from './AddHere';
import { Backdrop } from './Backdrop';
import { cellOf } from './cellOf';
import { DropOutline } from './DropOutline';
import { useDesk, useDeskStore } from './desk';
import { dropGrid } from './drag';
import { HEAD, LEFT } from './frame';
import classes from './Grid.module.css';
import { gridKeys } from './gridKeys';
import { HeaderRow } from './HeaderRow';
import { LaneRowView } from './LaneRowView';
import { type MatrixModel, ModelProvider, useMatrixModel } from './model';
import { reveal } from './reveal';
import { Thread } from './Thread';
import { useBox } from './useBox';
import { useJump } from './useJump';
import { useMoving } from './useMoving';

const noModel: MatrixModel | null = null;

/** The grid: only the rows and days in view stand in the page, however many there are. */
export function Grid({ period, shown }: { readonly period: Period; readonly shown: readonly PlacementCard[] }) {
  const t = useWords(matrixWords);
  const studio = useStudioHandle();
  const desk = useDeskStore();
  const scroller = useRef<HTMLDivElement>(null);
  const latest = useRef(noModel);
  const { size, at } = useViewport(scroller);
  const model = useMatrixModel(period, shown, size.width - LEFT);
  const { columns, rows } = model;
  const width = columns.edges.at(-1) ?? 0;
  const [firstColumn, endColumn] = touching(columns.edges, at.left, at.left + size.width - LEFT);
  const [firstRow, endRow] = touching(rowEdges(rows), at.top, at.top + size.height - HEAD);
  useLayoutEffect(() => {
    latest.current = model;
  }, [model]);
  useEffect(() => {
    const element = scroller.current;
    return element === null ? undefined : dropGrid(element, studio, desk, () => latest.current);
  }, [studio, desk]);
  useFocusFollows(scroller, model);
  useFocusKept(scroller, model);
  useCentredToday(scroller, model);
  useJump(model);
  useMoving(scroller, model);
  useBox(scroller, latest);
  useArrowsEnter('[data-testid="matrix"] [data-cell][tabindex="0"], [data-testid="matrix"] [data-tile][tabindex="0"]');

  if (model.lanes.length === 0) return <NoRows />;
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
          onContextMenu: (event) => {
            const cell = cellOf(event.target);
            if (cell === null) return;
            event.preventDefault();
            desk.getState().setPlace({ ...cell, tile: null }, true);
            desk.getState().setMenu({ kind: 'cell', target: cell, x: event.clientX, y: event.clientY });
          },
          onClick: (event) => {
            if (event.target instanceof Element && event.target.closest('button') === null) pickCell(event.target);
          },
        })}
      >
        <div role="presentation" style={{ width: LEFT + width, height: HEAD + rows.height, position: 'relative' }}>
          <HeaderRow first={firstColumn} end={endColumn} />
          <Backdrop first={firstColumn} end={endColumn} />
          {rows.rows
            .slice(firstRow, endRow)
            .map((row, index) =>
              row.kind === 'lane' ? (
                <LaneRowView key={row.lane.role} row={row} index={firstRow + index} viewWidth={size.width} />
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
          <Thread />
          <DropOutline />
          <AddHere scroller={scroller} />
        </div>
      </div>
      <p id="matrix-help" className="visually-hidden">
        {t('grid.help')}
      </p>
    </ModelProvider>
  );

  /** A click on the ground of a cell makes it the place and what the inspector is about. */
  function pickCell(element: EventTarget) {
    const cell = cellOf(element);
    if (cell === null) return;
    desk.getState().setPlace({ ...cell, tile: null }, true);
    desk.getState().setAnchor(cell);
    studio.getState().select({ kind: 'cell', ...cell });
  }
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

type Ref = { readonly current: HTMLDivElement | null };

/** Size and scroll of the grid. Without layout (tests) a usual window stands in. */
function useViewport(scroller: Ref) {
  const [size, setSize] = useState({ width: 1080, height: 680 });
  const [at, setAt] = useState({ left: 0, top: 0 });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = element;
      if (width > 0)
        setSize((before) => (before.width === width && before.height === height ? before : { width, height }));
    };
    const scroll = () => setAt({ left: element.scrollLeft, top: element.scrollTop });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.addEventListener('scroll', scroll, { passive: true });
    measure();
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', scroll);
    };
  }, [scroller]);
  return { size, at };
}

/** The keyboard's place is scrolled into view and takes the focus once it stands in the page. */
function useFocusFollows(scroller: Ref, model: MatrixModel) {
  const place = useDesk((desk) => desk.place);
  const turn = useDesk((desk) => desk.focusTurn);
  const done = useRef(0);
  useEffect(() => {
    const element = scroller.current;
    if (element === null || place === null || done.current === turn) return;
    reveal(element, model.columns, model.rows, place);
    const cell = element.querySelector<HTMLElement>(`[data-cell="${place.accountId} ${place.day}"]`);
    const target =
      place.tile === null ? cell : (cell?.querySelectorAll<HTMLElement>('[data-tile]')[place.tile] ?? cell);
    if (target === null || target === undefined) return;
    done.current = turn;
    target.focus({ preventScroll: true });
  });
}

/**
 * A tile that had the focus and was drawn anew elsewhere (undo, a change from outside) has it again; where it is gone,
 * its cell. A place that left the grid with its day or account is forgotten, so that Tab finds a way in.
 */
function useFocusKept(scroller: Ref, model: MatrixModel) {
  const desk = useDeskStore();
  const held = useRef<HTMLElement | null>(null);
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const take = (event: FocusEvent) => {
      held.current = event.target instanceof HTMLElement ? event.target : null;
    };
    element.addEventListener('focusin', take);
    return () => element.removeEventListener('focusin', take);
  }, [scroller]);
  useEffect(() => {
    const { place } = desk.getState();
    const stays =
      place === null ||
      (model.columns.days.includes(place.day) &&
        model.rows.rows.some((row) => row.kind === 'account' && row.accountId === place.accountId));
    if (!stays) desk.setState({ place: null });
    const lost = held.current;
    if (lost === null || lost.isConnected || document.activeElement !== document.body) return;
    const { tile, cell } = lost.dataset;
    const home = tile === undefined ? cell : place === null ? undefined : `${place.accountId} ${place.day}`;
    const next =
      (tile === undefined ? null : scroller.current?.querySelector<HTMLElement>(`[data-tile="${tile}"]`)) ??
      (home === undefined ? null : scroller.current?.querySelector<HTMLElement>(`[data-cell="${home}"]`));
    held.current = next ?? null;
    next?.focus({ preventScroll: true });
  }, [desk, scroller, model]);
}

/** A period wider than the window opens with today in the left third. */
function useCentredToday(scroller: Ref, model: MatrixModel) {
  const { columns, today } = model;
  const key = `${columns.days[0]} ${columns.days.length} ${columns.edges.at(-1)}`;
  const shownFor = useRef('');
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null || shownFor.current === key) return;
    shownFor.current = key;
    const column = columns.days.indexOf(today);
    const third = (columns.edges[column] ?? 0) - (element.clientWidth - LEFT) / 3;
    // At the edge of a column, so that none begins half hidden.
    element.scrollLeft = column < 0 ? 0 : (columns.edges.findLast((edge) => edge <= third) ?? 0);
  }, [scroller, columns, today, key]);
}
