import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { ruleDays } from '../../../core/cadence/slots';
import type { Series } from '../../../core/model/records';
import { addDays, isWallDate, type WallDate, type WallTime } from '../../../core/time/wallDate';
import { sayDay, sayMoment } from '../../../core/words/dates';
import { seriesWords } from '../../../core/words/series';
import { titleOrNone } from '../../../core/words/titles';
import { todayOf } from '../../state/plan';
import { useLang, useStudio, useStudioHandle, useWords } from '../../state/StudioProvider';
import { isHoliday } from '../../state/series';
import { useDraft } from '../../ui/useDraft';
import { fillSlot, moveSlot, skipSlot, splitSeries } from './acts';
import classes from './Series.module.css';

/** Dates shown from today, and how far they are looked for, in days. */
const SHOWN = 8;
const AHEAD = 730;
const none: readonly never[] = [];

/** The next dates of a series: filled, empty, skipped or moved; one of them open to be changed by itself. */
export function Dates({ series, first }: { readonly series: Series; readonly first: WallDate | null }) {
  const t = useWords(seriesWords);
  const today = useStudio(todayOf);
  const [chosen, setChosen] = useState<WallDate | null>(first);
  const days = useMemo(() => {
    const from = first !== null && first < today ? first : today;
    return [...ruleDays(series, addDays(today, AHEAD), isHoliday)]
      .filter((day) => day >= from || (series.moved[day] ?? '') >= from)
      .slice(0, SHOWN);
  }, [series, today, first]);
  return (
    <section aria-label={t('dates')}>
      <h3 className={classes.head}>{t('dates')}</h3>
      {days.length === 0 && <p className={classes.lead}>{t('dates.none')}</p>}
      <ul className={classes.dates}>
        {days.map((slotDay) => (
          <DateRow
            key={slotDay}
            series={series}
            slotDay={slotDay}
            open={slotDay === chosen}
            onOpen={() => setChosen(slotDay === chosen ? null : slotDay)}
          />
        ))}
      </ul>
    </section>
  );
}

function DateRow({
  series,
  slotDay,
  open,
  onOpen,
}: {
  readonly series: Series;
  readonly slotDay: WallDate;
  readonly open: boolean;
  readonly onOpen: () => void;
}) {
  const t = useWords(seriesWords);
  const lang = useLang();
  const studio = useStudioHandle();
  const tray = useStudio((state) => state.tray);
  const filledId = useStudio(
    ({ planCheck }) =>
      (planCheck?.filled ?? none).find((one) => one.seriesId === series.id && one.slotDay === slotDay)?.placementId,
  );
  const card = useStudio((state) => state.cards.find(({ id }) => id === filledId));
  const moved = series.moved[slotDay] ?? null;
  const [day, time] = (moved ?? slotDay).split(' ') as [WallDate, WallTime?];
  const at = { day, time: time ?? series.time };
  const isSkipped = series.skipped.includes(slotDay);
  const state = isSkipped
    ? t('skipped')
    : filledId === undefined
      ? t('empty')
      : t('filled', { title: titleOrNone(lang, card?.title ?? '') });
  return (
    <li data-date={slotDay} data-skipped={isSkipped || undefined}>
      <button type="button" className={classes.date} aria-expanded={open} onClick={onOpen}>
        <b>{sayMoment(lang, at.day, at.time)}</b>
        <span>
          {state}
          {moved !== null && ` · ${t('moved', { day: sayDay(lang, slotDay) })}`}
        </span>
      </button>
      {open && (
        <div className={classes.acts}>
          {filledId === undefined && !isSkipped && (
            <select
              aria-label={t('fill')}
              value=""
              disabled={tray.length === 0}
              onChange={(event) => {
                const piece = tray.find(({ id }) => id === event.currentTarget.value);
                if (piece !== undefined) void fillSlot(studio, series, { seriesId: series.id, slotDay, ...at }, piece);
              }}
            >
              <option value="">{t(tray.length === 0 ? 'fill.none' : 'fill')}</option>
              {tray.map((piece) => (
                <option key={piece.id} value={piece.id}>
                  {titleOrNone(lang, piece.title)}
                </option>
              ))}
            </select>
          )}
          <MoveField
            value={at.day}
            onMove={(to) => void moveSlot(studio, series, slotDay, { day: to, time: at.time })}
          />
          {moved !== null && (
            <Button onClick={() => void moveSlot(studio, series, slotDay, null)}>{t('move_back')}</Button>
          )}
          <Button onClick={() => void skipSlot(studio, series, slotDay, !isSkipped)}>
            {t(isSkipped ? 'unskip' : 'skip')}
          </Button>
          {series.start !== null && slotDay > series.start && (
            <Button onClick={() => void splitSeries(studio, series, slotDay)}>{t('from_here')}</Button>
          )}
        </div>
      )}
    </li>
  );
}

/** Another day for one date, taken when the field is left: half a year typed is a day as well. */
function MoveField({ value, onMove }: { readonly value: WallDate; readonly onMove: (to: WallDate) => void }) {
  const t = useWords(seriesWords);
  const draft = useDraft({ value, when: 'leaving', onCommit: (to) => isWallDate(to) && onMove(to) });
  return <input type="date" aria-label={t('move')} title={t('move')} {...draft} />;
}
