import { Button, Popover } from '@mantine/core';
import { useState } from 'react';
import { periodOf } from '../../../../core/schedule/days';
import { type WallDate, wallDateSchema } from '../../../../core/time/wall';
import { addDays } from '../../../../core/time/wallDate';
import { sayDate, saySpan } from '../../../../core/words/dates';
import { type LibraryWord, libraryWords } from '../../../../core/words/library';
import { useLang, useStudio, useWords } from '../../../state/StudioProvider';
import { changeFilter, type Desk } from '../desk';
import { Chip, ChipFace } from './Chip';
import classes from './Filters.module.css';

type Span = { readonly from: WallDate | null; readonly to: WallDate | null };

/** The days on which a piece goes out somewhere. */
export function DateChip({ desk }: { readonly desk: Desk }) {
  const t = useWords(libraryWords);
  const lang = useLang();
  const { from, to } = useStudio((state) => state.library.filter);
  const today = useStudio((state) => state.boot?.today ?? null);
  const weekStart = useStudio((state) => state.outline?.workspace[0]?.weekStart ?? 1);
  const [opened, setOpened] = useState(false);
  const said =
    from !== null && to !== null
      ? saySpan(lang, from, to)
      : from !== null
        ? t('date.since', { day: sayDate(lang, from) })
        : to !== null
          ? t('date.until', { day: sayDate(lang, to) })
          : null;
  const field = (end: 'from' | 'to', value: WallDate | null) => (
    <label className={classes.day}>
      {t(`date.${end}`)}
      <input
        type="date"
        value={value ?? ''}
        onChange={({ currentTarget }) => {
          const day = wallDateSchema.safeParse(currentTarget.value);
          if (day.success || currentTarget.value === '') changeFilter(desk, { [end]: day.data ?? null });
        }}
      />
    </label>
  );
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" offset={4} width={252} trapFocus returnFocus>
      <Chip name={t('filter.date')} on={said !== null} onOff={() => changeFilter(desk, { from: null, to: null })}>
        <Popover.Target>
          <button type="button" className={classes.open} onClick={() => setOpened(!opened)}>
            <ChipFace name={t('filter.date')} said={said} />
          </button>
        </Popover.Target>
      </Chip>
      <Popover.Dropdown p={10}>
        <div className={classes.days}>
          {today !== null &&
            spans(today, weekStart).map(({ word, span }) => (
              <Button
                key={word}
                className={classes.span ?? ''}
                data-on={(span.from === from && span.to === to) || undefined}
                onClick={() => {
                  changeFilter(desk, span);
                  setOpened(false);
                }}
              >
                {t(word)}
              </Button>
            ))}
          {field('from', from)}
          {field('to', to)}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

function spans(today: WallDate, weekStart: number): readonly { readonly word: LibraryWord; readonly span: Span }[] {
  const week = periodOf('week', today, weekStart);
  return [
    { word: 'date.this_week', span: week },
    { word: 'date.next_week', span: periodOf('week', addDays(week.to, 1), weekStart) },
    { word: 'date.this_month', span: periodOf('month', today, weekStart) },
    { word: 'date.past', span: { from: null, to: addDays(today, -1) } },
  ];
}
