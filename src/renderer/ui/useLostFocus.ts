import { type RefObject, useEffect, useRef, useState } from 'react';

/**
 * What is put on this element appears in place of what had the focus (a button that began something, and is gone): it
 * takes the focus over. A focus that is still somewhere stays there.
 */
export function useTakesLostFocus<T extends HTMLElement>(): RefObject<T | null> {
  const ref = useRef<T>(null);
  useEffect(() => {
    if (document.activeElement === document.body) ref.current?.focus();
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
