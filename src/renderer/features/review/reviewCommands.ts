import { compareWords } from '../../../core/words/compare';
import { reviewWords } from '../../../core/words/review';
import { say, speakerIn } from '../../../core/words/say';
import type { Command } from '../../commands/command';

export type ReviewActs = {
  readonly step: (by: 1 | -1) => void;
  readonly pane: (by: 1 | -1) => void;
  readonly version: (by: 1 | -1) => void;
  readonly nextWaiting: () => void;
  readonly keep: () => void;
  readonly view: () => void;
  readonly bench: () => void;
  readonly compare: () => void;
  readonly edit: () => void;
  /** Of a version that is behind; the rest of the screen has other uses for the same keys. */
  readonly isBehind: () => boolean;
  readonly behind: () => void;
  readonly isDeciding: () => boolean;
  readonly take: () => void;
  readonly mine: () => void;
  readonly write: () => void;
  readonly all: () => void;
  readonly finish: () => void;
};

const word = speakerIn(reviewWords);

/** What the review adds to keyboard, palette and shortcut sheet while it is open. */
export const reviewCommands = (acts: ReviewActs): readonly Command[] => [
  { id: 'review.next', group: 'view', label: word('key.next'), keys: ['arrowdown', 'j'], run: () => acts.step(1) },
  {
    id: 'review.previous',
    group: 'view',
    label: word('key.previous'),
    keys: ['arrowup'],
    run: () => acts.step(-1),
  },
  {
    id: 'review.pane',
    group: 'view',
    label: word('key.pane'),
    keys: ['f6'],
    whileTyping: true,
    run: () => acts.pane(1),
  },
  {
    id: 'review.pane_back',
    group: 'view',
    label: word('key.pane_back'),
    keys: ['shift+f6'],
    whileTyping: true,
    run: () => acts.pane(-1),
  },
  {
    id: 'review.keep',
    group: 'edit',
    label: word('key.keep'),
    keys: ['k'],
    applies: () => !acts.isDeciding(),
    run: acts.keep,
  },
  {
    id: 'review.take',
    group: 'edit',
    label: word('key.take'),
    keys: ['enter'],
    // A button that has the focus is pressed by Enter itself.
    applies: () => acts.isDeciding() && !(document.activeElement instanceof HTMLButtonElement),
    run: acts.take,
  },
  {
    id: 'review.mine',
    group: 'edit',
    label: word('key.mine'),
    keys: ['m'],
    applies: acts.isDeciding,
    run: acts.mine,
  },
  {
    id: 'review.write',
    group: 'edit',
    label: word('key.write'),
    keys: ['e'],
    applies: acts.isDeciding,
    run: acts.write,
  },
  { id: 'review.all', group: 'edit', label: word('key.all'), keys: ['a'], applies: acts.isDeciding, run: acts.all },
  {
    id: 'review.finish',
    group: 'edit',
    label: word('key.finish'),
    keys: ['mod+enter'],
    whileTyping: true,
    applies: acts.isDeciding,
    run: acts.finish,
  },
  {
    id: 'review.behind',
    group: 'view',
    label: word('key.behind'),
    keys: ['b'],
    applies: acts.isBehind,
    run: acts.behind,
  },
  {
    id: 'review.next_waiting',
    group: 'go',
    label: word('key.next_waiting'),
    keys: ['f8'],
    whileTyping: true,
    run: acts.nextWaiting,
  },
  {
    id: 'review.version',
    group: 'go',
    label: word('key.versions'),
    keys: ['mod+pagedown'],
    whileTyping: true,
    run: () => acts.version(1),
  },
  {
    id: 'review.version_back',
    group: 'go',
    label: word('key.versions_back'),
    keys: ['mod+pageup'],
    whileTyping: true,
    run: () => acts.version(-1),
  },
  { id: 'review.view', group: 'view', label: word('key.view'), keys: ['d'], run: acts.view },
  {
    id: 'review.compare',
    group: 'view',
    label: (lang) => say(compareWords, lang, 'title'),
    keys: ['c'],
    run: acts.compare,
  },
  { id: 'review.bench', group: 'view', label: word('key.bench'), keys: ['t'], run: acts.bench },
  {
    id: 'review.edit',
    group: 'go',
    label: (lang) => say(reviewWords, lang, 'back'),
    keys: ['mod+shift+a'],
    whileTyping: true,
    run: acts.edit,
  },
];
