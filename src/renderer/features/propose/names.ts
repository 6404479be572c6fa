import type { Role } from '../../../core/model/vocabulary';
import { kindWords } from '../../../core/words/kinds';
import { say } from '../../../core/words/say';
import type { StudioState } from '../../state/studio';

/** The team's own name of a role, else the usual one. */
export const sayRole = ({ outline, settings }: StudioState, role: Role): string =>
  outline?.workspace[0]?.roleNames[role] ?? say(kindWords, settings.lang, `role.${role}`);
