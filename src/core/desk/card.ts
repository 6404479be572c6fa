import type { Placement } from '../model/records';
import type { Planned } from '../schedule/planned';
import { momentOf } from './clock';

/** What the hand-over desk needs to know of a placement. The contract's cards have this and more. */
export type DeskCard = Planned &
  Pick<
    Placement,
    | 'zone'
    | 'liveLink'
    | 'liveDay'
    | 'liveTime'
    | 'skipReason'
    | 'handedDay'
    | 'handedTime'
    | 'handTo'
    | 'handNote'
    | 'snoozeDay'
    | 'snoozeTime'
    | 'ticks'
  >;

/** When it is to go out, in milliseconds since 1970; null without a day or a time. */
export const dueAt = ({ day, time, zone }: Pick<Placement, 'day' | 'time' | 'zone'>): number | null =>
  day === null || time === null ? null : momentOf({ day, time }, zone);

/** When somebody asked to be reminded again; null when nobody did. */
export const snoozedUntil = ({
  snoozeDay,
  snoozeTime,
  zone,
}: Pick<Placement, 'snoozeDay' | 'snoozeTime' | 'zone'>): number | null =>
  snoozeDay === null || snoozeTime === null ? null : momentOf({ day: snoozeDay, time: snoozeTime }, zone);
