/** Reading key presses against a command's keys, and writing them for people. */

const isMac = (machine: string): boolean => /mac|iphone|ipad/i.test(machine);

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** Whether a press is `mod+shift+z`. Letters ignore case; a sign that needs Shift (`?`, `+`) is named as the sign. */
export function pressMatches(press: Press, keys: string, machine: string): boolean {
  const parts =
    keys.endsWith('++') || keys === '+' ? [...keys.slice(0, -1).split('+').filter(Boolean), '+'] : keys.split('+');
  const key = parts.at(-1) ?? '';
  const wants = new Set(parts.slice(0, -1));
  const mod = isMac(machine) ? press.metaKey : press.ctrlKey;
  const foreign = isMac(machine) ? press.ctrlKey : press.metaKey;
  const named = key.length > 1 || /[a-z0-9]/.test(key);
  return (
    press.key.toLowerCase() === key &&
    mod === wants.has('mod') &&
    !foreign &&
    press.altKey === wants.has('alt') &&
    (!named || press.shiftKey === wants.has('shift'))
  );
}

const macSigns: Readonly<Record<string, string>> = { mod: '⌘', shift: '⇧', alt: '⌥' };
const words: Readonly<Record<string, string>> = {
  mod: 'Ctrl',
  shift: 'Shift',
  alt: 'Alt',
  enter: 'Enter',
  escape: 'Esc',

  delete: 'Del',
  backspace: '⌫',
  pageup: 'PgUp',
  pagedown: 'PgDn',
  home: 'Home',
  end: 'End',
  arrowleft: '←',
  arrowright: '→',
  arrowup: '↑',
  arrowdown: '↓',
};

/** `mod+shift+z` as keycaps: `['Ctrl', 'Shift', 'Z']`. */
export function keyCaps(keys: string, machine: string): readonly string[] {
  if (keys === '+') return ['+'];
  return keys
    .split('+')
    .map((part) => (isMac(machine) ? macSigns[part] : undefined) ?? words[part] ?? part.toUpperCase());
}

/** Fields where a letter is a letter. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName);
}

/** Fields that take arrows and the space bar and no letters, so letters stay commands: a chosen side of a preview. */
export const isChoosing = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement && /^(radio|checkbox|button|submit|reset)$/.test(target.type);

/** A press that writes a sign, other than the space bar. */
export const isSign = ({ key }: Pick<KeyboardEvent, 'key'>): boolean => key.length === 1 && key !== ' ';
