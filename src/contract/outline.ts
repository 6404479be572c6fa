import type { RecordType, RecordView } from '../core/model/records';
import type { WallDate } from '../core/time/wall';
import type { HistoryState } from './history';
import type { PieceCard } from './pieces';
import type { PlacementCard } from './placements';

/** Everything small that every screen needs, read once and again after a change. */
export type Outline = {
  readonly [T in OutlineType]: readonly RecordView<T>[];
} & { readonly pieceCount: number; readonly trayCount: number };
export const outlineTypes = [
  'workspace',
  'member',
  'persona',
  'platform',
  'account',
  'campaign',
  'phase',
  'wave',
  'community',
  'occasion',
  'series',
  'view',
  'template',
] as const satisfies readonly RecordType[];
export type OutlineType = (typeof outlineTypes)[number];

/** What the matrix shows when the studio is opened. */
export type FirstScreen = {
  readonly today: WallDate;
  readonly range: { readonly from: WallDate; readonly to: WallDate };
  readonly outline: Outline;
  readonly cards: readonly PlacementCard[];
  readonly tray: readonly PieceCard[];
  readonly history: HistoryState;
  /** Names and letters of the accounts' platforms: the rule packs themselves come after the first screen. */
  readonly faces: Readonly<Record<string, PlatformFace>>;
};
export type PlatformFace = { readonly zh: string; readonly en: string; readonly glyph: string };
