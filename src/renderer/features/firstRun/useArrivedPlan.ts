import { useEffect, useRef } from 'react';
import { useStudioHandle } from '../../state/StudioProvider';

/** A plan that was double-clicked on a machine without any workspace opens as the first one. */
export function useArrivedPlan(enter: (open: () => Promise<boolean>) => Promise<void>): void {
  const studio = useStudioHandle();
  const entering = useRef(enter);
  entering.current = enter;
  useEffect(() => {
    const arrive = async (): Promise<void> => {
      const { act } = studio.getState();
      const chosen = await act('studio.arrived', {});
      if (chosen !== null)
        await entering.current(async () => (await act('workspace.import', { token: chosen.token })) !== null);
    };
    void arrive();
    return studio.api.on('arrived', () => void arrive());
  }, [studio]);
}
