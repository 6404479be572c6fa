import type { CalendarRef, EventInput } from '@fullcalendar/react';
import FullCalendar from '@fullcalendar/react';
import dayGrid from '@fullcalendar/react/daygrid';
import interaction from '@fullcalendar/react/interaction';
import list from '@fullcalendar/react/list';
import zhCn from '@fullcalendar/react/locales/zh-cn';
import classic from '@fullcalendar/react/themes/classic';
import timeGrid from '@fullcalendar/react/timegrid';
import '@fullcalendar/react/skeleton.css';
import '@fullcalendar/react/themes/classic/theme.css';
import '@fullcalendar/react/themes/classic/palette.css';
import './calendar.css';
import { useEffect, useMemo, useRef } from 'react';
import type { PlacementCard } from '../../../contract';
import { agendaOf, type Moment } from '../../../core/schedule/agenda';
import { isWallDate, isWallTime, type WallDate, type WallTime } from '../../../core/time/wallDate';
import { calendarWords } from '../../../core/words/calendar';
import { dateOf, sayDay, sayWeekday } from '../../../core/words/dates';
import { todayOf, weekStartOf } from '../../state/plan';
import { loadOf } from '../../state/planning/load';
import { useLang, useStudio, useStudioHandle, useWords } from '../../state/StudioProvider';
import type { Studio } from '../../state/studio';
import type { CalendarView } from '../../state/timeline';
import { CalendarTile } from './CalendarTile';
import { dropCarried } from './calendarKeys';
import { ListDay, MonthDay } from './DayHead';
import { type Carried, useCalendarDesk, useCalendarDeskStore } from './desk';
import { useCalendarKeys } from './useCalendarKeys';
import { useCarryFocus } from './useCarryFocus';
import { useDragEscape } from './useDragEscape';
import { useJump } from './useJump';

const views = { month: 'dayGridMonth', week: 'timeGridWeek', list: 'listMonth' } as const satisfies Record<
  CalendarView,
  string
>;
const plugins = [dayGrid, timeGrid, list, interaction, classic];
const DRAWN_MINUTES = 45;

/**
 * FullCalendar stops here. Wall times are handed over as if they were UTC, so that no zone of the machine can shift
 * a plan by an hour or a day.
 */
export function PlanCalendar({
  shown,
  view,
  from,
}: {
  readonly shown: readonly PlacementCard[];
  readonly view: CalendarView;
  readonly from: WallDate;
}) {
  const t = useWords(calendarWords);
  const lang = useLang();
  const studio = useStudioHandle();
  const desk = useCalendarDeskStore();
  const calendar = useRef<CalendarRef>(null);
  const holder = useRef<HTMLDivElement>(null);
  const today = useStudio(todayOf);
  const weekStart = useStudio(weekStartOf);
  const events = useMemo(() => shown.flatMap(eventOf), [shown]);
  const moving = useCalendarDesk((state) => state.moving);
  const landing = useMemo(() => (moving === null ? [] : [landingOf(moving.to)]), [moving]);
  const agenda = useMemo(() => agendaOf(shown), [shown]);
  const entryId = (agenda.find(({ day }) => day >= today) ?? agenda.at(-1))?.id ?? null;
  const wasEscaped = useDragEscape();
  useCarryFocus(holder, moving !== null);
  useCalendarKeys(holder, shown);
  const byId = useMemo(() => new Map(shown.map((card) => [card.id, card])), [shown]);
  useEffect(() => {
    // FullCalendar must not change its view while React is still drawing it.
    queueMicrotask(() => calendar.current?.getApi().changeView(views[view], from));
    if (view !== 'list') return;
    // The list opens at today, as the other views show it without looking for it.
    const frame = requestAnimationFrame(() =>
      holder.current?.querySelector(`[data-date="${today}"]`)?.scrollIntoView({ block: 'start' }),
    );
    return () => cancelAnimationFrame(frame);
  }, [view, from, today]);
  useJump(holder, shown);
  return (
    <div ref={holder} className="plan-calendar" data-view={view} data-testid="calendar" tabIndex={-1}>
      <FullCalendar
        ref={calendar}
        plugins={plugins}
        initialView={views[view]}
        initialDate={from}
        now={`${today}T12:00:00Z`}
        timeZone="UTC"
        locale={lang === 'zh' ? zhCn : 'en-gb'}
        firstDay={weekStart % 7}
        headerToolbar={false}
        height="100%"
        events={landing.length === 0 ? events : [...events, ...landing]}
        eventOrder="start,title"
        dayMaxEvents={view === 'month'}
        fixedWeekCount={false}
        moreLinkText={(count) => t('more', { count })}
        noEventsContent={t('empty')}
        allDayText={t('no_time')}
        editable
        eventDurationEditable={false}
        eventDisplay="block"
        scrollTime="08:00:00"
        slotDuration="00:30:00"
        slotEventOverlap={false}
        eventTimeFormat={{ hour: '2-digit', minute: '2-digit', hour12: false }}
        slotHeaderFormat={{ hour: '2-digit', minute: '2-digit', hour12: false }}
        closeHint={t('close')}
        popoverClass="plan-popover"
        listDayHeaderContent={({ date, level }) => {
          const day = dayOf(date.toISOString());
          if (day === null) return null;
          const count = agenda.filter((card) => card.day === day).length;
          return level > 0 ? t('count', { count }) : <ListDay day={day} />;
        }}
        dayCellTopContent={({ date, text }) => {
          const day = dayOf(date.toISOString());
          return day === null || view !== 'month' ? text : <MonthDay day={day} date={text} />;
        }}
        dayHeaderContent={({ date, inPopover }) => {
          const day = dayOf(date.toISOString());
          if (day === null) return null;
          if (inPopover) return sayDay(lang, day);
          const name = sayWeekday(lang, day);
          return view === 'month' ? (
            name
          ) : (
            <span>
              <b>{dateOf(day)}</b> {name}
            </span>
          );
        }}
        eventContent={({ event }) => {
          const card = byId.get(event.id);
          return card === undefined ? null : <CalendarTile card={card} view={view} entry={card.id === entryId} />;
        }}
        // Asked at every step of a drag: this is how the bar below knows where it is. What may not be is told on
        // letting go, in words, instead of by a pointer that refuses.
        eventAllow={({ start, allDay }, event) => {
          if (event !== null) desk.setState({ drag: carriedTo(studio, event.id, start, allDay) });
          return true;
        }}
        eventDragStop={() => desk.setState({ drag: null })}
        eventDrop={({ event, revert }) => {
          if (wasEscaped()) revert();
          else
            void drop(
              studio,
              event.start === null ? null : carriedTo(studio, event.id, event.start, event.allDay),
              revert,
            );
        }}
      />
    </div>
  );
}

function eventOf(card: PlacementCard): readonly EventInput[] {
  const { id, day, time, title } = card;
  if (day === null) return [];
  if (time === null) return [{ id, title, start: day, allDay: true }];
  return [{ id, title, start: `${day}T${time}:00Z`, end: `${day}T${later(time)}:00Z` }];
}

/** When a tile that begins then ends in the drawing: one near midnight with its day. */
function later(time: WallTime): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const end = Math.min(hours * 60 + minutes + DRAWN_MINUTES, 24 * 60 - 1);
  return `${String(Math.floor(end / 60)).padStart(2, '0')}:${String(end % 60).padStart(2, '0')}`;
}

/** The place the keyboard points at, drawn behind the tiles. */
const landingOf = ({ day, time }: Moment): EventInput =>
  time === null
    ? { id: LANDING, start: day, allDay: true, display: 'background' }
    : { id: LANDING, start: `${day}T${time}:00Z`, end: `${day}T${later(time)}:00Z`, display: 'background' };
const LANDING = 'landing';

const dayOf = (iso: string): WallDate | null => {
  const day = iso.slice(0, 10);
  return isWallDate(day) ? day : null;
};
const timeOf = (iso: string): WallTime | null => {
  const time = iso.slice(11, 16);
  return isWallTime(time) ? time : null;
};

/** The same rules as in the matrix: a day drag keeps the clock time, the past takes nothing, undo is offered. */
async function drop(studio: Studio, carried: Carried | null, revert: () => void): Promise<void> {
  if (carried === null) return revert();
  const before = studio.getState().cards;
  const why = await dropCarried(studio, carried, false);
  // FullCalendar has moved its event already: what the plan did not take goes back.
  if (why !== null || studio.getState().cards === before) revert();
}

/** What a pointer carries, and where it is now. */
function carriedTo(studio: Studio, id: string, start: Date, allDay: boolean): Carried | null {
  const load = loadOf(studio.getState(), id);
  const iso = start.toISOString();
  const day = dayOf(iso);
  if (load?.kind !== 'placements' || day === null) return null;
  return { load, to: { day, time: allDay ? null : timeOf(iso) } };
}
