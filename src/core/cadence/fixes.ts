import type { Account } from '../model/records';
import { formatFor, usualTime } from '../schedule/move';
import { addDays, type WallDate, type WallTime } from '../time/wallDate';
import type { PlanChecker } from './check';
import type { PlanCode } from './codes';
import type { PlanEdit, PlanFinding, PlanFix } from './finding';
import { gapOf, quietOf, silenceAround } from './limits';
import { clocksMovedBy, type Moment, minutesAt, minutesOn } from './moments';
import { isWorse } from './order';
import { isMovable, type PlanItem, type PlanToCheck } from './plan';

/** How many ways of mending one finding are tried. */
const MOST_TRIED = 24;
/** A piece that came too soon is put off by no more days than this; beyond it somebody decides. */
const FARTHEST_DAYS = 14;

/**
 * The fix of a finding, or null where only a person can mend it. What is proposed is tried on the plan first; only a fix that
 * takes its finding away and brings nothing as bad is offered.
 */
export function planFix(check: PlanChecker, plan: PlanToCheck, finding: PlanFinding): PlanFix | null {
  const propose = proposals[finding.code];
  if (propose === undefined) return null;
  const items = finding.placementIds.flatMap((id) => plan.items.find((item) => item.id === id) ?? []);
  const [item] = items;
  if (item === undefined) return null;
  const account = plan.rules.accounts.find(({ id }) => id === item.accountId);
  const before = keysOf(check, plan);
  if (!before.has(finding.key)) return null;
  let tried = 0;
  for (const fix of propose({ plan, finding, item, items, account })) {
    if (fix === null || !isAllowed(plan, fix.edits)) continue;
    tried += 1;
    if (tried > MOST_TRIED) return null;
    const after = check(withEdits(plan, fix.edits));
    const mends = after.every(
      ({ key, severity }) => key !== finding.key && (before.has(key) || isWorse(finding.severity, severity)),
    );
    if (mends) return fix;
  }
  return null;
}

/** Keys of a plan's findings, kept for the findings of one plan that are tried one after the other. */
const kept = new WeakMap<PlanToCheck, ReadonlySet<string>>();
function keysOf(check: PlanChecker, plan: PlanToCheck): ReadonlySet<string> {
  const known = kept.get(plan);
  if (known !== undefined) return known;
  const keys = new Set(check(plan).map(({ key }) => key));
  kept.set(plan, keys);
  return keys;
}

/** The same plan with a fix applied; placements it does not touch are the same objects. */
export function withEdits(plan: PlanToCheck, edits: readonly PlanEdit[]): PlanToCheck {
  const byId = new Map(edits.map((edit) => [edit.id, edit]));
  return {
    ...plan,
    items: plan.items.map((item) => {
      const edit = byId.get(item.id);
      return edit === undefined ? item : { ...item, ...edit };
    }),
  };
}

/** Nothing is moved to where it would have gone out already, and nothing that must stay. */
const isAllowed = (plan: PlanToCheck, edits: readonly PlanEdit[]): boolean =>
  edits.every((edit) => {
    const item = plan.items.find(({ id }) => id === edit.id);
    if (item === undefined) return false;
    if (edit.day === undefined && edit.time === undefined) return item.outcome === 'planned';
    if (!isMovable(item)) return false;
    const day = edit.day ?? item.day;
    const time = edit.time ?? item.time;
    if (day === null || day < plan.today) return false;
    return time === null || minutesAt({ day, time }, item.zone) > plan.now / 60_000;
  });

type Ask = {
  readonly plan: PlanToCheck;
  readonly finding: PlanFinding;
  /** The first placement the finding is about, and all of them. */
  readonly item: PlanItem;
  readonly items: readonly PlanItem[];
  readonly account: Account | undefined;
};
type Propose = (ask: Ask) => Iterable<PlanFix | null>;

/** Ways to mend a finding, the best first. A code that is missing needs a person. */
const proposals: Partial<Readonly<Record<PlanCode, Propose>>> = {
  gap_short: function* ({ plan, item, items: [, other], account }) {
    const gap = account === undefined ? 0 : gapOf(account, plan.rules.team);
    if (item.day === null || item.time === null || other?.day == null || other.time === null) return;
    const here: Moment = { day: item.day, time: item.time };
    const there: Moment = { day: other.day, time: other.time };
    yield move(item, minutesOn(there, gap));
    yield move(other, minutesOn(here, -gap));
    for (const half of [30, 60, 120]) yield move(item, minutesOn(there, gap + half));
    yield move(item, { ...here, day: addDays(item.day, 1) });
    yield move(other, { ...there, day: addDays(other.day, -1) });
  },
  quiet_hours: function* ({ plan, item, account }) {
    const quiet = quietOf(account ?? null, plan.rules.team);
    if (quiet === null || item.day === null || item.time === null) return;
    const { began, ends } = silenceAround(quiet, item.day, item.time);
    const near = [minutesOn(began, -30), ends].toSorted((a, b) => distance(item, a) - distance(item, b));
    for (const moment of near) yield move(item, moment);
    yield move(item, minutesOn(began, -60));
    yield move(item, minutesOn(ends, 30));
  },
  over_capacity: otherWeek,
  tier_over: otherWeek,
  window_full: function* ({ items }) {
    for (const item of items.slice(0, 3))
      for (const days of [1, -1, 2]) if (item.day !== null) yield toDay(item, addDays(item.day, days));
  },
  same_piece: later,
  same_text: later,
  day_off: function* ({ plan, items }) {
    const day = items[0]?.day ?? null;
    const open = items.filter(isMovable);
    if (day === null || open.length === 0 || open.length < items.length) return;
    const [only] = open;
    for (const target of workdaysAround(plan, day))
      yield only !== undefined && open.length === 1 ? toDay(only, target) : together(open, target);
  },
  time_skipped: function* ({ item }) {
    if (item.day === null || item.time === null) return;
    const moved = Math.abs(clocksMovedBy(item.day, item.zone));
    yield setTime(item, minutesOn({ day: item.day, time: item.time }, moved));
    yield setTime(item, minutesOn({ day: item.day, time: item.time }, -moved));
  },
  time_twice: function* ({ item }) {
    if (item.day === null || item.time === null) return;
    const moved = Math.abs(clocksMovedBy(item.day, item.zone));
    yield setTime(item, minutesOn({ day: item.day, time: item.time }, moved));
    yield setTime(item, minutesOn({ day: item.day, time: item.time }, -moved));
  },
  time_missing: function* ({ plan, item }) {
    const usual = item.accountId === null ? null : usualTime(plan.items, item.accountId);
    for (const time of [usual, '18:00', '12:00', '20:00', '10:00'] as (WallTime | null)[])
      if (time !== null && item.day !== null) yield setTime(item, { day: item.day, time });
  },
  format_missing: formatOfAccount,
  format_foreign: formatOfAccount,
  draw_over: beforeDeadline,
  draw_soon: beforeDeadline,
  wave_differs: function* ({ plan, item }) {
    const wish = plan.waves.find(({ placementId }) => placementId === item.id);
    if (wish === undefined || wish.isFollowed) return;
    yield {
      act: 'by_rule',
      params: { toDay: wish.day, ...(wish.time === null ? {} : { toTime: wish.time }) },
      edits: [{ id: item.id, day: wish.day, ...(wish.time === null ? {} : { time: wish.time }) }],
    };
  },
};

function move(item: PlanItem, { day, time }: Moment): PlanFix {
  return { act: 'move', params: { toDay: day, toTime: time }, edits: [{ id: item.id, day, time }] };
}

const toDay = (item: PlanItem, day: WallDate): PlanFix => ({
  act: 'move',
  params: { toDay: day, ...(item.time === null ? {} : { toTime: item.time }) },
  edits: [{ id: item.id, day }],
});

const together = (items: readonly PlanItem[], day: WallDate): PlanFix => ({
  act: 'move',
  params: { toDay: day, count: items.length },
  edits: items.map(({ id }) => ({ id, day })),
});

const setTime = (item: PlanItem, { day, time }: Moment): PlanFix | null =>
  day === item.day ? { act: 'set_time', params: { toTime: time }, edits: [{ id: item.id, time }] } : null;

/** Minutes between where a placement stands and where it might. */
const distance = (item: PlanItem, moment: Moment): number =>
  item.day === null || item.time === null
    ? 0
    : Math.abs(minutesAt({ day: item.day, time: item.time }, 'UTC') - minutesAt(moment, 'UTC'));

/** The latest of a week that is too full goes to the first day of the week after that has room, or the week before. */
function* otherWeek({ plan, finding, items }: Ask): Generator<PlanFix> {
  if (finding.to === null || finding.from === null) return;
  for (const item of items.filter(isMovable).slice(0, 3)) {
    for (const days of [1, 2, 3, 4, 5, 6, 7]) yield toDay(item, addDays(finding.to, days));
    for (const days of [1, 2])
      if (addDays(finding.from, -days) >= plan.today) yield toDay(item, addDays(finding.from, -days));
  }
}

function* later({ finding, item }: Ask): Generator<PlanFix> {
  const missing = Number(finding.params.least) - Number(finding.params.days);
  if (item.day === null || !(missing <= FARTHEST_DAYS)) return;
  for (const more of [0, 1, 2, 3]) yield toDay(item, addDays(item.day, missing + more));
}

/** Workdays next to a day off, the nearer first, the later of two equally near. */
function workdaysAround({ rules, today }: PlanToCheck, day: WallDate): readonly WallDate[] {
  const around: WallDate[] = [];
  for (let step = 1; step <= 14 && around.length < 4; step += 1)
    for (const candidate of [addDays(day, step), addDays(day, -step)])
      if (candidate >= today && ['workday', 'make_up'].includes(rules.dayKind(candidate))) around.push(candidate);
  return around;
}

function* formatOfAccount({ plan, item, account }: Ask): Generator<PlanFix> {
  if (account === undefined) return;
  const known = plan.rules.platforms.get(account.platform)?.formats ?? [];
  for (const format of [formatFor(account), ...account.formats, ...known])
    if (format !== null && known.includes(format))
      yield { act: 'set_format', params: { format }, edits: [{ id: item.id, format }] };
}

/** Days before the draw closes, the latest that still leaves time first. */
function* beforeDeadline({ item }: Ask): Generator<PlanFix> {
  const end = item.deadline?.day;
  if (end === undefined) return;
  for (const days of [3, 2, 4, 5, 1]) yield toDay(item, addDays(end, -days));
}
