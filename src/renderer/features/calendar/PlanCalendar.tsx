import type { CalendarRef, EventDropInfo, EventInput } from '@fullcalendar/react';
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
import { isWallDate, isWallTime, type WallDate, type WallTime } from '../../../core/time/wallDate';
import { calendarWords } from '../../../core/words/calendar';
import { dateOf, sayWeekday } from '../../../core/words/dates';
import { todayOf, weekStartOf } from '../../state/plan';
import { placeByHand } from '../../state/planning/acts';
import { loadOf } from '../../state/planning/load';
import { useLang, useStudio, useStudioHandle, useWords } from '../../state/StudioProvider';
import type { Studio } from '../../state/studio';
import type { CalendarView } from '../../state/timeline';
import { CalendarTile } from './CalendarTile';
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
  const calendar = useRef<CalendarRef>(null);
  const holder = useRef<HTMLDivElement>(null);
  const today = useStudio(todayOf);
  const weekStart = useStudio(weekStartOf);
  const events = useMemo(() => shown.flatMap(eventOf), [shown]);
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
    <div ref={holder} className="plan-calendar" data-view={view} data-testid="calendar">
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
        dayHeaderContent={({ date }) => {
          const day = dayOf(date.toISOString());
          if (day === null) return null;
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
          return card === undefined ? null : <CalendarTile card={card} view={view} />;
        }}
        eventAllow={({ start }) => (dayOf(start.toISOString()) ?? today) >= today}
        eventDrop={(info) => void drop(studio, info)}
      />
    </div>
  );
}

function eventOf(card: PlacementCard): readonly EventInput[] {
  const { id, day, time, title, outcome } = card;
  if (day === null) return [];
  if (time === null) return [{ id, title, start: day, allDay: true, startEditable: outcome !== 'live' }];
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  // A tile near midnight ends with its day; the end is only for drawing.
  const end = Math.min(hours * 60 + minutes + DRAWN_MINUTES, 24 * 60 - 1);
  const clock = `${String(Math.floor(end / 60)).padStart(2, '0')}:${String(end % 60).padStart(2, '0')}`;
  return [{ id, title, start: `${day}T${time}:00Z`, end: `${day}T${clock}:00Z`, startEditable: outcome !== 'live' }];
}

const dayOf = (iso: string): WallDate | null => {
  const day = iso.slice(0, 10);
  return isWallDate(day) ? day : null;
};
const timeOf = (iso: string): WallTime | null => {
  const time = iso.slice(11, 16);
  return isWallTime(time) ? time : null;
};

/** The same rules as in the matrix: a day drag keeps the clock time, the past takes nothing, undo is offered. */
async function drop(studio: Studio, info: EventDropInfo): Promise<void> {
  const state = studio.getState();
  const load = loadOf(state, info.event.id);
  const start = info.event.start?.toISOString();
  const day = start === undefined ? null : dayOf(start);
  if (load?.kind !== 'placements' || load.grabbed.accountId === null || day === null || start === undefined)
    return info.revert();
  const { grabbed, ids } = load;
  const time = info.event.allDay ? null : timeOf(start);
  // Several keep their clock times; so does one that only changes its day.
  const named = ids.length > 1 || time === grabbed.time ? undefined : time;
  const before = state.cards;
  const why = await placeByHand(studio, load, { accountId: load.grabbed.accountId, day }, named, false);
  if (why !== null) {
    state.notify({ message: why });
    state.announce(why);
  }
  // FullCalendar has moved its event already: what the plan did not take goes back.
  if (why !== null || studio.getState().cards === before) info.revert();
}
