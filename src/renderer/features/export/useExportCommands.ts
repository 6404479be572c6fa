import { useEffect, useEffectEvent } from 'react';
import { exportWords } from '../../../core/words/export';
import { speakerIn } from '../../../core/words/say';
import { againWords } from '../../../core/words/writeAgain';
import type { Command } from '../../commands/command';
import { useStudio } from '../../state/StudioProvider';

const word = speakerIn(exportWords);
const again = speakerIn(againWords);

/** Writing from the keyboard: into a folder that is asked for, or once more into the one of before. */
export function useExportCommands(run: (again: boolean) => Promise<void>): void {
  const offer = useStudio((state) => state.offerCommands);
  const runNow = useEffectEvent(run);
  useEffect(() => {
    const commands: readonly Command[] = [
      {
        id: 'export.write',
        group: 'view',
        label: word('command.write'),
        keys: ['mod+enter'],
        whileTyping: true,
        run: () => runNow(false),
      },
      {
        id: 'export.again',
        group: 'view',
        label: again('command.again'),
        keys: ['mod+shift+e'],
        whileTyping: true,
        run: () => runNow(true),
      },
    ];
    return offer('export', commands);
  }, [offer]);
}
