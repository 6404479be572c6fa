import { useEffect } from 'react';

/**
 * While nothing on the page has the focus, an arrow key goes into the screen's main list or grid: one press instead of
 * a walk through rail and toolbar. `selector` finds what takes the focus there.
 */
export function useArrowsEnter(selector: string): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      // A screen that took the focus over as a whole stands for nothing of its own, either.
      const isNowhere = event.target instanceof Element && event.target.matches('body, main');
      if (!isNowhere || event.defaultPrevented || event.isComposing) return;
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || !event.key.startsWith('Arrow')) return;
      const entry = document.querySelector<HTMLElement>(selector);
      if (entry === null) return;
      event.preventDefault();
      entry.focus();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [selector]);
}
