import { dirname } from 'node:path';
import { refuse } from '../../core/result';
import type { Handlers } from '../answer';
import type { Desktop } from '../desktop';
import { checkPicture } from '../images/check';
import type { Images } from '../images/client';
import { withPicturesMade } from '../pictures';
import type { Tokens } from '../tokens';
import type { Workspaces } from '../workspaces';
import { dialogHandlers } from './dialog';
import { forwardingHandlers } from './forward';
import { type StudioDeps, studioHandlers } from './studio';
import { workspaceHandlers } from './workspace';

export type HandlerDeps = Omit<StudioDeps, 'lastExport' | 'workspaces' | 'desktop'> & {
  readonly workspaces: Workspaces;
  readonly tokens: Tokens;
  readonly desktop: Desktop;
  readonly images: Pick<Images, 'run'>;
};

/** Every call of the contract has its handler here; one that is missing does not compile. */
export function createHandlers(deps: HandlerDeps): Handlers {
  let lastExport: string | null = null;
  let exporting: Promise<unknown> = Promise.resolve();
  return {
    ...studioHandlers({ ...deps, lastExport: () => lastExport }),
    ...workspaceHandlers(deps.workspaces, deps.tokens),
    ...dialogHandlers(deps.desktop, deps.tokens),
    ...forwardingHandlers({
      awake: deps.workspaces.wake,
      store: deps.workspaces.store,
      tokens: deps.tokens,
      check: (picture, name) => checkPicture(deps.images, picture, name, deps.workspaces.assets),
      withPictures: (jobs, write) => {
        const folder = deps.workspaces.assets();
        if (folder === null) return refuse('no_workspace');
        const turn = exporting.then(() => withPicturesMade(deps.images, dirname(folder), jobs, write));
        exporting = turn.catch(() => undefined);
        return turn;
      },
      answered: (name, value) => {
        if (name === 'export.write') lastExport = (value as { readonly folder: string }).folder;
      },
    }),
  };
}
