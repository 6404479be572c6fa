import { addDays, type WallDate, type WallTime } from '../../time/wallDate';
import { type Context, found, isWanted } from '../context';
import type { PlanFinding } from '../finding';
import { isQuiet, quietOf } from '../limits';
import { minutesAt, timesShown, wallMinutes } from '../moments';
import { isAhead, type PlanItem } from '../plan';

type ItemRule = (item: PlanItem & { readonly day: WallDate }, context: Context) => readonly PlanFinding[];

/** Nobody posts what has no account, no format, no time or no piece. */
const missing: ItemRule = (item, context) => {
  const account = item.accountId === null ? undefined : context.accounts.get(item.accountId);
  const one = { about: [item.id], items: [item] };
  if (item.pieceGone) return found(context, 'piece_gone', one);
  if (account === undefined) return found(context, 'account_missing', one);
  if (account.closed) return found(context, 'account_closed', one);
  const platform = context.rules.platforms.get(account.platform);
  return [
    ...(item.format === null
      ? found(context, 'format_missing', one)
      : platform !== undefined && !platform.formats.includes(item.format)
        ? found(context, 'format_foreign', { ...one, params: { format: item.format } })
        : []),
    ...(item.time === null ? found(context, 'time_missing', one) : []),
  ];
};

const quietHours: ItemRule = (item, context) => {
  const account = item.accountId === null ? undefined : context.accounts.get(item.accountId);
  const quiet = quietOf(account ?? null, context.rules.team);
  if (quiet === null || item.time === null || !isQuiet(quiet, item.time)) return [];
  const params = { atTime: item.time, fromTime: quiet.from, toTime: quiet.to };
  return found(context, 'quiet_hours', { about: [item.id], items: [item], params });
};

/** The clocks of its zone skip the time, or show it twice. */
const clocks: ItemRule = (item, context) => {
  if (item.time === null) return [];
  const shown = timesShown({ day: item.day, time: item.time }, item.zone);
  if (shown === 1) return [];
  return found(context, shown === 0 ? 'time_skipped' : 'time_twice', {
    about: [item.id],
    items: [item],
    params: { atTime: item.time, zone: item.zone },
  });
};

/** Hours before its end from which a draw is announced late. */
const LATE_HOURS = 24;

/** Who reads it after the draw has closed can take part no more. */
const draws: ItemRule = (item, context) => {
  if (item.deadline === null) return [];
  const { day, time } = item.deadline;
  const params = { endDay: day, ...(time === null ? {} : { endTime: time }) };
  const one = { about: [item.id, day], items: [item], params };
  // Without an hour the draw closes with its day; a placement without one goes out in the middle of it.
  const closes =
    time === null ? wallMinutes({ day: addDays(day, 1), time: '00:00' as WallTime }) : wallMinutes({ day, time });
  const goes = wallMinutes({ day: item.day, time: item.time ?? ('12:00' as WallTime) });
  if (goes >= closes) return found(context, 'draw_over', one);
  return closes - goes < LATE_HOURS * 60
    ? found(context, 'draw_soon', { ...one, params: { ...params, hours: Math.floor((closes - goes) / 60) } })
    : [];
};

/** Its own scheduler takes a post only so far ahead; later than that somebody must be there. */
const windowSoon: ItemRule = (item, context) => {
  if (item.outcome !== 'planned' || item.time === null) return [];
  const least = schedulerOf(item, context)?.leastMinutes;
  if (least === undefined) return [];
  const left = minutesAt({ day: item.day, time: item.time }, item.zone) - context.now;
  return left >= 0 && left < least
    ? found(context, 'window_soon', { about: [item.id, item.day], items: [item], params: { least, left } })
    : [];
};

const overdue: ItemRule = (item, context) =>
  item.outcome === 'planned' && item.day < context.today
    ? found(context, 'overdue', { about: [item.id, item.day], items: [item] })
    : [];

const aheadRules: readonly ItemRule[] = [missing, quietHours, clocks, draws, windowSoon];

/** What is to be said about one placement by itself. */
export function itemFindings(item: PlanItem, context: Context): readonly PlanFinding[] {
  const { day } = item;
  if (day === null || !isWanted(context, day)) return [];
  const dated = { ...item, day };
  return isAhead(item, context.today) ? aheadRules.flatMap((rule) => rule(dated, context)) : overdue(dated, context);
}

export function schedulerOf(item: PlanItem, { accounts, rules }: Context) {
  const account = item.accountId === null ? undefined : accounts.get(item.accountId);
  return account === undefined ? undefined : rules.platforms.get(account.platform)?.scheduler;
}
