import { useMemo } from 'react';
import { type Held, useFollowersOf } from '../../state/planning/followers';
import { useDesk } from './desk';

/** While something is carried over the grid: what would become of the waves that follow it. */
export function useFollowers(): void {
  const drag = useDesk((state) => state.drag);
  const moving = useDesk((state) => state.moving);
  const show = useDesk((state) => state.setFollowers);
  const held = useMemo((): Held | null => {
    if (moving !== null) return { ...moving, copy: false, aloud: true };
    if (drag === null || drag.over === null || drag.over === 'tray') return null;
    return { load: drag.load, target: drag.over, copy: drag.copy, aloud: false };
  }, [drag, moving]);
  useFollowersOf(held, show);
}
