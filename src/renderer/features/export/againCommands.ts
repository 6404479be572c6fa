import { speakerIn } from '../../../core/words/say';
import { againWords } from '../../../core/words/writeAgain';
import type { Command } from '../../commands/command';

const word = speakerIn(againWords);

/** From every screen but the export's own, where the same keys write what is chosen there. */
export const againCommands: readonly Command[] = [
  {
    id: 'export.again',
    group: 'studio',
    label: word('command.again'),
    keys: ['mod+shift+e'],
    whileTyping: true,
    applies: ({ route, outline }) => outline !== null && route.screen !== 'export',
    run: (state) => import('./writeAgain').then(({ writeAgain }) => writeAgain(state)),
  },
  {
    id: 'export.reveal',
    group: 'studio',
    label: word('command.reveal'),
    run: ({ act }) => act('studio.reveal', { what: 'export' }),
  },
];
