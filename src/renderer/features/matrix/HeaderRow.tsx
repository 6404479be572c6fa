import { memo, Suspense, useMemo, useState } from 'react';
import type { PhaseKind } from '../../../core/model/vocabulary';
import type { DayMarks } from '../../../core/occasions/marks';
import type { WallDate } from '../../../core/time/wallDate';
import { isWorkday } from '../../../core/time/workdays';
import { dateOf, sayDate, sayDay, sayMonth, sayWeekday } from '../../../core/words/dates';
import { sayPhase } from '../../../core/words/kinds';
import { matrixWords } from '../../../core/words/matrix';
import { useDayMarks } from '../../state/days';
import { useLang, useStudio, useWords } from '../../state/StudioProvider';
import { late } from '../../theme/late';
import { gridColumnHeader, gridRow } from '../../ui/gridRoles';
import { DayBadge } from '../../ui/plan/DayBadge';
import { DayLine, useDayNames } from '../../ui/plan/DayLine';
import type { GateLines } from '../../ui/plan/GateReader';
import { LEFT } from './frame';
import classes from './HeaderRow.module.css';
import { useModel } from './model';

const GateReader = late(() => import('../../ui/plan/GateReader').then((module) => module.GateReader));
const noGates: GateLines = new Map();

/** Narrower columns show the date alone. */
const NARROW = 44;

/** Phases above, days below; stays at the top while the rows scroll. */
export function HeaderRow({ first, end }: { readonly first: number; readonly end: number }) {
  const t = useWords(matrixWords);
  const lang = useLang();
  const { columns, phases, week, today } = useModel();
  const marks = useDayMarks(columns.days);
  const counts = useDayCounts();
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
      {columns.days.slice(first, end).map((day, offset) => {
        const index = first + offset;
        const left = columns.edges[index] ?? 0;
        return (
          <DayHead
            key={day}
            day={day}
            index={index}
            left={left}
            width={(columns.edges[index + 1] ?? left) - left}
            phase={phases[index] ?? null}
            today={today}
            marks={marks?.get(day) ?? null}
            count={counts.get(day) ?? 0}
          />
        );
      })}
    </div>
  );
}

function Bands() {
  const lang = useLang();
  const { bands, columns, campaign } = useModel();
  const painted = useStudio((state) => state.painted);
  const [gates, setGates] = useState<GateLines>(noGates);
  const openCampaign = useStudio((state) => state.openCampaign);
  const shown = bands.map((band) => {
    const gate = gates.get(band.id);
    const left = columns.edges[band.from] ?? 0;
    const width = (columns.edges[band.to + 1] ?? left) - left;
    const kind = sayPhase(lang, band.kind);
    const name = band.name === '' || band.name === kind ? (campaign?.name ?? '') : band.name;
    // What stands at its gate says more of a phase than the campaign's name, which the filters say as well.
    const words = (gate === undefined ? [name] : [gate.count, gate.open]).filter((part) => part !== '');
    return (
      <div
        key={band.id}
        className={classes.band}
        data-phase={band.kind}
        style={{ left: LEFT + left, width }}
        title={[kind, name, ...(gate === undefined ? [] : words)].filter((part) => part !== '').join(' · ')}
        aria-hidden="true"
        onClick={() => campaign !== null && openCampaign(campaign.id)}
      >
        <span className={classes.bandName}>
          <b>{kind}</b>
          {words.map((word) => (
            <span key={word}>{word}</span>
          ))}
        </span>
      </div>
    );
  });
  return (
    <>
      {shown}
      <Suspense fallback={null}>
        {painted && campaign !== null && <GateReader campaignId={campaign.id} onLines={setGates} />}
      </Suspense>
    </>
  );
}

type DayHeadProps = {
  readonly day: WallDate;
  readonly index: number;
  /** Pixels from the first column. */
  readonly left: number;
  readonly width: number;
  readonly phase: PhaseKind | null;
  readonly today: WallDate;
  readonly marks: DayMarks | null;
  readonly count: number;
};

/** Kept while nothing of its day changes: a drop changes two days' counts, not a quarter's. */
const DayHead = memo(function DayHead({ day, index, left, width, phase, today, marks, count }: DayHeadProps) {
  const t = useWords(matrixWords);
  const lang = useLang();
  const openDay = useStudio((state) => state.openDay);
  const names = useDayNames(marks);
  const narrow = width < NARROW;
  const isToday = day === today;
  // “Off” and “Work” need the room of a weekday; 休 and 班 fit beside 六.
  const isMarked = marks?.work?.kind === 'holiday' || marks?.work?.kind === 'make_up';
  const hasRoom = !narrow && !(lang === 'en' && isMarked && width < 64);
  const starts = day.endsWith('-01') && !isToday;
  const said = t('head.day', {
    day: sayDay(lang, day),
    count,
    rest: isWorkday(day) ? 'no' : 'yes',
    today: isToday ? 'yes' : 'no',
  });
  const badge = <DayBadge work={marks?.work ?? null} />;
  return (
    <div
      className={classes.day}
      {...gridColumnHeader(index + 2)}
      data-phase={isToday ? undefined : (phase ?? undefined)}
      data-past={day < today || undefined}
      data-today={isToday || undefined}
      data-narrow={narrow || undefined}
      style={{ left: LEFT + left, width }}
    >
      {/* Out of Tab's way: the grid's keys reach the same card with I. */}
      <button
        type="button"
        tabIndex={-1}
        className={classes.open}
        title={names.spoken}
        onClick={(event) => openDay(day, event.currentTarget.getBoundingClientRect())}
      >
        <span className="visually-hidden">{names.spoken === '' ? said : `${said}, ${names.spoken}`}</span>
        <span className={classes.dayTop} aria-hidden="true">
          <b>{dateOf(day)}</b>
          {hasRoom && <span>{isToday && width >= 64 ? t('head.today') : sayWeekday(lang, day, width < 76)}</span>}
          {!narrow && badge}
        </span>
        <span className={classes.dayFoot} aria-hidden="true">
          {narrow ? (
            starts ? (
              sayMonth(lang, day)
            ) : (
              <DayBadge work={marks?.work ?? null} otherwise={sayWeekday(lang, day, true)} />
            )
          ) : (
            <DayLine
              names={names}
              otherwise={starts ? sayMonth(lang, day) : count === 0 ? '' : t('head.count', { count })}
            />
          )}
        </span>
      </button>
    </div>
  );
});

/** Placements by day that are shown and not skipped, counted once for all days. */
function useDayCounts(): ReadonlyMap<string, number> {
  const { cells } = useModel();
  return useMemo(() => {
    const counts = new Map<string, number>();
    for (const cards of cells.values())
      for (const { day, outcome } of cards)
        if (day !== null && outcome !== 'skipped') counts.set(day, (counts.get(day) ?? 0) + 1);
    return counts;
  }, [cells]);
}
