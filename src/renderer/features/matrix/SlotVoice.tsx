import { useEffect } from 'react';
import { cellKey } from '../../../core/schedule/cells';
import { saySlotHere } from '../../state/planning/slots';
import { useStudioHandle } from '../../state/StudioProvider';
import { useDesk } from './desk';
import { useSlotsHere } from './slots';

/** Tells that a date of a series waits in the cell the keyboard came to, and the key that opens it. */
export function SlotVoice() {
  const studio = useStudioHandle();
  const open = useSlotsHere().get(useDesk(({ place }) => (place === null ? '' : cellKey(place.accountId, place.day))));
  const carrying = useDesk((desk) => desk.moving !== null);
  useEffect(() => {
    const { announce, settings } = studio.getState();
    if (open !== undefined && !carrying) announce(saySlotHere(settings.lang, open));
  }, [studio, open, carrying]);
  return null;
}
