import {
  draggable,
  dropTargetForElements,
  monitorForElements,
} from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter';
import { setCustomNativeDragPreview } from '@atlaskit/pragmatic-drag-and-drop/element/set-custom-native-drag-preview';
import { preventUnhandled } from '@atlaskit/pragmatic-drag-and-drop/utils/prevent-unhandled';
import type { BulkTarget } from '../../../../contract';
import type { PieceState } from '../../../../core/model/records';

/** The one file of the library that knows the drag library. Whoever takes part gets a function that ends it. */
const KEY = 'juzhen-pieces';

type Load = { readonly target: BulkTarget; readonly count: number };
const loadOf = (data: Record<string | symbol, unknown>): Load | null => (data[KEY] as Load | undefined) ?? null;

/** A slip can be carried; if it is among the selected ones, all of them are, and the ghost says how many. */
export function carrySlip(
  element: HTMLElement,
  load: () => Load | null,
  sayCount: (count: number) => string,
  badge: string,
): () => void {
  return draggable({
    element,
    getInitialData: () => ({ [KEY]: load() }),
    onGenerateDragPreview: ({ nativeSetDragImage, source }) => {
      const count = loadOf(source.data)?.count ?? 1;
      if (count < 2) return;
      setCustomNativeDragPreview({
        nativeSetDragImage,
        render: ({ container }) => {
          const label = document.createElement('div');
          label.className = badge;
          label.textContent = sayCount(count);
          container.append(label);
        },
      });
    },
    onDragStart: () => preventUnhandled.start(),
    onDrop: () => preventUnhandled.stop(),
  });
}

/** A column takes slips; `over` hears whether some hang above it. */
export function dropColumn(element: HTMLElement, state: PieceState, over: (on: boolean) => void): () => void {
  return dropTargetForElements({
    element,
    getData: () => ({ state }),
    canDrop: ({ source }) => KEY in source.data,
    onDragEnter: () => over(true),
    onDragLeave: () => over(false),
    onDrop: () => over(false),
  });
}

/** Hears where slips were let go; outside every column nothing happens. */
export function hearDrops(landed: (target: BulkTarget, state: PieceState) => void): () => void {
  return monitorForElements({
    canMonitor: ({ source }) => KEY in source.data,
    onDrop: ({ source, location }) => {
      const load = loadOf(source.data);
      const state = location.current.dropTargets[0]?.data.state as PieceState | undefined;
      if (load !== null && state !== undefined) landed(load.target, state);
    },
  });
}
