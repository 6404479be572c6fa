import { useEffect } from 'react';

/** Marks the page once the first screen stands with its data: journeys and the start measurement wait for it. */
export function ReadySignal() {
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      document.documentElement.dataset.ready = 'true';
      // The start measurement reads when, to the tenth of a millisecond.
      performance.mark('studio-ready');
    });
    return () => cancelAnimationFrame(frame);
  }, []);
  return null;
}
