import type { Lang } from '../../core/model/records';
import { partWords } from '../../core/words/parts';
import { say } from '../../core/words/say';
import type { Command } from './command';

/** F6 walks the parts of the open screen; read once the first screen stands. A screen's own F6 comes before it. */
export const partCommands: readonly Command[] = ([1, -1] as const).map((by) => ({
  id: by === 1 ? 'studio.part_next' : 'studio.part_back',
  group: 'view',
  label: (lang: Lang) => say(partWords, lang, by === 1 ? 'part.next' : 'part.back'),
  keys: [by === 1 ? 'f6' : 'shift+f6'],
  hidden: true,
  whileTyping: true,
  run: () => goToPart(by),
}));

/**
 * The parts a screen is made of, in reading order; each marks itself with `data-part`. A part inside another (the tray
 * under the matrix) is one of its own.
 */
const partsOnScreen = (): readonly HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>('[data-part]')].filter((part) => part.getClientRects().length > 0);

/** Puts the focus into the next part that has something to focus, on what the keyboard stood on there or comes in by. */
export function goToPart(by: 1 | -1): void {
  const parts = partsOnScreen();
  const active = document.activeElement ?? document.body;
  const here = parts.indexOf(active.closest<HTMLElement>('[data-part]') ?? document.body);
  // From a whole screen, or the page, the way leads to the first part of it, and back to the one before.
  const inside = Math.max(
    0,
    parts.findIndex((part) => active.contains(part)),
  );
  const from = here !== -1 ? here : by === 1 ? inside - 1 : inside;
  for (let step = 1; step <= parts.length; step += 1) {
    const part = parts[(from + by * step + parts.length * 2) % parts.length];
    const way = part === undefined ? undefined : wayInto(part);
    if (way === undefined) continue;
    way.focus();
    return;
  }
}

/** The one stop of a grid or list comes first: its head has buttons that stand before it. */
const ways = [
  '[role="grid"] [role="gridcell"] [tabindex="0"], [role="gridcell"][tabindex="0"], [role="option"][tabindex="0"]',
  '[data-piece]',
  'button:not([tabindex="-1"]), input, select, textarea, a[href], [tabindex="0"]',
] as const;

function wayInto(part: HTMLElement): HTMLElement | undefined {
  for (const way of ways) {
    const found = [...part.querySelectorAll<HTMLElement>(way)].find(
      (one) =>
        one.closest('[data-part]') === part && one.getClientRects().length > 0 && !one.matches(':disabled, [inert] *'),
    );
    if (found !== undefined) return found;
  }
  return undefined;
}
