import type { Severity } from '../adapt/types';
import { addDays, type WallTime } from '../time/wallDate';
import type { Context } from './context';
import type { PlanFinding } from './finding';
import { minutesAt } from './moments';
import { type Alike, isCounted, MARGIN_DAYS, type PlanItem, type PlanToCheck } from './plan';
import { accountFindings, type Dated } from './rules/account';
import { itemFindings } from './rules/item';
import { wholeFindings } from './rules/whole';

/**
 * Everything there is to say about a plan. Accounts are looked at one by one, and one whose placements and rules are the
 * same objects as last time is not looked at again: after a move two rows are read anew and not fifty.
 */
export type PlanChecker = (plan: PlanToCheck) => readonly PlanFinding[];

type Known = {
  readonly items: readonly PlanItem[];
  readonly alike: readonly Alike[];
  readonly sorted: readonly Dated[];
  readonly findings: readonly PlanFinding[];
};

export function createPlanChecker(): PlanChecker {
  const look = createPlanLook();
  return (plan) => sortFindings(look(plan));
}

/** The same in no order: for trying fixes, where one asks only what is there. */
export function createPlanLook(): PlanChecker {
  let frame: readonly unknown[] = [];
  let known = new Map<string, Known>();
  return (plan) => {
    const now: readonly unknown[] = [plan.rules, plan.today, Math.floor(plan.now / 60_000), plan.from, plan.to];
    if (now.some((part, index) => part !== frame[index])) known = new Map();
    frame = now;
    const context = contextOf(plan);
    const rows = rowsOf(plan);
    const alike = alikeByAccount(plan);
    const next = new Map<string, Known>();
    for (const [accountId, items] of rows) {
      const before = known.get(accountId);
      const pairs = alike.get(accountId) ?? none;
      const isSame = before !== undefined && sameItems(before.items, items) && samePairs(before.alike, pairs);
      next.set(accountId, isSame ? before : lookAt(accountId, items, pairs, context));
    }
    known = next;
    const sorted = byDay([...next.values()].map((row) => row.sorted));
    const whole = wholeFindings({ items: sorted, all: plan.items, waves: plan.waves }, context);
    return [...[...next.values()].flatMap((row) => row.findings), ...whole];
  };
}

/** The same without memory, for one look. */
export const checkPlan = (plan: PlanToCheck): readonly PlanFinding[] => createPlanChecker()(plan);

const none: readonly never[] = [];
const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** Errors first, then by day; what has no day at the end. */
export const sortFindings = (findings: readonly PlanFinding[]): readonly PlanFinding[] =>
  findings.toSorted((a, b) => compare(placeOf(a), placeOf(b)));

/** Where a finding stands in the list, as one text: most are the same objects as in the check before. */
const places = new WeakMap<PlanFinding, string>();
function placeOf(finding: PlanFinding): string {
  const known = places.get(finding);
  if (known !== undefined) return known;
  const place = `${rank[finding.severity]} ${finding.from ?? '9999'} ${finding.code} ${finding.key}`;
  places.set(finding, place);
  return place;
}

/** Whether one is worse than another. */
export const isWorse = (one: Severity, other: Severity): boolean => rank[one] < rank[other];

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

function lookAt(accountId: string, items: readonly PlanItem[], alike: readonly Alike[], context: Context): Known {
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
    ...items.flatMap((item) => itemFindings(item, context)),
    ...(account === undefined ? [] : accountFindings({ account, items: sorted, alike }, context)),
  ];
  return { items, alike, sorted, findings };
}

/** All rows in one, day after day: each is in order, so the days are filled one row after another. */
function byDay(rows: readonly (readonly Dated[])[]): readonly Dated[] {
  const days = new Map<string, Dated[]>();
  for (const row of rows)
    for (const item of row) {
      const there = days.get(item.day);
      if (there === undefined) days.set(item.day, [item]);
      else there.push(item);
    }
  return [...days.keys()].toSorted().flatMap((day) => days.get(day) ?? []);
}

/** A placement without a time comes last in its day. */
const LATEST = '23:59' as WallTime;

const sameItems = (a: readonly PlanItem[], b: readonly PlanItem[]): boolean =>
  a.length === b.length && a.every((item, index) => item === b[index]);
const samePairs = (a: readonly Alike[], b: readonly Alike[]): boolean =>
  a.length === b.length && a.every((pair, index) => pair.a === b[index]?.a && pair.b === b[index]?.b);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
