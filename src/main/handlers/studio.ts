import type { Boot, ShellCallName, WorkspaceEntry } from '../../contract';
import { refuse } from '../../core/result';
import type { WallDate } from '../../core/time/wall';
import type { Handlers } from '../answer';
import type { Desktop } from '../desktop';
import { checkAddress } from '../external';
import type { Settings } from '../settings';

export type StudioDeps = {
  readonly settings: Settings;
  readonly workspaces: {
    readonly current: () => WorkspaceEntry | null;
    readonly all: () => readonly WorkspaceEntry[];
    readonly trouble: () => Boot['trouble'];
    readonly settled: () => Promise<void>;
    readonly takeFirst: () => string | null;
  };
  readonly today: () => WallDate;
  readonly versions: Boot['versions'];
  readonly dataFolder: string;
  readonly platform: string;
  readonly desktop: Desktop;
  /** Called when a page was told what to show. */
  readonly booted: () => void;
  /** The folder of the last export of this session. */
  readonly lastExport: () => string | null;
  /** Whether the user pressed a key or a button in the window a moment ago. */
  readonly userIsActing: () => boolean;
};

export const studioHandlers = (deps: StudioDeps): Handlers<Extract<ShellCallName, `studio.${string}`>> => ({
  'studio.boot': async () => {
    // The page is loaded while the store still opens; what it shows first depends on what came of that.
    await deps.workspaces.settled();
    deps.booted();
    return {
      settings: deps.settings.get(),
      workspace: deps.workspaces.current(),
      workspaces: deps.workspaces.all(),
      trouble: deps.workspaces.trouble(),
      today: deps.today(),
      first: deps.workspaces.takeFirst(),
      versions: deps.versions,
      dataFolder: deps.dataFolder,
      platform: deps.platform,
    };
  },
  'studio.configure': (change) => deps.settings.configure(withoutUndefined(change)),
  'studio.reveal': async ({ what }) => {
    const folder = what === 'data' ? deps.dataFolder : deps.lastExport();
    if (folder === null || !(await deps.desktop.reveal(folder))) return refuse('not_found', { what });
    return null;
  },
  'studio.browse': async ({ url }) => {
    const address = checkAddress(url);
    if (!address.ok) return refuse('bad_input', { field: 'url', reason: address.error });
    // A page that opens the browser by itself, without a press, is not doing the user's work.
    if (!deps.userIsActing()) return refuse('bad_input', { field: 'gesture' });
    await deps.desktop.browse(address.value);
    return null;
  },
  'studio.copy': async ({ text, html }) => {
    await deps.desktop.copy(text, html);
    return null;
  },
});

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };
const withoutUndefined = <T extends object>(value: T): Defined<T> =>
  Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as Defined<T>;
