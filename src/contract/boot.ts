import type { Failure } from '../core/result';
import type { WallDate } from '../core/time/wall';
import type { StudioSettings } from './settings';

export type WorkspaceEntry = {
  readonly key: string;
  readonly name: string;
  readonly sample: boolean;
  readonly openedAt: number;
};

export type Boot = {
  readonly settings: StudioSettings;
  /** The workspace that is open; null on first run. */
  readonly workspace: WorkspaceEntry | null;
  readonly workspaces: readonly WorkspaceEntry[];
  /** Why the workspace of last time could not be opened; null when it could, or on first run. */
  readonly trouble: { readonly key: string; readonly failure: Failure } | null;
  /** Fixed by `--today`, else the machine's date in the workspace's zone. */
  readonly today: WallDate;
  /** Milliseconds to add to the machine's clock for the studio's: not 0 only when `--clock` or `--today` says so. */
  readonly shift: number;
  /**
   * A `FirstScreen` as JSON text, the first time a page asks after an opening; null when it must be asked for. As
   * text, because the hatch copies thousands of values one by one, and a text at once.
   */
  readonly first: string | null;
  readonly versions: {
    readonly app: string;
    readonly electron: string;
    readonly chrome: string;
    readonly node: string;
  };
  readonly dataFolder: string;
  readonly platform: string;
};
