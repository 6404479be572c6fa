import { useEffect } from 'react';
import { useStudioHandle } from '../../state/StudioProvider';
import { giveUp } from './calendarKeys';
import { useCalendarDeskStore } from './desk';

/**
 * While the keyboard carries something, the calendar itself has the focus: the tile may leave the page with its month.
 * Whoever puts the focus elsewhere has changed their mind.
 */
export function useCarryFocus(holder: { readonly current: HTMLElement | null }, carrying: boolean): void {
  const desk = useCalendarDeskStore();
  const studio = useStudioHandle();
  useEffect(() => {
    const element = holder.current;
    if (element === null || !carrying) return;
    element.focus({ preventScroll: true });
    const leave = (event: FocusEvent) => {
      if (event.target !== element) giveUp(studio, desk);
    };
    document.addEventListener('focusin', leave);
    return () => document.removeEventListener('focusin', leave);
  }, [holder, carrying, desk, studio]);
}
