import type { Hold } from '../../../core/desk/hold';
import { deskWords } from '../../../core/words/desk';
import { useWords } from '../../state/StudioProvider';

/** Why it cannot be handed over yet, in words. */
export function SayHold({ hold }: { readonly hold: Hold }) {
  const t = useWords(deskWords);
  return t(`hold.${hold.kind}`, {
    state: hold.kind === 'state' ? hold.state : 'none',
    count: hold.kind === 'errors' ? hold.count : 0,
  });
}
