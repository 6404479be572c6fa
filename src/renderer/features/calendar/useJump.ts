import { useEffect } from 'react';
import type { PlacementCard } from '../../../contract';
import { useStudio } from '../../state/StudioProvider';

/** Scrolls to the placement somebody asked for once it stands in the page, and gives it the focus. */
export function useJump(holder: { readonly current: HTMLElement | null }, shown: readonly PlacementCard[]): void {
  const jump = useStudio((state) => state.jump);
  const landed = useStudio((state) => state.landed);
  useEffect(() => {
    if (jump === null || !shown.some(({ id }) => id === jump.id)) return;
    // FullCalendar draws after its own state has settled, a frame behind this one.
    let tries = 0;
    const look = (): void => {
      const tile = holder.current?.querySelector<HTMLElement>(`[data-tile="${CSS.escape(jump.id)}"]`);
      tries += 1;
      if (tile != null) {
        landed();
        tile.scrollIntoView({ block: 'center', inline: 'nearest' });
        tile.focus({ preventScroll: true });
      } else if (tries < 20) frame = requestAnimationFrame(look);
    };
    let frame = requestAnimationFrame(look);
    return () => cancelAnimationFrame(frame);
  }, [holder, jump, landed, shown]);
}
