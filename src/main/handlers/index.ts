import { basename } from 'node:path';
import { Refusal } from '../../core/result';
import type { Handlers } from '../answer';
import type { Desktop } from '../desktop';
import type { Images } from '../images/client';
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
  return {
    ...studioHandlers({ ...deps, lastExport: () => lastExport }),
    ...workspaceHandlers(deps.workspaces, deps.tokens),
    ...dialogHandlers(deps.desktop, deps.tokens),
    ...forwardingHandlers({
      awake: deps.workspaces.wake,
      store: deps.workspaces.store,
      tokens: deps.tokens,
      check: async (path) => {
        const answer = await deps.images.run({ kind: 'check', from: path, name: basename(path) });
        if (!answer.ok) throw new Refusal(answer.failure);
      },
      answered: (name, value) => {
        if (name === 'export.write') lastExport = (value as { readonly folder: string }).folder;
      },
    }),
  };
}
