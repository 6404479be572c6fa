import { useEffect } from 'react';
import type { ComparedCard, MergeAuthor } from '../../../contract';
import { sayField } from '../../../core/words/keptFields';
import { compareGroupWords, receivedPlanWords } from '../../../core/words/receivedPlan';
import { sayRecordType } from '../../../core/words/recordTypes';
import { useLang, useWords } from '../../state/StudioProvider';
import look from '../../ui/dryRun/dryRun.module.css';
import { useWalk, WalkedList } from '../../ui/dryRun/WalkedList';
import rows from '../../ui/dryRun/WalkedList.module.css';
import { useWho } from '../../ui/people/useWho';
import type { Shown } from './DryRun';
import { groupTone } from './groupTone';
import classes from './Merge.module.css';
import { useCards } from './useCards';

const ROW = 46;

/** Every record that would change, in one list, windowed. Arrows walk it; what stands at the right follows. */
export function ComparedRows({
  job,
  shown,
  total,
  authors,
  onCard,
}: {
  readonly job: string;
  readonly authors: readonly MergeAuthor[];
  readonly shown: Shown;
  readonly total: number;
  readonly onCard: (card: ComparedCard | null) => void;
}) {
  const t = useWords(receivedPlanWords);
  const walk = useWalk(total, ROW);
  const cards = useCards(job, shown, walk.seen);
  const here = cards.get(walk.cursor) ?? null;
  useEffect(() => {
    if (here !== null || total === 0) onCard(here);
  }, [here, total, onCard]);
  const who = useWho(authors);
  return (
    <WalkedList id="compared" label={t('list.label')} none={t('list.none')} walk={walk} cards={cards}>
      {(card) => <Row card={card} who={who} />}
    </WalkedList>
  );
}

function Row({ card, who }: { readonly card: ComparedCard; readonly who: ReturnType<typeof useWho> }) {
  const t = useWords(receivedPlanWords);
  const g = useWords(compareGroupWords);
  const lang = useLang();
  const comma = lang === 'zh' ? '、' : ', ';
  const changes = [
    ...new Set(
      [...card.fields.map(({ register }) => register), ...card.sets.map(({ set }) => set)].map((field) =>
        sayField(lang, field),
      ),
    ),
    ...(card.body === null || card.life?.fate === 'added' ? [] : [t(bodyWord[card.body])]),
  ];
  const about = [sayRecordType(lang, card.type), card.where, changes.join(comma)].filter((part) => part !== '');
  const by = [...new Set(card.by.map(({ node }) => who(node)))].join(comma);
  return (
    <>
      <span className={rows.words}>
        <b>{card.name === '' ? t('row.untitled') : card.name}</b>
        <span className={look.quiet}>{about.join(' · ')}</span>
      </span>
      <span className={classes.by}>{by}</span>
      <span className={look.badge} data-group={card.group} data-tone={groupTone[card.group]}>
        {g(card.group)}
      </span>
    </>
  );
}

const bodyWord = { taken: 'row.text', merged: 'row.text_merged', both: 'row.text_both' } as const;
