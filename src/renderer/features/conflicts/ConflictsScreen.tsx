import { Button } from '@mantine/core';
import { type KeyboardEvent, useEffect, useState } from 'react';
import type { ConflictCard } from '../../../contract';
import { conflictWords } from '../../../core/words/conflicts';
import { sayRecordType } from '../../../core/words/recordTypes';
import { useConflicts } from '../../state/conflicts';
import { useLang, useStudio, useStudioHandle, useWords } from '../../state/StudioProvider';
import { Empty } from '../../ui/Empty';
import { useWho } from '../../ui/people/useWho';
import { Screen, ToolbarGap } from '../../ui/Screen';
import { sayWhen } from '../../ui/sayWhen';
import { useArrowsEnter } from '../../ui/useArrowsEnter';
import { useTakesLostFocus } from '../../ui/useLostFocus';
import classes from './Conflicts.module.css';
import { Settle } from './Settle';

/** What waits for a person after merging. Nothing here blocks other work; it stays until somebody settles it. */
export function ConflictsScreen() {
  const t = useWords(conflictWords);
  const go = useStudio((state) => state.go);
  const cards = useConflicts();
  const asked = useStudio((state) => (state.route.screen === 'conflicts' ? (state.route.id ?? null) : null));
  const [chosen, setChosen] = useState<string | null>(null);
  const card = cards?.find((one) => (chosen === null ? one.id === asked : keyOf(one) === chosen)) ?? cards?.[0] ?? null;
  return (
    <Screen
      label={t('title')}
      toolbar={
        <>
          <b>{t('title')}</b>
          <ToolbarGap />
          <Button onClick={() => go({ screen: 'merge', tab: 'past' })}>{t('none.act')}</Button>
        </>
      }
    >
      <h1 className="visually-hidden">{t('title')}</h1>
      {cards !== null && card === null && <Empty text={t('none')} />}
      {cards !== null && card !== null && (
        <div className={classes.columns}>
          <List cards={cards} chosen={card} onChoose={(one) => setChosen(keyOf(one))} />
          <Settle key={keyOf(card)} card={card} />
        </div>
      )}
    </Screen>
  );
}

const keyOf = ({ kind, type, id }: ConflictCard): string => `${kind}-${type}-${id}`;

function List({
  cards,
  chosen,
  onChoose,
}: {
  readonly cards: readonly ConflictCard[];
  readonly chosen: ConflictCard;
  readonly onChoose: (card: ConflictCard) => void;
}) {
  const t = useWords(conflictWords);
  const lang = useLang();
  const who = useWho();
  const { world } = useStudioHandle();
  useArrowsEnter('main [role="listbox"]');
  const active = `conflict-${keyOf(chosen)}`;
  // Who comes here comes to settle: the list is where that begins.
  const list = useTakesLostFocus<HTMLDivElement>();
  useEffect(() => {
    document.getElementById(active)?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const press = (event: KeyboardEvent): void => {
    const at = cards.indexOf(chosen);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: cards.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = cards[Math.max(0, Math.min(cards.length - 1, to))];
    if (next !== undefined) onChoose(next);
  };
  const comma = lang === 'zh' ? '、' : ', ';
  return (
    <div
      ref={list}
      role="listbox"
      className={classes.list}
      aria-label={t('list')}
      aria-activedescendant={active}
      tabIndex={0}
      data-focus-home=""
      onKeyDown={press}
      onClick={({ target }) => {
        const key = (target as Element).closest<HTMLElement>('[data-key]')?.dataset.key;
        const card = cards.find((one) => keyOf(one) === key);
        if (card !== undefined) onChoose(card);
      }}
    >
      {cards.map((card) => (
        <div
          key={keyOf(card)}
          id={`conflict-${keyOf(card)}`}
          role="option"
          tabIndex={-1}
          aria-selected={card === chosen}
          className={classes.card}
          data-key={keyOf(card)}
        >
          <b>{card.name === '' ? t('untitled') : card.name}</b>
          <span className={classes.kind} data-kind={card.kind}>
            {t(`kind.${card.kind}`)}
          </span>
          <span className={classes.quiet}>
            {[
              sayRecordType(lang, card.type),
              [...new Set(card.by.map(({ node }) => who(node)))].join(comma),
              card.kind === 'clock' ? '' : t('since', { when: sayWhen(lang, card.since, world.now()) }),
            ]
              .filter((part) => part !== '')
              .join(' · ')}
          </span>
        </div>
      ))}
    </div>
  );
}
