import { useEffect } from 'react';
import type { ImportCard, ImportState } from '../../../contract';
import type { Verdict } from '../../../core/importing/model';
import type { Wish } from '../../../core/importing/take';
import { importWords, verdictWords, wishWords } from '../../../core/words/importScreen';
import { useWords } from '../../state/StudioProvider';
import look from '../../ui/dryRun/dryRun.module.css';
import { useWalk, WalkedList } from '../../ui/dryRun/WalkedList';
import walked from '../../ui/dryRun/WalkedList.module.css';
import classes from './Import.module.css';
import { optionsFor, verdictTone, type Wishes, wishOf } from './importView';
import { useRows } from './useRows';

const ROW = 44;

/** The candidates in one list, windowed. Arrows move, Space takes a row or leaves it. */
export function Rows({
  state,
  verdict,
  wishes,
  onCard,
  onWish,
}: {
  readonly state: ImportState;
  readonly verdict: Verdict | null;
  readonly wishes: Wishes;
  readonly onCard: (card: ImportCard | null) => void;
  readonly onWish: (card: ImportCard, wish: Wish) => void;
}) {
  const t = useWords(importWords);
  const total = verdict === null ? state.totals.rows : state.totals[verdict];
  const walk = useWalk(total, ROW);
  const rows = useRows(state.job, state.reading, verdict, walk.seen);
  const here = rows.get(walk.cursor) ?? null;
  // While pages are on their way the row seen last stays, and with it whoever is choosing something about it.
  useEffect(() => {
    if (here !== null || total === 0) onCard(here);
  }, [here, total, onCard]);
  const flip = (card: ImportCard): void => {
    if (card.verdict === 'refused') return;
    const options = optionsFor(card.verdict, card.existingId !== null);
    const now = options.indexOf(wishOf(wishes, card));
    onWish(card, options[(now + 1) % options.length] ?? 'skip');
  };
  return (
    <WalkedList
      id="import"
      label={t('rows.label')}
      none={t('rows.none')}
      walk={walk}
      cards={rows}
      isTaken={(card) => wishOf(wishes, card) !== 'skip'}
      onKey={(key) => {
        if (key !== ' ' || here === null) return false;
        flip(here);
        return true;
      }}
      onRow={(card, { dataset }) => {
        if (dataset.box !== undefined) flip(card);
      }}
    >
      {(card) => <RowView card={card} wish={wishOf(wishes, card)} />}
    </WalkedList>
  );
}

function RowView({ card, wish }: { readonly card: ImportCard; readonly wish: Wish }) {
  const t = useWords(importWords);
  const v = useWords(verdictWords);
  const w = useWords(wishWords);
  const { verdict, title, source, excerpt, messages } = card;
  return (
    <>
      <span className={classes.box} data-on={wish !== 'skip' || undefined} data-box aria-hidden="true" />
      <span className={walked.words} data-skip={wish === 'skip' || undefined}>
        <b className={classes.title}>{title === '' ? source.file : title}</b>
        <span className={look.quiet}>
          {placeOf(card)} {excerpt}
        </span>
      </span>
      {messages.length > 0 && <span className={walked.note}>{t('row.messages', { count: messages.length })}</span>}
      {verdict !== 'refused' && verdict !== 'new' && <span className={walked.note}>{w(wish)}</span>}
      <span className={look.badge} data-tone={verdictTone[verdict]}>
        {v(verdict)}
      </span>
    </>
  );
}

const placeOf = ({ source }: ImportCard): string =>
  source.line === null ? source.path : `${source.path}:${source.line}`;
