import type { Role } from '../../../core/model/vocabulary';
import { kindWords } from '../../../core/words/kinds';
import { say } from '../../../core/words/say';
import { faceOf } from '../../state/packs';
import type { StudioState } from '../../state/studio';

/** The team's own name of a role, else the usual one. */
export const sayRole = ({ outline, settings }: StudioState, role: Role): string =>
  outline?.workspace[0]?.roleNames[role] ?? say(kindWords, settings.lang, `role.${role}`);

/** Platform and name: a team often has accounts of one name on several platforms. */
export function accountName(state: StudioState, id: string): string {
  const account = state.outline?.account.find((candidate) => candidate.id === id);
  if (account === undefined) return '';
  return `${faceOf(state, account.platform)?.[state.settings.lang] ?? account.platform} · ${account.name}`;
}
