import type { CalendarRef } from '@fullcalendar/react';
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
import { agendaOf } from '../../../core/schedule/agenda';
import type { WallDate } from '../../../core/time/wallDate';
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
import { dayOf, entryOf, eventOrder, timeOf } from './events';
import { GhostTile } from './GhostTile';
import { SlotTile } from './SlotTile';
import { useCalendarKeys } from './useCalendarKeys';
import { useCarryFocus } from './useCarryFocus';
import { useDragEscape } from './useDragEscape';
import { useEvents } from './useEvents';
import { useJump } from './useJump';
import { useKeptFocus } from './useKeptFocus';
import { useSlots } from './useSlots';

const views = { month: 'dayGridMonth', week: 'timeGridWeek', list: 'listMonth' } as const satisfies Record<
  CalendarView,
  string
>;
const plugins = [dayGrid, timeGrid, list, interaction, classic];

/** FullCalendar stops here; what it is given is in `events.ts`. */
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
  const moving = useCalendarDesk((state) => state.moving);
  const slots = useSlots();
  const { events, drawn } = useEvents(shown, slots);
  const all = useMemo(() => agendaOf([...shown, ...slots.map(entryOf)]), [shown, slots]);
  const agenda = useMemo(() => agendaOf(shown), [shown]);
  const entryId = (all.find(({ day }) => day >= today) ?? all.at(-1))?.id ?? null;
  const wasEscaped = useDragEscape();
  useCarryFocus(holder, moving !== null);
  useCalendarKeys(holder, all);
  useKeptFocus(holder, all, `${view} ${from}`);
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
        events={events}
        eventOrder={eventOrder}
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
          const day = dayOf(date);
          if (day === null) return null;
          const count = agenda.filter((card) => card.day === day).length;
          return level > 0 ? t('count', { count }) : <ListDay day={day} />;
        }}
        dayCellTopContent={({ date, text }) => {
          const day = dayOf(date);
          return day === null || view !== 'month' ? text : <MonthDay day={day} date={text} />;
        }}
        dayHeaderContent={({ date, inPopover }) => {
          const day = dayOf(date);
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
          const one = drawn.get(event.id);
          switch (one?.kind) {
            case 'card':
              return <CalendarTile card={one.card} view={view} entry={event.id === entryId} />;
            case 'ghost':
              return <GhostTile follower={one.follower} />;
            case 'slot':
              return <SlotTile open={one.open} view={view} entry={event.id === entryId} />;
            default:
              return null;
          }
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
  const day = dayOf(start);
  if (load?.kind !== 'placements' || day === null) return null;
  return { load, to: { day, time: allDay ? null : timeOf(start) } };
}
