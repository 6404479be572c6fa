import type { Account } from '../../model/records';
import { addDays, daysBetween, startOfWeek, type WallDate } from '../../time/wallDate';
import { type Context, found, isWanted } from '../context';
import type { PlanFinding } from '../finding';
import { gapOf } from '../limits';
import { minutesAt } from '../moments';
import { type Alike, isAhead, isCounted, type PlanItem } from '../plan';

/** An account with its placements that count, in the order they go out. */
export type AccountPlan = {
  readonly account: Account;
  readonly items: readonly Dated[];
  readonly alike: readonly Alike[];
};
export type Dated = PlanItem & { readonly day: WallDate };

type AccountRule = (plan: AccountPlan, context: Context) => readonly PlanFinding[];

/** Two posts closer together than the account allows. */
const gapShort: AccountRule = ({ account, items }, context) => {
  const gap = gapOf(account, context.rules.team);
  if (gap === 0) return [];
  const timed = items.flatMap((item) =>
    item.time === null ? [] : [{ item, at: minutesAt({ day: item.day, time: item.time }, item.zone) }],
  );
  return timed.flatMap(({ item, at }, index) => {
    const before = timed[index - 1];
    if (before === undefined || at - before.at >= gap || !isWanted(context, item.day)) return [];
    if (!isAhead(item, context.today)) return [];
    return found(context, 'gap_short', {
      about: [before.item.id, item.id].toSorted(),
      items: [item, before.item],
      params: { minutes: at - before.at, least: gap, beforeDay: before.item.day, beforeTime: before.item.time ?? '' },
    });
  });
};

const overCapacity: AccountRule = ({ account, items }, context) => {
  const most = account.weeklyCapacity;
  if (most === 0) return [];
  return [...weeksOf(items, context)].flatMap(([week, there]) =>
    there.length > most
      ? found(context, 'over_capacity', {
          about: [account.id, week],
          items: latestAhead(there, context),
          from: week,
          to: addDays(week, 6),
          params: { count: there.length, most },
        })
      : [],
  );
};

/** The same piece again on one account, sooner than readers forget. */
const samePiece: AccountRule = ({ items }, context) => {
  const least = context.rules.team.sameTextDays;
  if (least === 0) return [];
  const last = new Map<string, Dated>();
  return items.flatMap((item) => {
    if (item.pieceId === null) return [];
    const before = last.get(item.pieceId);
    last.set(item.pieceId, item);
    if (before === undefined || !isAhead(item, context.today) || !isWanted(context, item.day)) return [];
    const days = daysBetween(before.day, item.day);
    return days < least
      ? found(context, 'same_piece', {
          about: [before.id, item.id].toSorted(),
          items: [item, before],
          params: { days, least, beforeDay: before.day },
        })
      : [];
  });
};

/** Another piece with nearly the same paragraph on one account. */
const sameText: AccountRule = ({ items, alike }, context) => {
  const least = context.rules.team.sameTextDays;
  if (least === 0 || alike.length === 0) return [];
  const byId = new Map(items.map((item) => [item.id, item]));
  return alike.flatMap(({ a, b, text }) => {
    const pair = [byId.get(a), byId.get(b)].filter((item) => item !== undefined);
    const [before, item] = pair.toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
    if (before === undefined || item === undefined || before.pieceId === item.pieceId) return [];
    const days = daysBetween(before.day, item.day);
    if (days >= least || !isAhead(item, context.today) || !isWanted(context, item.day)) return [];
    return found(context, 'same_text', {
      about: [before.id, item.id].toSorted(),
      items: [item, before],
      params: { days, least, beforeDay: before.day, title: before.title, text },
    });
  });
};

/** So far ahead that the platform's own scheduler does not take it yet: one word for the account. */
const windowFar: AccountRule = ({ account, items }, context) => {
  const most = context.rules.platforms.get(account.platform)?.scheduler?.mostDays;
  if (most === undefined) return [];
  const far = items.filter(
    (item) =>
      item.outcome === 'planned' &&
      item.time !== null &&
      isWanted(context, item.day) &&
      minutesAt({ day: item.day, time: item.time }, item.zone) - context.now > most * 1_440,
  );
  const [first] = far;
  return first === undefined
    ? []
    : found(context, 'window_far', {
        about: [account.id],
        items: far,
        to: far.at(-1)?.day ?? null,
        params: { count: far.length, most, openDay: addDays(first.day, -most), openTime: first.time ?? '' },
      });
};

/** More on one day than the platform's own scheduler takes. */
const windowFull: AccountRule = ({ account, items }, context) => {
  const most = context.rules.platforms.get(account.platform)?.scheduler?.perDay;
  if (most === undefined) return [];
  const days = new Map<WallDate, Dated[]>();
  for (const item of items)
    if (isAhead(item, context.today) && isWanted(context, item.day))
      days.set(item.day, [...(days.get(item.day) ?? []), item]);
  return [...days].flatMap(([day, there]) =>
    there.length > most
      ? found(context, 'window_full', {
          about: [account.id, day],
          items: latestAhead(there, context),
          params: { count: there.length, most },
        })
      : [],
  );
};

const accountRules: readonly AccountRule[] = [gapShort, overCapacity, samePiece, sameText, windowFar, windowFull];

export const accountFindings = (plan: AccountPlan, context: Context): readonly PlanFinding[] =>
  accountRules.flatMap((rule) => rule(plan, context));

/** Placements by the first day of their week, for weeks that still have a day to come and are wanted. */
export function weeksOf(
  items: readonly Dated[],
  { rules, today, from, to }: Context,
): ReadonlyMap<WallDate, readonly Dated[]> {
  const weeks = new Map<WallDate, Dated[]>();
  const weekOf = new Map<WallDate, WallDate>();
  for (const item of items) {
    const week = weekOf.get(item.day) ?? startOfWeek(item.day, rules.team.weekStart);
    weekOf.set(item.day, week);
    const end = addDays(week, 6);
    if (end < today || end < from || week > to || !isCounted(item)) continue;
    const there = weeks.get(week);
    if (there === undefined) weeks.set(week, [item]);
    else there.push(item);
  }
  return weeks;
}

/** Those that could still be moved first, the latest of them in front: what is over is looked for at the end. */
export const latestAhead = (items: readonly Dated[], { today }: Context): readonly Dated[] =>
  items.toReversed().toSorted((a, b) => Number(isAhead(b, today)) - Number(isAhead(a, today)));
