import { useCallback, useMemo } from 'react';
import type { FollowerCard } from '../../../contract';
import { type Held, useFollowersOf } from '../../state/planning/followers';
import { type Carried, useCalendarDesk, useCalendarDeskStore } from './desk';

/** While something is carried, by pointer or keys: what would become of the waves that follow it. */
export function useFollowers(): void {
  const desk = useCalendarDeskStore();
  const moving = useCalendarDesk((state) => state.moving);
  const drag = useCalendarDesk((state) => state.drag);
  const held = useMemo(() => {
    if (moving !== null) return heldOf(moving, true);
    return drag === null ? null : heldOf(drag, false);
  }, [moving, drag]);
  const show = useCallback(
    (followers: readonly FollowerCard[]) => {
      if (desk.getState().followers.length + followers.length > 0) desk.setState({ followers });
    },
    [desk],
  );
  useFollowersOf(held, show);
}

/** Several keep their clock times; so does one whose day alone changes. */
export const namedTime = ({ load, to }: Carried) =>
  load.ids.length > 1 || to.time === load.grabbed.time ? undefined : to.time;

const heldOf = (carried: Carried, aloud: boolean): Held => {
  const { load, to } = carried;
  const target = { accountId: load.grabbed.accountId ?? '', day: to.day };
  return { load, target, copy: false, time: namedTime(carried), aloud };
};
