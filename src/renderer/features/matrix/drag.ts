import {
  draggable,
  dropTargetForElements,
  monitorForElements,
} from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter';
import { disableNativeDragPreview } from '@atlaskit/pragmatic-drag-and-drop/utils/disable-native-drag-preview';
import { preventUnhandled } from '@atlaskit/pragmatic-drag-and-drop/utils/prevent-unhandled';
import { cellAt } from '../../../core/schedule/geometry';
import { letGo } from '../../state/planning/acts';
import { type Load, loadOf, type Over } from '../../state/planning/load';
import type { Studio } from '../../state/studio';
import { type DeskStore, sameOver } from './desk';
import { type Point, pushAlong } from './edges';
import { HEAD, LEFT } from './frame';
import type { MatrixModel } from './model';

/** The one file that knows the drag library. Whoever takes part gets a function that ends it. */

const KEY = 'juzhen-load';

const loadIn = (data: Record<string | symbol, unknown>): Load | null => (data[KEY] as Load | null | undefined) ?? null;

/**
 * Tiles can be carried; one that is among the selected ones takes all of them along. The library knows only the tile
 * under the pointer: told of all of them, it would cost more than drawing them.
 */
export function carryTiles(grid: HTMLElement, studio: Studio, desk: DeskStore): () => void {
  let known: { readonly tile: HTMLElement; readonly forget: () => void } | null = null;
  const point = (event: Event) => {
    const tile = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-tile]') : null;
    if (tile === known?.tile || (tile === null && known?.tile.isConnected === true)) return;
    // Forgotten only when another takes its place: a tile that is being carried stays known until it is let go.
    known?.forget();
    known = tile === null ? null : { tile, forget: carryTile(tile, studio, desk, tile.dataset.tile ?? '') };
  };
  const kinds = ['pointerover', 'pointerdown', 'mousedown'] as const;
  for (const kind of kinds) grid.addEventListener(kind, point, true);
  return () => {
    for (const kind of kinds) grid.removeEventListener(kind, point, true);
    known?.forget();
  };
}

function carryTile(element: HTMLElement, studio: Studio, desk: DeskStore, id: string): () => void {
  return draggable({
    element,
    getInitialData: () => ({ [KEY]: loadOf(studio.getState(), id) }),
    onGenerateDragPreview: ({ nativeSetDragImage }) => disableNativeDragPreview({ nativeSetDragImage }),
    onDragStart: ({ source, location }) => begin(desk, loadIn(source.data), location.initial.input.altKey),
  });
}

/** A piece of the tray can be carried. */
export function carryPiece(element: HTMLElement, desk: DeskStore, pieceId: string, title: string): () => void {
  return draggable({
    element,
    getInitialData: () => ({ [KEY]: { kind: 'piece', pieceId, title } satisfies Load }),
    onGenerateDragPreview: ({ nativeSetDragImage }) => disableNativeDragPreview({ nativeSetDragImage }),
    onDragStart: ({ source }) => begin(desk, loadIn(source.data), false),
  });
}

/** A post that is proposed can be carried to another cell. */
export function carryProposed(element: HTMLElement, desk: DeskStore, load: () => Load): () => void {
  return draggable({
    element,
    getInitialData: () => ({ [KEY]: load() }),
    onGenerateDragPreview: ({ nativeSetDragImage }) => disableNativeDragPreview({ nativeSetDragImage }),
    onDragStart: ({ source }) => begin(desk, loadIn(source.data), false),
  });
}

function begin(desk: DeskStore, load: Load | null, copy: boolean): void {
  preventUnhandled.start();
  // Passing words step aside: a place beneath them takes the drop as well.
  document.documentElement.dataset.carrying = '';
  if (load !== null) desk.getState().setDrag({ load, over: null, copy });
}

export function dropTray(element: HTMLElement): () => void {
  return dropTargetForElements({
    element,
    getData: () => ({ tray: true }),
    canDrop: ({ source }) => KEY in source.data,
  });
}

/**
 * The grid as one place to drop on: which cell is under the pointer is computed, so that three hundred cells need no
 * listeners. Also follows the drag to its end, wherever that is.
 */
export function dropGrid(
  element: HTMLElement,
  studio: Studio,
  desk: DeskStore,
  model: () => MatrixModel | null,
): () => void {
  const overAt = (input: Point, targets: readonly { data: object; element: Element }[]): Over => {
    if (targets.some(({ data }) => 'tray' in data)) return 'tray';
    const now = model();
    if (now === null || !targets.some((target) => target.element === element)) return null;
    const box = element.getBoundingClientRect();
    const x = input.clientX - box.left - LEFT;
    const y = input.clientY - box.top - HEAD;
    if (x < 0 || y < 0) return null;
    return cellAt(x + element.scrollLeft, y + element.scrollTop, now.columns, now.rows);
  };
  let push: ReturnType<typeof pushAlong> | null = null;
  const stopPushing = () => {
    push?.stop();
    push = null;
  };
  const stopTarget = dropTargetForElements({ element, canDrop: ({ source }) => KEY in source.data });
  const stopMonitor = monitorForElements({
    canMonitor: ({ source }) => KEY in source.data,
    onDrag: ({ source, location }) => {
      const { input, dropTargets } = location.current;
      const load = loadIn(source.data);
      const { drag, setDrag } = desk.getState();
      const over = overAt(input, dropTargets);
      push ??= pushAlong(element, studio);
      push.at(input);
      if (load === null) return;
      if (drag === null || drag.copy !== input.altKey || !sameOver(drag.over, over))
        setDrag({ load, over, copy: input.altKey });
    },
    onDrop: ({ source, location }) => {
      const { input, dropTargets } = location.current;
      const load = loadIn(source.data);
      const over = dropTargets.length === 0 ? null : overAt(input, dropTargets);
      stopPushing();
      desk.getState().setDrag(null);
      preventUnhandled.stop();
      delete document.documentElement.dataset.carrying;
      const point = { x: input.clientX, y: input.clientY };
      if (load !== null)
        void letGo(studio, load, over, input.altKey, (choice) =>
          desk.getState().setMenu({ kind: 'choose', choice, ...point }),
        );
    },
  });
  return () => {
    stopPushing();
    stopTarget();
    stopMonitor();
  };
}
