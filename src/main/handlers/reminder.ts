import type { ShellCallName } from '../../contract';
import type { Handlers } from '../answer';
import type { Reminders } from '../reminder/reminders';

export const reminderHandlers = (
  reminders: Pick<Reminders, 'state' | 'pause' | 'seen'>,
): Handlers<Extract<ShellCallName, `reminder.${string}`>> => ({
  'reminder.state': () => reminders.state(),
  'reminder.pause': ({ until }) => reminders.pause(until),
  'reminder.seen': () => reminders.seen(),
});
