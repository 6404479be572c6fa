import { useEffect, useRef } from 'react';
import { isFocusLost } from '../../ui/useLostFocus';
import { shownOf } from './calendarKeys';
import { useCalendarDesk, useCalendarDeskStore } from './desk';
import type { AgendaEntry } from './events';

type Holder = { readonly current: HTMLElement | null };

/** How often, and how far apart (ms), a tile is looked for: the calendar draws, and the store answers, behind the turn. */
const LOOKS = 250;
const APART = 20;
/** Looks after which a focus that was put back is there to stay. */
const CALM = 15;

/**
 * Who turns to other days, or to another view, while on a tile stays in the calendar: on the same tile where it is still
 * shown, else where the Tab key comes in, else on the screen.
 *
 * @param turn - changes with what is looked at
 */
export function useKeptFocus(holder: Holder, shown: readonly AgendaEntry[], turn: string): void {
  const desk = useCalendarDeskStore();
  const focusId = useCalendarDesk((state) => state.focusId);
  const held = useRef(false);
  useEffect(() => {
    const watch = (event: FocusEvent) => {
      // The screen takes over what is lost in the calendar, until the days that were turned to are drawn.
      const on = event.target instanceof Element ? event.target : null;
      if (on?.matches('main') !== true) held.current = holder.current?.contains(on) === true;
    };
    document.addEventListener('focusin', watch);
    return () => document.removeEventListener('focusin', watch);
  }, [holder]);
  useEffect(() => {
    // Without its tile the Tab key would pass the calendar by.
    if (focusId !== null && !shown.some(({ id }) => id === focusId)) desk.setState({ focusId: null });
  }, [desk, shown, focusId]);
  useEffect(() => {
    if (turn === '' || !held.current) return;
    let looks = 0;
    let calm: number | null = null;
    const timer = setInterval(() => {
      looks += 1;
      if (!isFocusLost()) calm = calm === null ? null : calm + 1;
      else if (held.current) {
        wayIn(holder)?.focus();
        calm = 0;
      }
      if (looks === LOOKS || calm === CALM) clearInterval(timer);
    }, APART);
    return () => clearInterval(timer);
  }, [holder, turn]);
}

function wayIn({ current }: Holder): HTMLElement | null {
  const tile = current?.querySelector<HTMLElement>('[data-tile][tabindex="0"]') ?? null;
  return tile === null ? null : shownOf(tile);
}
