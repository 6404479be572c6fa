import type { Studio } from '../state/studio';
import { isChoosing, isSign, isTyping, pressMatches } from './keys';

/**
 * The one place where keys meet commands. Presses that a part already used (`preventDefault`), that belong to an
 * input method, or that are letters in a text field are left alone.
 */
export function listenToKeys(studio: Studio, on: Pick<Window, 'addEventListener' | 'removeEventListener'>): () => void {
  const press = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return;
    const state = studio.getState();
    if (state.stage.kind !== 'open') return;
    const typing = isTyping(event.target) && !(isChoosing(event.target) && isSign(event));
    // A letter in a text is a letter: no command while typing is one key without a modifier, so none is looked for.
    if (typing && event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) return;
    const floating = event.target instanceof Element && event.target.closest('[role="dialog"], [role="menu"]') !== null;
    // The screen's own commands come last in the table and win over the studio's.
    const commands = Object.values(state.commandSets).flat().reverse();
    const command = commands.find(
      (candidate) =>
        candidate.byPart !== true &&
        (!(typing || floating) || candidate.whileTyping === true) &&
        (candidate.keys ?? []).some((keys) => pressMatches(event, keys, studio.world.machine)) &&
        (candidate.applies?.(state) ?? true),
    );
    if (command === undefined) return;
    event.preventDefault();
    command.run(state);
  };
  on.addEventListener('keydown', press);
  return () => on.removeEventListener('keydown', press);
}
