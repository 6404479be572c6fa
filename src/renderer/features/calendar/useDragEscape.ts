import { useEffect, useRef } from 'react';
import { useCalendarDeskStore } from './desk';

/**
 * Escape lets go of what the pointer carries and leaves it where it was. FullCalendar knows no such key: it is told the
 * button was released, and the drop that it then reports is answered with `true` once, for it to be taken back.
 */
export function useDragEscape(): () => boolean {
  const desk = useCalendarDeskStore();
  const escaped = useRef(false);
  useEffect(() => {
    const stop = new AbortController();
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || desk.getState().drag === null) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      escaped.current = true;
      desk.setState({ drag: null });
      document.dispatchEvent(new MouseEvent('mouseup'));
    };
    const onPress = () => {
      escaped.current = false;
    };
    // Before all other keys, which would take it for a selection to be cleared.
    globalThis.addEventListener('keydown', onKey, { capture: true, signal: stop.signal });
    globalThis.addEventListener('mousedown', onPress, { capture: true, signal: stop.signal });
    return () => stop.abort();
  }, [desk]);
  return () => {
    const was = escaped.current;
    escaped.current = false;
    return was;
  };
}
