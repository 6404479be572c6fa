import { Button } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { LAST_DAY } from '../../../core/cadence/slots';
import { pieceKinds, type Series, seriesUnits } from '../../../core/model/records';
import { formatsOf } from '../../../core/platforms/registry';
import { addDays, isWallDate, isWallTime, weekday } from '../../../core/time/wallDate';
import { sayKind } from '../../../core/words/kinds';
import { seriesWords } from '../../../core/words/series';
import { todayOf } from '../../state/plan';
import { useLang, useStudio, useStudioHandle, useWords } from '../../state/StudioProvider';
import { useDraft } from '../../ui/useDraft';
import { editSeries, removeSeries, toggleWeekday } from './acts';
import classes from './Series.module.css';

const days = ['1', '2', '3', '4', '5', '6', '7'] as const;
const none: readonly never[] = [];

/** The rule of a series: who, what, how often, from when, until when. */
export function SeriesForm({ series }: { readonly series: Series }) {
  const t = useWords(seriesWords);
  const lang = useLang();
  const studio = useStudioHandle();
  const accounts = useStudio((state) => state.outline?.account ?? none);
  const packs = useStudio((state) => state.packs);
  const today = useStudio(todayOf);
  const set = (values: Parameters<typeof editSeries>[2]) => void editSeries(studio, series, values);
  const account = accounts.find(({ id }) => id === series.accountId);
  const pack = account === undefined ? undefined : packs?.get(account.platform);
  const formats = pack === undefined ? [] : formatsOf([pack]);
  const whole = (register: string, max: number) => (text: string) => {
    const number = Number(text);
    if (Number.isInteger(number) && number >= 1 && number <= max) set({ [register]: number });
  };
  const end = series.count !== null ? 'count' : series.until !== null ? 'until' : 'never';
  const on =
    series.weekdays.length > 0 ? series.weekdays : series.start === null ? [] : [String(weekday(series.start))];
  return (
    <div className={classes.form}>
      <Field label={t('name')}>
        {(id) => <Line id={id} value={series.name} onSave={(name) => set({ name: name.slice(0, 200) })} />}
      </Field>
      <Field label={t('account')}>
        {(id) => (
          <select
            id={id}
            value={series.accountId ?? ''}
            onChange={(event) => set({ accountId: event.currentTarget.value, format: null })}
          >
            {accounts
              .filter((one) => !one.closed || one.id === series.accountId)
              .map((one) => (
                <option key={one.id} value={one.id}>
                  {`${packs?.get(one.platform)?.[lang] ?? one.platform} · ${one.name}`}
                </option>
              ))}
          </select>
        )}
      </Field>
      <Field label={t('format')}>
        {(id) => (
          <select
            id={id}
            value={series.format ?? ''}
            onChange={(event) => set({ format: event.currentTarget.value || null })}
          >
            <option value="">{t('no_format')}</option>
            {formats.map(({ ref, format }) => (
              <option key={ref} value={ref}>
                {format[lang]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('kind')}>
        {(id) => (
          <select
            id={id}
            value={series.kind ?? ''}
            onChange={(event) => set({ kind: event.currentTarget.value || null })}
          >
            <option value="">{t('any_kind')}</option>
            {pieceKinds.map((kind) => (
              <option key={kind} value={kind}>
                {sayKind(lang, kind)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('every')}>
        {(id) => (
          <span className={classes.pair}>
            <Line id={id} type="number" value={String(series.every)} onSave={whole('every', 366)} />
            <select
              aria-label={t('every')}
              value={series.unit}
              onChange={(event) => set({ unit: event.currentTarget.value })}
            >
              {seriesUnits.map((unit) => (
                <option key={unit} value={unit}>
                  {t(`unit.${unit}`)}
                </option>
              ))}
            </select>
          </span>
        )}
      </Field>
      {series.unit === 'week' && (
        <fieldset className={classes.days}>
          <legend>{t('weekdays')}</legend>
          {days.map((number) => (
            <label key={number} data-on={on.includes(number) || undefined}>
              <input
                type="checkbox"
                className="visually-hidden"
                checked={on.includes(number)}
                onChange={() => void toggleWeekday(studio, series, number)}
              />
              {t(`weekday.${number}`)}
            </label>
          ))}
        </fieldset>
      )}
      {series.unit === 'month' && (
        <Field label={t('month_day')}>
          {(id) => (
            <select
              id={id}
              value={series.monthDay ?? Number(series.start?.slice(8) ?? 1)}
              onChange={(event) => set({ monthDay: Number(event.currentTarget.value) })}
            >
              {Array.from({ length: 31 }, (_, index) => index + 1).map((number) => (
                <option key={number}>{number}</option>
              ))}
              <option value={LAST_DAY}>{t('last_day')}</option>
            </select>
          )}
        </Field>
      )}
      <Field label={t('time')}>
        {(id) => (
          <Line id={id} type="time" value={series.time ?? ''} onSave={(time) => isWallTime(time) && set({ time })} />
        )}
      </Field>
      <Field label={t('start')}>
        {(id) => (
          <Line
            id={id}
            type="date"
            value={series.start ?? ''}
            onSave={(start) => isWallDate(start) && set({ start })}
          />
        )}
      </Field>
      <Field label={t('end')}>
        {(id) => (
          <span className={classes.pair}>
            <select
              id={id}
              value={end}
              onChange={(event) =>
                set({
                  until: event.currentTarget.value === 'until' ? addDays(today, 90) : null,
                  count: event.currentTarget.value === 'count' ? 10 : null,
                })
              }
            >
              {(['never', 'until', 'count'] as const).map((value) => (
                <option key={value} value={value}>
                  {t(`end.${value}`)}
                </option>
              ))}
            </select>
            {end === 'until' && (
              <Line
                type="date"
                label={t('until')}
                value={series.until ?? ''}
                onSave={(until) => isWallDate(until) && set({ until })}
              />
            )}
            {end === 'count' && (
              <Line type="number" label={t('count')} value={String(series.count)} onSave={whole('count', 10_000)} />
            )}
          </span>
        )}
      </Field>
      <label className={classes.check}>
        <input
          type="checkbox"
          checked={series.skipHolidays}
          onChange={(event) => set({ skipHolidays: event.currentTarget.checked })}
        />
        {t('holidays')}
      </label>
      <p className={classes.remove}>
        <Button onClick={() => void removeSeries(studio, series)}>{t('remove')}</Button>
        <small>{t('remove_note')}</small>
      </p>
    </div>
  );
}

function Field({ label, children }: { readonly label: string; readonly children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className={classes.field}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}

/** A line saved when it is left. */
function Line({
  id,
  type = 'text',
  label,
  value,
  onSave,
}: {
  readonly id?: string;
  readonly type?: 'text' | 'number' | 'time' | 'date';
  readonly label?: string;
  readonly value: string;
  readonly onSave: (value: string) => void;
}) {
  const draft = useDraft({ value, when: 'leaving', onCommit: onSave });
  return <input id={id} type={type} aria-label={label} {...draft} />;
}
