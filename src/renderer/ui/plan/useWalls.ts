import { useMemo } from 'react';
import { useStudio } from '../../state/StudioProvider';
import type { Walls } from './sayZones';

/** The workspace's wall, and the one this machine's user wants to see beside it. */
export function useWalls(): Walls {
  const home = useStudio((state) => state.outline?.workspace[0]?.zone ?? '');
  const second = useStudio((state) => state.settings.secondZone ?? '');
  return useMemo(() => ({ home, second }), [home, second]);
}
