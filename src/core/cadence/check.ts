import { addDays, type WallTime } from '../time/wallDate';
import type { Context } from './context';
import { createDayOrder, daysOf, type Row } from './dayOrder';
import type { PlanFinding } from './finding';
import { minutesAt } from './moments';
import { createSorter } from './order';
import { type Alike, isCounted, MARGIN_DAYS, type PlanItem, type PlanToCheck } from './plan';
import { accountFindings, type Dated } from './rules/account';
import { itemFindings } from './rules/item';
import { wholeFindings } from './rules/whole';

/**
 * Everything there is to say about a plan. Accounts are looked at one by one, and one whose placements and rules are the
 * same objects as last time is not looked at again: after a move two rows are read anew and not fifty.
 */
export type PlanChecker = (plan: PlanToCheck) => readonly PlanFinding[];

type Known = Row & {
  readonly items: readonly PlanItem[];
  readonly alike: readonly Alike[];
  readonly findings: readonly PlanFinding[];
};

export function createPlanChecker(): PlanChecker {
  const look = createPlanLook();
  const sort = createSorter();
  return (plan) => sort(look(plan));
}

/** The same in no order: for trying fixes, where one asks only what is there. */
export function createPlanLook(): PlanChecker {
  let frame: readonly unknown[] = [];
  let known = new Map<string, Known>();
  let own: OwnFindings = new WeakMap();
  const order = createDayOrder();
  return (plan) => {
    const now: readonly unknown[] = [plan.rules, plan.today, Math.floor(plan.now / 60_000), plan.from, plan.to];
    if (now.some((part, index) => part !== frame[index])) {
      known = new Map();
      own = new WeakMap();
    }
    frame = now;
    const context = contextOf(plan);
    const rows = rowsOf(plan);
    const alike = alikeByAccount(plan);
    const next = new Map<string, Known>();
    for (const [accountId, items] of rows) {
      const before = known.get(accountId);
      const pairs = alike.get(accountId) ?? none;
      const isSame = before !== undefined && sameItems(before.items, items) && samePairs(before.alike, pairs);
      next.set(accountId, isSame ? before : lookAt(accountId, items, pairs, context, own));
    }
    known = next;
    const whole = wholeFindings({ ...order(next), all: plan.items, waves: plan.waves }, context);
    return [...[...next.values()].flatMap((row) => row.findings), ...whole];
  };
}

/** The same without memory, for one look. */
export const checkPlan = (plan: PlanToCheck): readonly PlanFinding[] => createPlanChecker()(plan);

const none: readonly never[] = [];
const contextOf = ({ rules, today, now, from, to }: PlanToCheck): Context => ({
  rules,
  today,
  now: Math.floor(now / 60_000),
  from,
  to,
  accounts: new Map(rules.accounts.map((account) => [account.id, account])),
});

/** Placements by account, within the days a rule may look at; those of no account under an empty name. */
function rowsOf({ items, from, to }: PlanToCheck): ReadonlyMap<string, readonly PlanItem[]> {
  const first = addDays(from, -MARGIN_DAYS);
  const last = addDays(to, MARGIN_DAYS);
  const rows = new Map<string, PlanItem[]>();
  for (const item of items) {
    if (item.day === null || item.day < first || item.day > last) continue;
    const row = rows.get(item.accountId ?? '');
    if (row === undefined) rows.set(item.accountId ?? '', [item]);
    else row.push(item);
  }
  return rows;
}

function alikeByAccount({ alike, items }: PlanToCheck): ReadonlyMap<string, readonly Alike[]> {
  const found = new Map<string, Alike[]>();
  if (alike.length === 0) return found;
  const accounts = new Map(items.map(({ id, accountId }) => [id, accountId ?? '']));
  for (const pair of alike) {
    const account = accounts.get(pair.a);
    if (account === undefined || account !== accounts.get(pair.b)) continue;
    found.set(account, [...(found.get(account) ?? []), pair]);
  }
  return found;
}

/** What is to be said of a placement by itself stays the same while it does: its neighbours on the account have moved, not it. */
type OwnFindings = WeakMap<PlanItem, readonly PlanFinding[]>;

function ownFindings(item: PlanItem, context: Context, known: OwnFindings): readonly PlanFinding[] {
  const there = known.get(item) ?? itemFindings(item, context);
  known.set(item, there);
  return there;
}

function lookAt(
  accountId: string,
  items: readonly PlanItem[],
  alike: readonly Alike[],
  context: Context,
  own: OwnFindings,
): Known {
  const sorted = items
    .flatMap((item) =>
      item.day === null || !isCounted(item)
        ? []
        : [{ item: item as Dated, at: minutesAt({ day: item.day, time: item.time ?? LATEST }, item.zone) }],
    )
    .toSorted((a, b) => a.at - b.at || compare(a.item.id, b.item.id))
    .map(({ item }) => item);
  const account = context.accounts.get(accountId);
  const findings = [
    ...items.flatMap((item) => ownFindings(item, context, own)),
    ...(account === undefined ? [] : accountFindings({ account, items: sorted, alike }, context)),
  ];
  return { items, alike, days: daysOf(sorted), findings };
}

/** A placement without a time comes last in its day. */
const LATEST = '23:59' as WallTime;

const sameItems = (a: readonly PlanItem[], b: readonly PlanItem[]): boolean =>
  a.length === b.length && a.every((item, index) => item === b[index]);
const samePairs = (a: readonly Alike[], b: readonly Alike[]): boolean =>
  a.length === b.length && a.every((pair, index) => pair.a === b[index]?.a && pair.b === b[index]?.b);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
