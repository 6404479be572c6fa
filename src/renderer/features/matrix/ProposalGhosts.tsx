import { useEffect, useMemo, useRef } from 'react';
import { cellKey } from '../../../core/schedule/cells';
import { CELL_PAD, FOLD_AT, TILE_GAP, tileHeights } from '../../../core/schedule/geometry';
import type { Load } from '../../state/planning/load';
import { proposedKey, proposedOf } from '../../state/proposing';
import { useStudio, useStudioHandle } from '../../state/StudioProvider';
import type { StudioState } from '../../state/studio';
import { KindMark } from '../../ui/KindMark';
import { titleOrNone } from '../../ui/plan/tileWords';
import { useDeskStore } from './desk';
import { HEAD, LEFT } from './frame';
import { type MatrixModel, useModel } from './model';
import classes from './ProposalGhosts.module.css';
import { type GhostPost, useGhostPosts } from './proposal';
import { withDrag } from './withDrag';

type Span = readonly [number, number];
type Scroller = { readonly current: HTMLDivElement | null };

/**
 * What is proposed, dashed on the cells it would stand in. For the pointer: its twin for the keyboard and for who listens is
 * the list beside the matrix, so these are out of both. Pointing at one shows its reasons there; carried to another cell it is
 * proposed there.
 */
export function ProposalGhosts({
  rows,
  columns,
  scroller,
}: {
  readonly rows: Span;
  readonly columns: Span;
  readonly scroller: Scroller;
}) {
  const model = useModel();
  const ghosts = useGhostPosts();
  const placed = useMemo(() => boxesOf(model, ghosts), [model, ghosts]);
  useReveal(placed, ghosts, scroller);
  useLift();
  const shown = placed.filter(
    ({ row, column }) => row >= rows[0] && row < rows[1] && column >= columns[0] && column < columns[1],
  );
  return shown.map((box) => <GhostTile key={box.ghost.key} box={box} />);
}

type Box = {
  readonly ghost: GhostPost;
  readonly row: number;
  readonly column: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly small: boolean;
};

function GhostTile({ box: { ghost, left, top, width, height, small } }: { readonly box: Box }) {
  const studio = useStudioHandle();
  const lang = useStudio((state) => state.settings.lang);
  const pointed = useStudio(({ proposing }) => proposing?.pointed === ghost.key);
  const title = titleOrNone(lang, ghost.title);
  const point = () => studio.getState().pointProposed(ghost.key);
  const desk = useDeskStore();
  const element = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const button = element.current;
    if (button === null) return undefined;
    const load = () => loadOfProposed(studio.getState(), ghost.key) ?? { kind: 'piece', pieceId: '', title };
    return withDrag(({ carryProposed }) => carryProposed(button, desk, load));
  }, [studio, desk, ghost.key, title]);
  return (
    <button
      ref={element}
      type="button"
      className={classes.ghost}
      data-proposed={ghost.key}
      data-pointed={pointed || undefined}
      tabIndex={-1}
      aria-hidden="true"
      title={`${ghost.time ?? ''} ${title}`}
      style={{ left: LEFT + left, top: HEAD + top, width, height }}
      onPointerEnter={point}
      onContextMenu={(event) => {
        event.preventDefault();
        event.stopPropagation();
        const load = loadOfProposed(studio.getState(), ghost.key);
        if (load !== null) desk.getState().setMenu({ kind: 'proposed', load, x: event.clientX, y: event.clientY });
      }}
      onClick={(event) => {
        event.stopPropagation();
        point();
      }}
    >
      <span className={classes.head}>
        <KindMark kind={ghost.kind} size={8} />
        {width > 40 && <span className={classes.time}>{ghost.time}</span>}
      </span>
      {!small && <span className={classes.title}>{title}</span>}
    </button>
  );
}

/** A proposed post as it is carried, chosen or not. */
function loadOfProposed({ proposing, settings }: StudioState, key: string): Load | null {
  const one = proposedOf(proposing).find((post) => proposedKey(post) === key);
  if (one === undefined) return null;
  const { pieceId, accountId, day, time } = one;
  const title = titleOrNone(settings.lang, proposing?.state?.pieces[pieceId]?.title ?? '');
  return { kind: 'piece', pieceId, title, proposed: { key, at: { accountId, day }, time } };
}

/** Takes up for the arrow keys what the list asks for; its days come into view first. */
function useLift(): void {
  const { days } = useModel().columns;
  const studio = useStudioHandle();
  const desk = useDeskStore();
  const lifted = useStudio(({ proposing }) => proposing?.lifted ?? null);
  useEffect(() => {
    if (lifted === null) return;
    const load = loadOfProposed(studio.getState(), lifted);
    studio.getState().liftProposed(null);
    if (load?.kind !== 'piece' || load.proposed === undefined) return;
    const { day } = load.proposed.at;
    if (!days.includes(day)) studio.getState().setAnchor(day);
    desk.getState().carry?.(load);
  }, [studio, desk, lifted, days]);
}

/** Where each ghost stands: below the tiles of its cell, in the order it was proposed. */
function boxesOf({ columns, rows, cells }: MatrixModel, ghosts: readonly GhostPost[]): readonly Box[] {
  const columnOf = new Map(columns.days.map((day, index) => [day, index]));
  const rowOf = new Map(
    rows.rows.flatMap((row, index) => (row.kind === 'account' ? [[row.accountId, index] as const] : [])),
  );
  const before = new Map<string, number>();
  return ghosts.flatMap((ghost): Box[] => {
    const column = ghost.day === null ? undefined : columnOf.get(ghost.day);
    const index = ghost.accountId === null ? undefined : rowOf.get(ghost.accountId);
    const row = index === undefined ? undefined : rows.rows[index];
    if (column === undefined || index === undefined || row?.kind !== 'account' || ghost.day === null) return [];
    const key = cellKey(row.accountId, ghost.day);
    const there = cells.get(key)?.length ?? 0;
    const turn = before.get(key) ?? 0;
    before.set(key, turn + 1);
    const at = (row.opened ? there : Math.min(there, FOLD_AT - 1)) + turn;
    const size = columns.sizes[column] ?? 'normal';
    const height = tileHeights[size];
    const left = columns.edges[column] ?? 0;
    return [
      {
        ghost,
        row: index,
        column,
        left: left + 2,
        top: row.top + CELL_PAD + at * (height + TILE_GAP),
        width: (columns.edges[column + 1] ?? left) - left - 4,
        height,
        small: size === 'mini' || size === 'compact',
      },
    ];
  });
}

/** What the list looks at comes into view: another day when it is not among those shown, else as little as it takes. */
function useReveal(boxes: readonly Box[], ghosts: readonly GhostPost[], scroller: Scroller): void {
  const { columns } = useModel();
  const studio = useStudioHandle();
  const turn = useStudio(({ proposing }) => proposing?.turn ?? 0);
  const done = useRef(0);
  useEffect(() => {
    const key = studio.getState().proposing?.pointed;
    const element = scroller.current;
    if (done.current === turn || key == null || element === null) return;
    const box = boxes.find(({ ghost }) => ghost.key === key);
    const ghost = ghosts.find((one) => one.key === key);
    if (box === undefined) {
      // Drawn with its day, it is looked for again; on a folded lane it stays out of sight.
      if (ghost?.day == null || columns.days.includes(ghost.day)) done.current = turn;
      else studio.getState().setAnchor(ghost.day);
      return;
    }
    done.current = turn;
    const { clientWidth, clientHeight, scrollLeft, scrollTop } = element;
    if (box.left < scrollLeft || box.left + box.width > scrollLeft + clientWidth - LEFT)
      element.scrollLeft = Math.max(0, box.left - (clientWidth - LEFT) / 3);
    if (box.top < scrollTop || box.top + box.height > scrollTop + clientHeight - HEAD)
      element.scrollTop = Math.max(0, box.top - (clientHeight - HEAD) / 3);
  }, [studio, turn, boxes, ghosts, columns, scroller]);
}
