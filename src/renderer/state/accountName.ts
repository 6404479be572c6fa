import { faceOf } from './packs';
import type { StudioState } from './studio';

/** Platform and name: a team often has accounts of one name on several platforms. */
export function accountName(state: StudioState, id: string): string {
  const account = state.outline?.account.find((candidate) => candidate.id === id);
  if (account === undefined) return '';
  return `${faceOf(state, account.platform)?.[state.settings.lang] ?? account.platform} · ${account.name}`;
}
