import type { TimelineLane } from '../../../core/campaign/timeline';

/** Width of the account column, height of the head, of a line of markers, and of what stands above and below them in a lane. */
export const LEFT = 148;
export const HEAD = 40;
export const LINE = 27;
export const PAD = 5;

export const laneHeight = (lines: number): number => 2 * PAD + lines * LINE - 3;

/** Where a wave's marker is drawn, in pixels from the drawing's corner; `origin` is where the axis begins. */
export type Spot = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly origin: number;
  /** The wave it is reckoned from; null where none is drawn. */
  readonly anchorId: string | null;
};

export type Spots = { readonly spots: ReadonlyMap<string, Spot>; readonly height: number };

export function spotsOf(lanes: readonly TimelineLane[]): Spots {
  const spots = new Map<string, Spot>();
  let top = HEAD;
  for (const { markers, lines } of lanes) {
    for (const { row, left, width, line } of markers)
      spots.set(row.wave.id, {
        left: LEFT + left,
        top: top + PAD + line * LINE,
        width,
        origin: LEFT,
        anchorId: row.moment === null ? null : row.anchorId,
      });
    top += laneHeight(lines) + 1;
  }
  return { spots, height: top };
}
