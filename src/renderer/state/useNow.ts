import { useEffect, useState } from 'react';
import { studioNow, untilMinute } from './desk';
import { useStudio, useStudioHandle } from './StudioProvider';

/** The studio's clock, again with every minute: for "in 6 hours". One timer a minute, while the part is shown. */
export function useNow(): number {
  const studio = useStudioHandle();
  const shift = useStudio((state) => state.boot?.shift ?? 0);
  const [, setTurn] = useState(0);
  const now = studioNow(studio.getState(), studio.world);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const tick = (): void => {
      // A little after the minute, so that the clock shows the new one.
      timer = setTimeout(
        () => {
          setTurn((before) => before + 1);
          tick();
        },
        untilMinute(studio.world.now() + shift) + 20,
      );
    };
    tick();
    return () => clearTimeout(timer);
  }, [studio, shift]);
  return now;
}
