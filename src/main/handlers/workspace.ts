import type { ShellCallName } from '../../contract';
import type { Handlers } from '../answer';
import { type Tokens, tokenFor } from '../tokens';
import type { Workspaces } from '../workspaces';

export const workspaceHandlers = (
  workspaces: Pick<Workspaces, 'openSample' | 'create' | 'open' | 'importPlan'>,
  tokens: Tokens,
): Handlers<Extract<ShellCallName, `workspace.${string}`>> => ({
  'workspace.open_sample': ({ edition }) => workspaces.openSample(edition),
  'workspace.create': ({ name }) => workspaces.create(name),
  'workspace.open': ({ key, repair }) => workspaces.open(key, repair),
  'workspace.import': ({ token }) => workspaces.importPlan(tokens.take(tokenFor['workspace.import'], token)),
});
