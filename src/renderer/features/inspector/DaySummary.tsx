import { Button } from '@mantine/core';
import { useMemo } from 'react';
import type { PlacementCard } from '../../../contract';
import { passes } from '../../../core/schedule/filter';
import { byTime } from '../../../core/schedule/planned';
import type { WallDate } from '../../../core/time/wall';
import { sayDay } from '../../../core/words/dates';
import { inspectorWords } from '../../../core/words/inspector';
import { todayOf, useAccounts } from '../../state/plan';
import { useLang, useStudio, useWords } from '../../state/StudioProvider';
import { KindMark } from '../../ui/KindMark';
import { PlatformTile } from '../../ui/PlatformTile';
import { titleOrNone } from '../../ui/plan/tileWords';
import classes from './Inspector.module.css';

const AHEAD = 8;

/** A day, or one account's day; without a choice today and what comes next. */
export function DaySummary({ day, accountId }: { readonly day: WallDate | null; readonly accountId: string | null }) {
  const t = useWords(inspectorWords);
  const lang = useLang();
  const today = useStudio(todayOf);
  const accounts = useAccounts();
  const cards = useStudio((state) => state.cards);
  const filter = useStudio((state) => state.filter);
  const runCommand = useStudio((state) => state.runCommand);
  // Only the matrix has a tray to drag from.
  const waits = useStudio((state) => state.route.screen === 'matrix' && state.tray.length > 0);
  const about = day ?? today;
  const account = accountId === null ? undefined : accounts.get(accountId);
  const shown = useMemo(
    () =>
      cards
        .filter((card) => passes(card, filter, accounts) && (accountId === null || card.accountId === accountId))
        .sort((a, b) => ((a.day ?? '') < (b.day ?? '') ? -1 : (a.day ?? '') > (b.day ?? '') ? 1 : byTime(a, b))),
    [cards, filter, accounts, accountId],
  );
  const mine = shown.filter((card) => card.day === about);
  const next = day === null ? shown.filter((card) => (card.day ?? '') > today).slice(0, AHEAD) : [];
  return (
    <>
      <header className={classes.head}>
        {account !== undefined && <AccountLine accountId={account.id} />}
        <h2>{day === null ? t('today', { day: sayDay(lang, today) }) : sayDay(lang, about)}</h2>
        <span className={classes.quiet}>{t('day.count', { count: mine.length })}</span>
      </header>
      <div className={classes.scroll}>
        {mine.length === 0 ? (
          <p className={classes.quiet}>
            {t(about < today ? 'day.past_empty' : waits ? 'day.empty' : 'day.empty_plain')}
          </p>
        ) : (
          <CardList cards={mine} withDay={false} />
        )}
        {next.length > 0 && (
          <>
            <h3 className={classes.section}>{t('next')}</h3>
            <CardList cards={next} withDay />
          </>
        )}
      </div>
      {about >= today && (
        <div className={classes.acts}>
          <Button onClick={() => runCommand('plan.new_piece')}>{t('day.new')}</Button>
        </div>
      )}
    </>
  );
}

export function AccountLine({ accountId, extra }: { readonly accountId: string; readonly extra?: string }) {
  const lang = useLang();
  const account = useStudio((state) => state.outline?.account.find((candidate) => candidate.id === accountId));
  const pack = useStudio((state) => (account === undefined ? undefined : state.packs?.get(account.platform)));
  if (account === undefined) return null;
  return (
    <div className={classes.where}>
      <PlatformTile size="small" glyph={pack?.glyph ?? account.name.slice(0, 1)} />
      <span>
        {pack?.[lang] ?? account.platform} · {account.name}
        {extra === undefined ? '' : ` · ${extra}`}
      </span>
    </div>
  );
}

/** Placements as a list; picking one shows it. */
export function CardList({ cards, withDay }: { readonly cards: readonly PlacementCard[]; readonly withDay: boolean }) {
  const lang = useLang();
  const today = useStudio(todayOf);
  const accounts = useAccounts();
  const packs = useStudio((state) => state.packs);
  const select = useStudio((state) => state.select);
  let last: string | null = null;
  return (
    <ul className={classes.list}>
      {cards.map((card) => {
        const platform = accounts.get(card.accountId ?? '')?.platform ?? '';
        const head = withDay && card.day !== last ? card.day : null;
        last = card.day;
        return (
          <li key={card.id}>
            {head !== null && <div className={classes.section}>{sayDay(lang, head)}</div>}
            <button
              type="button"
              className={classes.item}
              data-past={(card.day ?? '') < today || undefined}
              onClick={() => select({ kind: 'placements', ids: [card.id] })}
            >
              <time>{card.time ?? '–'}</time>
              <PlatformTile size="small" glyph={packs?.get(platform)?.glyph ?? '·'} />
              <KindMark kind={card.kind} />
              <span>{titleOrNone(lang, card.title)}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
