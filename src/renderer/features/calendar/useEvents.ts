import type { EventInput } from '@fullcalendar/react';
import { useMemo } from 'react';
import type { PlacementCard } from '../../../contract';
import { useStudioHandle } from '../../state/StudioProvider';
import type { OpenSlot } from '../../state/series';
import { useCalendarDesk } from './desk';
import { cardEvent, type Drawn, ghostEvent, landingEvent, slotEvent } from './events';

/** Everything in view as FullCalendar is given it, and what each stands for. The same lists while nothing changed. */
export function useEvents(
  shown: readonly PlacementCard[],
  slots: readonly OpenSlot[],
): {
  readonly events: EventInput[];
  readonly drawn: ReadonlyMap<string, Drawn>;
} {
  const studio = useStudioHandle();
  const moving = useCalendarDesk((desk) => desk.moving);
  const followers = useCalendarDesk((desk) => desk.followers);
  const tiles = useMemo(() => shown.flatMap((card) => cardEvent(card) ?? []), [shown]);
  const waiting = useMemo(() => slots.map(slotEvent), [slots]);
  const ghosts = useMemo(() => {
    if (followers.length === 0) return [];
    // A follower that a filter hides stays hidden; one that comes from days out of view is not.
    const known = new Set(studio.getState().cards.map(({ id }) => id));
    const seen = new Set(shown.map(({ id }) => id));
    return followers
      .filter(({ placementId }) => placementId === null || seen.has(placementId) || !known.has(placementId))
      .flatMap((follower) => ghostEvent(follower) ?? []);
  }, [followers, shown, studio]);
  const landing = useMemo(() => (moving === null ? [] : [landingEvent(moving.to)]), [moving]);
  return useMemo(() => {
    const given = [...tiles, ...waiting, ...ghosts];
    return {
      events: [...given.map(({ event }) => event), ...landing],
      drawn: new Map(given.map(({ id, drawn }) => [id, drawn])),
    };
  }, [tiles, waiting, ghosts, landing]);
}
