import { dirname } from 'node:path';
import type { EventName, StudioEvents } from '../../contract';
import { refuse } from '../../core/result';
import type { Handlers } from '../answer';
import type { Desktop } from '../desktop';
import { checkPicture } from '../images/check';
import type { ImageLanes } from '../images/lanes';
import { keepLastExport, readLastExport } from '../lastExport';
import { withPicturesMade } from '../pictures';
import type { Reminders } from '../reminder/reminders';
import type { Tokens } from '../tokens';
import type { Workspaces } from '../workspaces';
import { againHandlers } from './again';
import { dialogHandlers } from './dialog';
import { forwardingHandlers, type StoreDeps } from './forward';
import { openingHandlers } from './opening';
import { pictureHandlers } from './picture';
import { reminderHandlers } from './reminder';
import { type StudioDeps, studioHandlers } from './studio';
import { workspaceHandlers } from './workspace';

export type HandlerDeps = Omit<StudioDeps, 'lastExport' | 'workspaces' | 'desktop'> & {
  readonly workspaces: Workspaces;
  readonly tokens: Tokens;
  readonly tell: <E extends EventName>(event: E, fact: StudioEvents[E]) => void;
  readonly desktop: Desktop;
  readonly images: ImageLanes;
  /** The file that was handed over from outside, once. */
  readonly arrived: () => string | null;
  readonly reminders: Pick<Reminders, 'state' | 'pause' | 'seen'>;
};

/** Every call of the contract has its handler here; one that is missing does not compile. */
export function createHandlers(deps: HandlerDeps): Handlers {
  let lastExport: string | null = null;
  let exporting: Promise<unknown> = Promise.resolve();
  const home = (): string | null => {
    const assets = deps.workspaces.assets();
    return assets === null ? null : dirname(assets);
  };
  const withPictures: StoreDeps['withPictures'] = (making, write, watch) => {
    const folder = home();
    if (folder === null) return refuse('no_workspace');
    const turn = exporting.then(() => withPicturesMade(deps, folder, making, write, watch));
    exporting = turn.catch(() => undefined);
    return turn;
  };
  return {
    ...studioHandlers({ ...deps, lastExport: () => lastExport ?? writtenBefore(home()) }),
    ...workspaceHandlers(deps.workspaces, deps.tokens),
    ...dialogHandlers(deps.desktop, deps.tokens),
    ...againHandlers(home, deps.tokens),
    ...openingHandlers(deps.arrived, deps.tokens),
    ...reminderHandlers(deps.reminders),
    ...pictureHandlers({
      awake: deps.workspaces.wake,
      store: deps.workspaces.store,
      assets: deps.workspaces.assets,
      withPictures,
      desktop: deps.desktop,
    }),
    ...forwardingHandlers({
      awake: deps.workspaces.wake,
      store: deps.workspaces.store,
      tokens: deps.tokens,
      check: (picture, name) => checkPicture(deps.images, picture, name, deps.workspaces.assets),
      withPictures,
      exporting: (progress) => deps.tell('exporting', { progress }),
      answered: (name, value, { input, path }) => {
        if (name !== 'export.write' && name !== 'review.write') return;
        const wrote = (value as { readonly folder: string }).folder;
        lastExport = wrote;
        const { setup } = input as { readonly setup?: string };
        const workspace = home();
        if (setup !== undefined && workspace !== null && typeof path === 'string')
          keepLastExport(workspace, { folder: path, wrote, setup });
      },
    }),
  };
}

const writtenBefore = (workspace: string | null): string | null =>
  workspace === null ? null : (readLastExport(workspace)?.wrote ?? null);
