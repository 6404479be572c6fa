import { libraryWords } from '../../../core/words/library';
import { say } from '../../../core/words/say';
import type { Command } from '../../commands/command';

/** What the library adds to keyboard, palette and shortcut sheet while it is open. */
export const libraryCommands = (acts: {
  readonly search: () => void;
  readonly make: () => void;
}): readonly Command[] => [
  {
    id: 'library.search',
    group: 'view',
    label: (lang) => say(libraryWords, lang, 'search.label'),
    keys: ['/', 'mod+f'],
    whileTyping: false,
    run: acts.search,
  },
  {
    id: 'library.new_menu',
    group: 'plan',
    label: (lang) => say(libraryWords, lang, 'new.menu'),
    keys: ['shift+n'],
    run: acts.make,
  },
];
