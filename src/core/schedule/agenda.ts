import { addDays, type WallDate, type WallTime } from '../time/wallDate';
import { byTime } from './planned';

/** What stands on days, one after the other, as a calendar is read: by day, then by clock time. */

/** A placement, or a date that waits for one. */
export type Dated = {
  readonly id: string;
  readonly title: string;
  readonly day: WallDate | null;
  readonly time: WallTime | null;
};
type OnDay<P extends Dated> = P & { readonly day: WallDate };

export const agendaOf = <P extends Dated>(cards: readonly P[]): readonly OnDay<P>[] =>
  cards
    .filter((card): card is OnDay<P> => card.day !== null)
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : byTime(a, b)));

export type AgendaStep = 'previous' | 'next' | 'day_back' | 'day_on' | 'first' | 'last';

/** The placement one step on; the same at either end. A step by days goes to the first of the next day that has any. */
export function stepIn<P extends Dated>(agenda: readonly OnDay<P>[], id: string, step: AgendaStep): P | undefined {
  const at = agenda.findIndex((card) => card.id === id);
  const here = agenda[at];
  if (here === undefined) return agenda[0];
  switch (step) {
    case 'previous':
      return agenda[at - 1] ?? here;
    case 'next':
      return agenda[at + 1] ?? here;
    case 'first':
      return agenda[0];
    case 'last':
      return agenda.at(-1);
    case 'day_on':
      return agenda.find((card) => card.day > here.day) ?? here;
    case 'day_back': {
      const before = agenda.findLast((card) => card.day < here.day)?.day;
      return agenda.find((card) => card.day === before) ?? here;
    }
  }
}

/** Where something is carried to: a day, and a clock time unless it has none. */
export type Moment = { readonly day: WallDate; readonly time: WallTime | null };
export type MomentStep = { readonly days: number } | { readonly minutes: number };

const MINUTES = 24 * 60;

/** One step through time. Minutes stay within the day: the day is another axis. Without a time there is none to shift. */
export function stepMoment({ day, time }: Moment, step: MomentStep): Moment {
  if ('days' in step) return { day: addDays(day, step.days), time };
  if (time === null) return { day, time };
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const at = Math.min(MINUTES - 1, Math.max(0, hours * 60 + minutes + step.minutes));
  return { day, time: `${pad(Math.floor(at / 60))}:${pad(at % 60)}` as WallTime };
}

const pad = (value: number): string => String(value).padStart(2, '0');
