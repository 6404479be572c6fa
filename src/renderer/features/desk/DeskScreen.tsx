import { Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconInfoCircle, IconPackageExport } from '@tabler/icons-react';
import { wallAt } from '../../../core/desk/clock';
import { addDays } from '../../../core/time/wallDate';
import { sayDay, saySpan } from '../../../core/words/dates';
import { deskWords } from '../../../core/words/desk';
import { type DeskSpan, deskSpans } from '../../state/desk';
import { useLang, useStudio, useWords } from '../../state/StudioProvider';
import { IconButton } from '../../ui/IconButton';
import { Screen, ToolbarGap } from '../../ui/Screen';
import { Segments } from '../../ui/Segments';
import { TextButton } from '../../ui/TextButton';
import { Beside } from './Beside';
import { DeskList } from './DeskList';
import classes from './DeskScreen.module.css';
import { DeskStatus } from './DeskStatus';
import { EmptyDesk } from './EmptyDesk';
import { ItemPane } from './ItemPane';
import { SlipButton } from './SlipButton';
import { sayNearDay } from './sayWhen';
import { useDesk } from './useDesk';
import { useDeskCommands } from './useDeskCommands';
import { usePackExport } from './usePackExport';

/**
 * The hand-over desk: what is due at the left, its copy in the middle, what to mind at the right. Juzhen prepares and
 * never posts; ticks are what people say they did.
 */
export function DeskScreen() {
  const t = useWords(deskWords);
  const lang = useLang();
  const desk = useDesk();
  const look = useStudio((state) => state.lookAtDesk);
  const ready = useStudio((state) => state.deskReady);
  const { today, from, span, list, chosen, now, zone } = desk;
  const step = (by: number): void => look({ from: addDays(from, by * span) });
  useDeskCommands(desk, step);
  const { write, working } = usePackExport();
  const to = addDays(from, span - 1);
  return (
    <Screen
      label={t('title')}
      toolbar={
        <>
          <IconButton label={t('previous')} keys="[" onClick={() => step(-1)}>
            <IconChevronLeft size={17} stroke={1.6} />
          </IconButton>
          <IconButton label={t('next')} keys="]" onClick={() => step(1)}>
            <IconChevronRight size={17} stroke={1.6} />
          </IconButton>
          <h1 className={classes.period}>{span === 1 ? sayDay(lang, from) : saySpan(lang, from, to)}</h1>
          <TextButton onClick={() => look({ from: null })}>{t('today')}</TextButton>
          <Segments
            label={t('days')}
            value={`${span}`}
            options={deskSpans.map((days) => ({ value: `${days}`, label: t(`days.${days}`) }))}
            onChange={(days) => look({ span: Number(days) as DeskSpan })}
          />
          <span className={classes.left} data-testid="desk-left">
            {list.left === 0
              ? t('left_none')
              : list.next === null
                ? t('left', { count: list.left })
                : t('left_next', { count: list.left, time: wallAt(list.next, zone).time })}
          </span>
          <ToolbarGap />
          <span className={classes.promise}>
            <IconInfoCircle size={15} stroke={1.6} aria-hidden="true" />
            {t('promise')}
          </span>
          <SlipButton from={from} to={to} />
          <Button
            disabled={working || desk.items.length === 0}
            leftSection={<IconPackageExport size={15} stroke={1.6} aria-hidden="true" />}
            onClick={() => void write({ from, to }, 'export_day_done')}
          >
            {span === 1 ? t('export_day', { day: sayNearDay(lang, from, today) }) : t('export_days')}
          </Button>
        </>
      }
    >
      <DeskStatus />
      {ready && (
        <div className={classes.columns}>
          {chosen === null ? (
            <EmptyDesk desk={desk} />
          ) : (
            <>
              <DeskList desk={desk} />
              <ItemPane key={chosen.card.id} item={chosen} now={now} zone={zone} />
              <Beside key={`beside ${chosen.card.id}`} item={chosen} desk={desk} />
            </>
          )}
        </div>
      )}
    </Screen>
  );
}
