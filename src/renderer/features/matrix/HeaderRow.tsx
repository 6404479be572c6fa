import { useMemo } from 'react';
import { isWeekend } from '../../../core/schedule/days';
import { occasionOn } from '../../../core/schedule/phases';
import type { WallDate } from '../../../core/time/wall';
import { dateOf, sayDate, sayDay, sayMonth, sayWeekday } from '../../../core/words/dates';
import { sayPhase } from '../../../core/words/kinds';
import { matrixWords } from '../../../core/words/matrix';
import { useLang, useStudio, useWords } from '../../state/StudioProvider';
import { gridColumnHeader, gridRow } from '../../ui/gridRoles';
import { LEFT } from './frame';
import classes from './HeaderRow.module.css';
import { occasionsOf, useModel } from './model';

/** Narrower columns show the date alone. */
const NARROW = 44;

/** Phases above, days below; stays at the top while the rows scroll. */
export function HeaderRow({ first, end }: { readonly first: number; readonly end: number }) {
  const t = useWords(matrixWords);
  const lang = useLang();
  const { columns, week, today } = useModel();
  return (
    <div className={classes.head} {...gridRow(1)}>
      <div className={classes.corner} {...gridColumnHeader(1)}>
        <span>{t('head.account')}</span>
        <span>
          {week[0] === undefined || week.includes(today)
            ? t('head.load')
            : t('head.load_of', { day: sayDate(lang, week[0]) })}
        </span>
      </div>
      <Bands />
      {columns.days.slice(first, end).map((day, offset) => (
        <DayHead key={day} day={day} index={first + offset} />
      ))}
    </div>
  );
}

function Bands() {
  const lang = useLang();
  const { bands, columns, campaign } = useModel();
  return bands.map((band) => {
    const left = columns.edges[band.from] ?? 0;
    const width = (columns.edges[band.to + 1] ?? left) - left;
    const kind = sayPhase(lang, band.kind);
    const name = band.name === '' || band.name === kind ? (campaign?.name ?? '') : band.name;
    return (
      <div
        key={band.id}
        className={classes.band}
        data-phase={band.kind}
        style={{ left: LEFT + left, width }}
        title={name === '' ? kind : `${kind} · ${name}`}
        aria-hidden="true"
      >
        <span className={classes.bandName}>
          <b>{kind}</b>
          {name !== '' && <span>{name}</span>}
        </span>
      </div>
    );
  });
}

function DayHead({ day, index }: { readonly day: WallDate; readonly index: number }) {
  const t = useWords(matrixWords);
  const lang = useLang();
  const { columns, phases, today } = useModel();
  const occasions = useStudio((state) => occasionsOf(state.outline));
  const count = useDayCount(day);
  const left = columns.edges[index] ?? 0;
  const width = (columns.edges[index + 1] ?? left) - left;
  const occasion = occasionOn(occasions, day);
  const rests = occasion?.kind === 'holiday';
  const narrow = width < NARROW;
  const isToday = day === today;
  const starts = day.endsWith('-01') && !isToday;
  const foot = occasion?.name ?? (count === 0 ? '' : t('head.count', { count }));
  return (
    <div
      className={classes.day}
      {...gridColumnHeader(index + 2)}
      data-phase={isToday ? undefined : (phases[index] ?? undefined)}
      data-past={day < today || undefined}
      data-today={isToday || undefined}
      data-narrow={narrow || undefined}
      style={{ left: LEFT + left, width }}
    >
      <span className="visually-hidden">
        {t('head.day', {
          day: sayDay(lang, day),
          count,
          rest: rests || isWeekend(day) ? 'yes' : 'no',
          today: isToday ? 'yes' : 'no',
        })}
      </span>
      <div className={classes.dayTop} aria-hidden="true">
        <b>{dateOf(day)}</b>
        {!narrow && <span>{isToday && width >= 64 ? t('head.today') : sayWeekday(lang, day, width < 60)}</span>}
        {rests && width >= 64 && <span className={classes.rest}>{t('head.rest')}</span>}
      </div>
      <div className={classes.dayFoot} title={occasion?.name} aria-hidden="true">
        {narrow
          ? starts
            ? sayMonth(lang, day)
            : sayWeekday(lang, day, true)
          : starts && occasion === null
            ? sayMonth(lang, day)
            : foot}
      </div>
    </div>
  );
}

/** Placements of a day that are shown and not skipped. */
function useDayCount(day: WallDate): number {
  const { cells } = useModel();
  return useMemo(() => {
    let count = 0;
    for (const [key, cards] of cells)
      if (key.endsWith(day)) for (const card of cards) if (card.outcome !== 'skipped') count += 1;
    return count;
  }, [cells, day]);
}
