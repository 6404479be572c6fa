import type { PlanCheckAnswer } from '../../../contract';
import { createPlanLook, type PlanChecker } from '../../../core/cadence/check';
import type { PlanEdit, PlanFinding, PlanFix } from '../../../core/cadence/finding';
import { planFix, withEdits } from '../../../core/cadence/fixes';
import { minutesAt } from '../../../core/cadence/moments';
import { createSorter } from '../../../core/cadence/order';
import { MARGIN_DAYS, type PlanRules, type PlanToCheck, type WaveWish } from '../../../core/cadence/plan';
import { waiversOf } from '../../../core/cadence/waive';
import { noLimits } from '../../../core/cascade/scene';
import { timetableOf } from '../../../core/cascade/timetable';
import type { Op } from '../../../core/plan/ops';
import type { PlatformPack } from '../../../core/platforms/pack';
import { accountsById } from '../../../core/schedule/planned';
import { wallInZone } from '../../../core/sheets/values/wallInZone';
import type { WallDate, WallTime } from '../../../core/time/wall';
import { addDays } from '../../../core/time/wallDate';
import { dayKind, isTabled, isWorkday } from '../../../core/time/workdays';
import type { StoreContext } from '../context';
import { prepared, type ReadDb } from '../database';
import { listViews, readViews } from '../rows';
import { workspaceOf } from '../workspace';
import { alikeBetween, type ItemShelf, itemsBetween } from './planItems';

/** What stays in memory between two checks of one database: after a move only what changed is read and looked at again. */
type Memory = {
  readonly look: PlanChecker;
  readonly sort: ReturnType<typeof createSorter>;
  readonly items: ItemShelf;
  rules: { readonly key: string; readonly rules: PlanRules } | null;
};
const memories = new WeakMap<ReadDb, Memory>();

function memoryOf(db: ReadDb): Memory {
  const known = memories.get(db);
  if (known !== undefined) return known;
  const made: Memory = { look: createPlanLook(), sort: createSorter(), items: new Map(), rules: null };
  memories.set(db, made);
  return made;
}

type Span = { readonly from: WallDate; readonly to: WallDate };

/** Everything there is to say about the plan between two days; what the team waived apart. */
export function checkOf(store: StoreContext, span: Span): PlanCheckAnswer {
  const plan = planOf(store, span);
  const { look, sort } = memoryOf(store.db);
  const findings = sort(look(plan));
  const waivers = waiversOf(workspaceOf(store.db).waived);
  const byKey = new Map(findings.map((finding) => [finding.key, finding]));
  return {
    findings: findings.filter(({ key }) => !waivers.has(key)),
    filled: plan.items.flatMap(({ id, seriesId, slotDay }) =>
      seriesId === null || slotDay === null ? [] : [{ placementId: id, seriesId, slotDay }],
    ),
    waived: [...waivers].map(([key, waiver]) => ({ key, waiver, finding: byKey.get(key) ?? null })),
  };
}

/** The fix of each finding that has one, by its key; tried on the plan as it stood when it was asked. */
export async function fixesOf(
  store: StoreContext,
  { keys, ...span }: Span & { readonly keys: readonly string[] },
): Promise<Readonly<Record<string, PlanFix>>> {
  const { look } = memoryOf(store.db);
  const plan = planOf(store, span);
  const wanted = new Set(keys);
  const fixes: Record<string, PlanFix> = {};
  for (const finding of look(plan)) {
    if (!wanted.has(finding.key)) continue;
    const fix = planFix(look, plan, finding);
    if (fix !== null) fixes[finding.key] = fix;
    // In a large plan a try costs milliseconds: other calls go in between.
    await new Promise((done) => setImmediate(done));
  }
  return fixes;
}

/**
 * Fixes findings one after the other, each on the plan as the ones before left it, so that two fixes never meet. Answers the
 * ops of all together, and what was done about which.
 */
export function fixOps(
  store: StoreContext,
  { keys, ...span }: Span & { readonly keys: readonly string[] },
): { readonly ops: readonly Op[]; readonly fixed: readonly PlanFinding[] } {
  const { look } = memoryOf(store.db);
  let plan = planOf(store, span);
  const edits = new Map<string, PlanEdit>();
  const fixed: PlanFinding[] = [];
  for (const key of keys) {
    const finding = look(plan).find((one) => one.key === key);
    const fix = finding === undefined ? null : planFix(look, plan, finding);
    if (finding === undefined || fix === null) continue;
    for (const edit of fix.edits) edits.set(edit.id, { ...edits.get(edit.id), ...edit });
    plan = withEdits(plan, fix.edits);
    fixed.push(finding);
  }
  return { ops: [...edits.values()].flatMap(opsOf), fixed };
}

const opsOf = ({ id, ...values }: PlanEdit): readonly Op[] =>
  Object.entries(values).map(
    ([register, value]): Op => ({ kind: 'set', type: 'placement', id, register, value: value ?? null }),
  );

function planOf(store: StoreContext, { from, to }: Span): PlanToCheck {
  const { db } = store;
  const memory = memoryOf(db);
  const today = store.today();
  const first = addDays(from, -MARGIN_DAYS);
  const last = addDays(to, MARGIN_DAYS);
  const rules = rulesOf(store, memory);
  return {
    rules,
    today,
    now: nowOf(store, rules.team.zone, today),
    from,
    to,
    items: itemsBetween(db, memory.items, first, last, today),
    alike: alikeBetween(db, first, last),
    waves: wishesOf(store, rules),
  };
}

/** Now, on the day that counts as today: a fixed day keeps the hour of the machine's clock. */
function nowOf({ clock }: StoreContext, zone: string, today: WallDate): number {
  const time = wallInZone(clock.now(), zone)?.time ?? ('12:00' as WallTime);
  return minutesAt({ day: today, time }, zone) * 60_000;
}

const ruleTypes = ['workspace', 'account', 'persona', 'community', 'series', 'platform'] as const;

/** The same object as long as no record changed that it is made of. */
function rulesOf(store: StoreContext, memory: Memory): PlanRules {
  const { db } = store;
  const key = ruleTypes.map((type) => latestOf(db, type)).join('|');
  if (memory.rules?.key === key) return memory.rules.rules;
  const rules: PlanRules = {
    team: workspaceOf(db),
    accounts: listViews(db, 'account'),
    personas: listViews(db, 'persona'),
    communities: listViews(db, 'community'),
    series: listViews(db, 'series'),
    platforms: new Map(store.packs().map((pack) => [pack.id, factsOf(pack)])),
    dayKind,
  };
  memory.rules = { key, rules };
  return rules;
}

const factsOf = ({ id, scheduler, formats }: PlatformPack) => ({
  scheduler,
  formats: formats.map((format) => `${id}/${format.id}`),
});

const latestOf = (db: ReadDb, type: (typeof ruleTypes)[number]): string => {
  const row = prepared(db, `SELECT max(touched) AS latest, sum(alive) AS alive FROM ${type}`).get() as {
    latest: string | null;
    alive: number | null;
  };
  return `${row.latest ?? ''}:${row.alive ?? 0}`;
};

/** Where the rules of all waves want their placements. */
function wishesOf({ db, today }: StoreContext, rules: PlanRules): readonly WaveWish[] {
  const waves = listViews(db, 'wave');
  if (waves.length === 0) return [];
  const ids = waves.flatMap(({ placementId }) => placementId ?? []);
  const placements = new Map(readViews(db, 'placement', ids).map((placement) => [placement.id, placement]));
  const calendar = { isWorkday, isTabled: (year: number) => isTabled(`${year}-01-01` as WallDate) };
  return listViews(db, 'campaign').flatMap((campaign) => {
    const mine = waves.filter(({ campaignId }) => campaignId === campaign.id);
    if (mine.length === 0) return [];
    const scene = {
      campaign,
      waves: mine,
      placements,
      accounts: accountsById(rules.accounts),
      zone: rules.team.zone,
      today: today(),
      calendar,
      limits: noLimits,
    };
    const entries = timetableOf(scene);
    const followed = new Set(entries.map(({ anchorId }) => anchorId));
    return entries.flatMap(({ wave, placementId, wants }) =>
      placementId !== null && wants.kind === 'at'
        ? [{ placementId, day: wants.moment.day, time: wants.moment.time, isFollowed: followed.has(wave.id) }]
        : [],
    );
  });
}
