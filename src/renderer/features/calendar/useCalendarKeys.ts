import { useEffect } from 'react';
import type { PlacementCard } from '../../../contract';
import { useStudioHandle } from '../../state/StudioProvider';
import { calendarKeys } from './calendarKeys';
import { useCalendarDeskStore } from './desk';

/** Listens where the tiles are, in FullCalendar's own elements, before the studio's keys hear the press. */
export function useCalendarKeys(
  holder: { readonly current: HTMLElement | null },
  shown: readonly PlacementCard[],
): void {
  const desk = useCalendarDeskStore();
  const studio = useStudioHandle();
  useEffect(() => {
    const element = holder.current;
    if (element === null) return;
    const press = (event: KeyboardEvent) => {
      if (!event.defaultPrevented && calendarKeys(event, { studio, desk, shown })) event.preventDefault();
    };
    element.addEventListener('keydown', press);
    return () => element.removeEventListener('keydown', press);
  }, [holder, studio, desk, shown]);
}
