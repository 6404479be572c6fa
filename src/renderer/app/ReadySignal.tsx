import { useEffect } from 'react';
import { useStudioHandle } from '../state/StudioProvider';

/**
 * Marks the page once the first screen stands painted with its data, and then asks for what may come after it:
 * journeys and the start measurement wait for the mark.
 */
export function ReadySignal() {
  const studio = useStudioHandle();
  useEffect(() => {
    let isGone = false;
    studio.world.afterPaint(() => {
      if (isGone) return;
      document.documentElement.dataset.ready = 'true';
      // The start measurement reads when, to the tenth of a millisecond.
      performance.mark('studio-ready');
      void studio.getState().loadRest();
      if (studio.getState().commandSets.parts !== undefined) return;
      void import('./restCommands').then(({ restCommands }) => studio.getState().offerCommands('parts', restCommands));
    });
    return () => {
      isGone = true;
    };
  }, [studio]);
  return null;
}
