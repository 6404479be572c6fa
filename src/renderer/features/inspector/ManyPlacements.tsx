import { Button } from '@mantine/core';
import { useEffect, useEffectEvent } from 'react';
import { inspectorWords } from '../../../core/words/inspector';
import { say } from '../../../core/words/say';
import type { Command } from '../../commands/command';
import { useLang, useStudio, useStudioHandle, useWords } from '../../state/StudioProvider';
import { Keys } from '../../ui/Keys';
import { placementTable } from './copyTable';
import { CardList } from './DaySummary';
import classes from './Inspector.module.css';

const COPY = 'mod+shift+c';

/** Several placements at once: the list, and what can be done with all of them. */
export function ManyPlacements({ ids }: { readonly ids: readonly string[] }) {
  const t = useWords(inspectorWords);
  const cards = useStudio((state) => state.cards);
  const select = useStudio((state) => state.select);
  const unplan = useStudio((state) => state.unplan);
  const copy = useCopyTable(ids);
  const mine = cards.filter((card) => ids.includes(card.id));
  return (
    <>
      <header className={classes.head}>
        <h2>{t('many.title', { count: mine.length })}</h2>
      </header>
      <div className={classes.scroll}>
        <CardList cards={mine} withDay />
      </div>
      <div className={classes.acts}>
        <Button rightSection={<Keys keys={COPY} />} onClick={() => void copy()}>
          {t('many.copy')}
        </Button>
        <Button
          onClick={async () => {
            if (await unplan(ids)) select({ kind: 'nothing' });
          }}
        >
          {t('many.unplan')}
        </Button>
        <Button onClick={() => select({ kind: 'nothing' })}>{t('many.clear')}</Button>
      </div>
    </>
  );
}

/** Puts the chosen placements on the clipboard as a table; by button, by key and by name, for as long as they are chosen. */
function useCopyTable(ids: readonly string[]): () => Promise<void> {
  const t = useWords(inspectorWords);
  const lang = useLang();
  const studio = useStudioHandle();
  const offer = useStudio((state) => state.offerCommands);
  const copy = async (): Promise<void> => {
    const answer = await studio.api.call('studio.copy', placementTable(studio.getState(), ids, lang));
    studio.getState().notify({ message: answer.ok ? t('many.copied', { count: ids.length }) : t('many.not_copied') });
  };
  const copyNow = useEffectEvent(() => void copy());
  useEffect(() => {
    const command: Command = {
      id: 'plan.copy_table',
      group: 'plan',
      label: (shown) => say(inspectorWords, shown, 'many.copy'),
      keys: [COPY],
      run: () => copyNow(),
    };
    return offer('copy_table', [command]);
  }, [offer]);
  return copy;
}
