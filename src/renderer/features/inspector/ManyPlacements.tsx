import { Button } from '@mantine/core';
import { inspectorWords } from '../../../core/words/inspector';
import { useStudio, useWords } from '../../state/StudioProvider';
import { CardList } from './DaySummary';
import classes from './Inspector.module.css';

/** Several placements at once: the list, and what can be done with all of them. */
export function ManyPlacements({ ids }: { readonly ids: readonly string[] }) {
  const t = useWords(inspectorWords);
  const cards = useStudio((state) => state.cards);
  const select = useStudio((state) => state.select);
  const unplan = useStudio((state) => state.unplan);
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
