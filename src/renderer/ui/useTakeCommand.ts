import { useEffect, useEffectEvent } from 'react';
import { speakerIn, type WordTable } from '../../core/words/say';
import { useStudio } from '../state/StudioProvider';

/** The one thing a screen is for, by ⌘↵ or Ctrl+Enter, in the palette and on the sheet of keys while the screen stands. */
export function useTakeCommand<K extends string>(id: string, words: WordTable<K>, label: K, take: () => void): void {
  const offer = useStudio((state) => state.offerCommands);
  const takeNow = useEffectEvent(take);
  useEffect(
    () =>
      offer(id, [
        {
          id,
          group: 'view',
          label: speakerIn(words)(label),
          keys: ['mod+enter'],
          whileTyping: true,
          run: () => takeNow(),
        },
      ]),
    [offer, id, words, label],
  );
}
