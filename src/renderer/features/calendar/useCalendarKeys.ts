import { useEffect } from 'react';
import { useStudioHandle } from '../../state/StudioProvider';
import { calendarKeys } from './calendarKeys';
import { useCalendarDeskStore } from './desk';
import type { AgendaEntry } from './events';

/**
 * Listens where the tiles are, in FullCalendar's own elements and in the window of a full day, which hangs at the page,
 * before the studio's keys hear the press.
 */
export function useCalendarKeys(holder: { readonly current: HTMLElement | null }, shown: readonly AgendaEntry[]): void {
  const desk = useCalendarDeskStore();
  const studio = useStudioHandle();
  useEffect(() => {
    const element = holder.current;
    if (element === null) return;
    const press = (event: KeyboardEvent) => {
      const on = event.target;
      const mine = on instanceof Element && (element.contains(on) || on.closest('.plan-popover') !== null);
      if (mine && !event.defaultPrevented && calendarKeys(event, { studio, desk, shown })) event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [holder, studio, desk, shown]);
}
