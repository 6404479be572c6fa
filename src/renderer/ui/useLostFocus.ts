import { type RefObject, useEffect, useRef, useState } from 'react';

/** Nothing has the focus, as what had it is gone from the page; or the screen as a whole has taken it over. */
export const isFocusLost = (): boolean => document.activeElement?.matches('body, main') ?? true;

/**
 * For a screen: what stood in it and goes while it has the focus leaves the focus to what the screen calls its home
 * (`data-focus-home`), else to the screen itself, which hands it on when its home appears. So it is with the screen
 * before, too.
 */
export function useFocusStays<T extends HTMLElement>(): RefObject<T | null> {
  const ref = useRef<T>(null);
  useEffect(() => {
    const screen = ref.current;
    if (screen === null) return;
    let held: EventTarget | null = null;
    // The screen has the focus in place of a home it has not got yet.
    let standsIn = false;
    const hold = ({ target }: FocusEvent): void => {
      held = target;
      // Somebody who presses on nothing in particular wants the focus nowhere in particular.
      standsIn = target === screen && !screen.matches(':active');
    };
    const give = (): void => {
      const home = screen.querySelector<HTMLElement>('[data-focus-home]');
      (home ?? screen).focus();
    };
    const home = (): void => {
      if (document.activeElement === document.body) give();
    };
    const watch = new MutationObserver(() => {
      if (standsIn && document.activeElement === screen && screen.querySelector('[data-focus-home]') !== null) give();
      if (!(held instanceof Element) || held.isConnected) return;
      held = null;
      // Who removed it may know a better place, and says so by the next frame.
      requestAnimationFrame(() => requestAnimationFrame(home));
    });
    screen.addEventListener('focusin', hold);
    // A start has lost nothing.
    if (document.documentElement.dataset.ready !== undefined && isFocusLost()) give();
    watch.observe(screen, { childList: true, subtree: true });
    return () => {
      watch.disconnect();
      screen.removeEventListener('focusin', hold);
    };
  }, []);
  return ref;
}

/**
 * What is put on this element appears in place of what had the focus (a button that began something, and is gone): it
 * takes the focus over. A focus that is still somewhere stays there.
 */
export function useTakesLostFocus<T extends HTMLElement>(): RefObject<T | null> {
  const ref = useRef<T>(null);
  useEffect(() => {
    if (isFocusLost()) ref.current?.focus();
  }, []);
  return ref;
}

/** For a dialog that is taken off the page when it closes: the focus goes back to where it was before. */
export function useFocusBack(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    },
    [before],
  );
}
