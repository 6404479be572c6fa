import type { PieceKind } from '../model/records';
import type { WallDate, WallTime } from '../time/wall';
import { type EdgeState, edgeOf } from './edge';
import type { Planned } from './planned';

/** What adaptation found about a placement's version, as far as a tile shows it. */
export type TileFacts = { readonly errors: number; readonly warnings: number; readonly behind: boolean };

/** One tile: one meaning per channel. */
export type Tile = {
  readonly kind: PieceKind;
  readonly time: WallTime | null;
  readonly title: string;
  readonly edge: EdgeState;
  /** Not yet a draft: drawn dashed. */
  readonly dashed: boolean;
  /** Skipped: the title is struck through. */
  readonly struck: boolean;
  readonly past: boolean;
  readonly finding: 'error' | 'warning' | null;
  readonly findings: number;
  readonly behind: boolean;
};

const nothingFound: TileFacts = { errors: 0, warnings: 0, behind: false };

/** A settled placement is history: its findings can no longer be mended, so its tile shows none. */
export function tileOf(card: Planned, facts: TileFacts | undefined, today: WallDate): Tile {
  const edge = edgeOf(card.outcome, card.pieceState);
  const settled = card.outcome === 'live' || card.outcome === 'skipped';
  const { errors, warnings, behind } = settled || facts === undefined ? nothingFound : facts;
  return {
    kind: card.kind,
    time: card.time,
    title: card.title,
    edge,
    dashed: edge === 'idea',
    struck: edge === 'skipped',
    past: card.day !== null && card.day < today,
    finding: errors > 0 ? 'error' : warnings > 0 ? 'warning' : null,
    findings: errors > 0 ? errors : warnings,
    behind,
  };
}
