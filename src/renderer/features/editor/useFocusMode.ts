import { useCallback, useEffect, useRef, useState } from 'react';
import { choosePanels, type Panels, recallPanels, rememberPanels, switchFocus } from './panelMemory';

/** What Escape closes before it leaves the bare page. */
const open = '[role="dialog"], [role="menu"], [role="listbox"], [role="alertdialog"], main search';

const somethingOpen = (): boolean => [...document.querySelectorAll(open)].some((element) => element.checkVisibility());

/**
 * The columns beside the page, remembered on this machine. With none of them the rail goes too, and Escape brings back
 * what stood there, unless something else is there to be closed by it. `covered`: something stands in place of the page.
 */
export function useFocusMode(covered: boolean, toText: () => void) {
  const [choice, setChoice] = useState(recallPanels);
  const bare = choice.panels === 'none' && !covered;
  const latest = useRef(toText);
  useEffect(() => {
    latest.current = toText;
  });
  useEffect(() => rememberPanels(choice), [choice]);
  useEffect(() => {
    if (!bare) return;
    const root = document.documentElement;
    root.dataset.bare = '';
    // Who was in a column or on the rail would have lost the focus.
    if (document.activeElement === document.body || !document.activeElement?.checkVisibility()) latest.current();
    let free = false;
    // Asked before anybody closes what is open. `defaultPrevented` says nothing here: the text takes every Escape.
    const ask = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') free = !event.isComposing && !somethingOpen();
    };
    const leave = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || !free) return;
      event.preventDefault();
      setChoice(switchFocus);
    };
    window.addEventListener('keydown', ask, true);
    window.addEventListener('keydown', leave);
    return () => {
      delete root.dataset.bare;
      window.removeEventListener('keydown', ask, true);
      window.removeEventListener('keydown', leave);
    };
  }, [bare]);
  return {
    panels: choice.panels,
    setPanels: (panels: Panels) => setChoice((now) => choosePanels(now, panels)),
    switchFocus: useCallback(() => setChoice(switchFocus), []),
  };
}
