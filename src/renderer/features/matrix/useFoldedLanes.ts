import { useLayoutEffect } from 'react';
import { useStudio, useStudioHandle } from '../../state/StudioProvider';
import { recallFolded, rememberFolded } from './foldMemory';

/** Lanes stand folded as they were when this workspace was last looked at, before the first paint. */
export function useFoldedLanes(): void {
  const studio = useStudioHandle();
  const workspace = useStudio((state) => state.boot?.workspace?.key ?? null);
  useLayoutEffect(() => {
    if (workspace === null) return;
    studio.getState().foldRoles(recallFolded(workspace));
    return studio.subscribe((state, before) => {
      // A workspace that is being left is emptied; that is no fold.
      const stays = state.boot?.workspace?.key === workspace && state.outline !== null;
      if (stays && state.foldedRoles !== before.foldedRoles) rememberFolded(workspace, state.foldedRoles);
    });
  }, [studio, workspace]);
}
