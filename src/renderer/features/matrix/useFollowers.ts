import { useEffect } from 'react';
import type { FollowerCard } from '../../../contract';
import type { PlannedMove, Target } from '../../../core/schedule/move';
import { sayFollowers } from '../../../core/words/cascade';
import type { Load } from '../../state/planning/load';
import { verdictOf } from '../../state/planning/verdicts';
import { useStudioHandle } from '../../state/StudioProvider';
import type { Studio, StudioState } from '../../state/studio';
import { type Desk, type DeskStore, useDesk, useDeskStore } from './desk';

const none: readonly FollowerCard[] = [];

/**
 * While something is carried: what would become of the waves that follow it, from the store, which reckons the drop the
 * same way. Only the answer for the cell last pointed at counts. Carried by keys, it is told aloud.
 */
export function useFollowers(): void {
  const studio = useStudioHandle();
  const desk = useDeskStore();
  const drag = useDesk((state) => state.drag);
  const moving = useDesk((state) => state.moving);
  useEffect(() => {
    const asked = movesOf(studio.getState(), drag, moving);
    if (asked.length === 0) {
      if (desk.getState().followers.length > 0) desk.getState().setFollowers(none);
      return;
    }
    let left = false;
    void ask(studio, desk, asked, moving !== null, () => left);
    return () => {
      left = true;
    };
  }, [studio, desk, drag, moving]);
}

async function ask(
  studio: Studio,
  desk: DeskStore,
  moves: readonly PlannedMove[],
  aloud: boolean,
  isOver: () => boolean,
): Promise<void> {
  const found = await studio.getState().act('cascade.preview', { moves: [...moves] });
  if (isOver() || found === null) return;
  desk.getState().setFollowers(found);
  const { announcement, announce, settings } = studio.getState();
  const said = aloud ? sayFollowers(settings.lang, found) : '';
  if (said !== '') announce(`${announcement.text}${settings.lang === 'zh' ? '。' : '. '}${said}`);
}

/** The moves a drop would make here, if some of them have followers. */
function movesOf(state: StudioState, drag: Desk['drag'], moving: Desk['moving']): readonly PlannedMove[] {
  const carried: { readonly load: Load; readonly target: Target; readonly copy: boolean } | null =
    moving !== null
      ? { ...moving, copy: false }
      : drag === null || drag.over === null || drag.over === 'tray'
        ? null
        : { load: drag.load, target: drag.over, copy: drag.copy };
  if (carried === null || carried.load.kind === 'piece') return [];
  const waves = state.outline?.wave ?? [];
  const { ids } = carried.load;
  if (!waves.some(({ placementId }) => placementId !== null && ids.includes(placementId))) return [];
  const verdict = verdictOf(state, carried.load, carried.target, carried.copy);
  return verdict.kind === 'move' ? verdict.moves : [];
}
