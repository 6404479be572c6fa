import type { EventInput } from '@fullcalendar/react';
import { useMemo } from 'react';
import type { PlacementCard } from '../../../contract';
import { useStudioHandle } from '../../state/StudioProvider';
import { useCalendarDesk } from './desk';
import { cardEvent, type Drawn, ghostEvent, landingEvent } from './events';

/** Everything in view as FullCalendar is given it, and what each stands for. The same lists while nothing changed. */
export function useEvents(shown: readonly PlacementCard[]): {
  readonly events: EventInput[];
  readonly drawn: ReadonlyMap<string, Drawn>;
} {
  const studio = useStudioHandle();
  const moving = useCalendarDesk((desk) => desk.moving);
  const followers = useCalendarDesk((desk) => desk.followers);
  const tiles = useMemo(() => shown.flatMap((card) => cardEvent(card) ?? []), [shown]);
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
    const given = [...tiles, ...ghosts];
    return {
      events: [...given.map(({ event }) => event), ...landing],
      drawn: new Map(given.map(({ id, drawn }) => [id, drawn])),
    };
  }, [tiles, ghosts, landing]);
}
