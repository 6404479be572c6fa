import { type PointerEvent, type RefObject, useRef } from 'react';
import { type Axis, daysAcross } from '../../../core/campaign/timeline';
import type { WaveRow } from '../../../core/campaign/waveRows';
import { addDays, type WallDate } from '../../../core/time/wallDate';
import type { useWaveCarry } from './useWaveCarry';

/** A press becomes a drag after so many pixels; so near an edge the drawing is pushed along, by so much a move. */
const SLACK = 4;
const EDGE = 28;
const PUSH = 12;

type Grip = {
  readonly row: WaveRow;
  readonly marker: HTMLElement;
  readonly day: WallDate;
  /** Where it was taken, in pixels of the drawing. */
  readonly x: number;
  dragging: boolean;
};

/** Waves carried by the pointer: day by day along the axis, also beyond what is drawn. Escape lets it lie. */
export function useWaveDrag(
  rows: readonly WaveRow[],
  axis: Axis,
  box: RefObject<HTMLDivElement | null>,
  hand: ReturnType<typeof useWaveCarry>,
) {
  const grip = useRef<Grip | null>(null);
  /** The click that ends a drag is no choice. */
  const swallow = useRef(false);
  const xOf = (event: PointerEvent): number => event.clientX + (box.current?.scrollLeft ?? 0);
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>): void => {
      swallow.current = false;
      const marker = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-wave]') : null;
      const row = rows.find(({ wave }) => wave.id === marker?.dataset.wave);
      if (event.button !== 0 || marker === null || row?.moment == null || hand.carried !== null) return;
      grip.current = { row, marker, day: row.moment.day, x: xOf(event), dragging: false };
    },
    onPointerMove: (event: PointerEvent<HTMLElement>): void => {
      const held = grip.current;
      if (held === null) return;
      const far = xOf(event) - held.x;
      if (!held.dragging) {
        if (Math.abs(far) < SLACK || !hand.takeUp(held.row, 'pointer')) return;
        held.dragging = true;
        held.marker.setPointerCapture(event.pointerId);
        held.marker.focus();
        return;
      }
      if (hand.carried === null) return;
      const edges = box.current?.getBoundingClientRect();
      if (edges !== undefined && event.clientX > edges.right - EDGE) box.current?.scrollBy(PUSH, 0);
      if (edges !== undefined && event.clientX < edges.left + EDGE) box.current?.scrollBy(-PUSH, 0);
      hand.over(addDays(held.day, daysAcross(axis, far)));
    },
    onPointerUp: (): void => {
      const held = grip.current;
      grip.current = null;
      if (held?.dragging !== true) return;
      swallow.current = true;
      if (hand.carried?.by === 'pointer') void hand.letGo();
    },
    onPointerCancel: (): void => {
      const held = grip.current;
      grip.current = null;
      if (held?.dragging === true && hand.carried?.by === 'pointer') hand.letLie();
    },
    onClickCapture: (event: { stopPropagation: () => void }): void => {
      if (swallow.current) event.stopPropagation();
      swallow.current = false;
    },
  };
}
