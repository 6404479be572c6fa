import fc from 'fast-check';
import type { WorkCalendar } from '../../../src/core/cascade/calendar';
import { noLimits, type Placed, type Scene } from '../../../src/core/cascade/scene';
import type { Account, Wave, WaveRule } from '../../../src/core/model/records';
import { accountsById } from '../../../src/core/schedule/planned';
import { addDays, type WallDate, type WallTime, wallDate, weekday } from '../../../src/core/time/wall';
import { anAccount, aRecord } from '../schedule/plan';

/** A campaign as a table: wave → rule, and where it is planned. */

export const TODAY = wallDate('2026-10-09');
export const ZONE = 'Asia/Shanghai';
export const at = (time: string) => time as WallTime;

/** The National Day of 2026 as the notices give it: 1 to 7 October off, 10 October worked. */
export const october: WorkCalendar = {
  isWorkday: (day) => day === '2026-10-10' || (weekday(day) <= 5 && !(day >= '2026-10-01' && day <= '2026-10-07')),
  isTabled: (year) => year === 2026,
};

export const aPlaced = (given: Partial<Placed> & { readonly id: string }): Placed => ({
  pieceId: 'piece',
  accountId: 'weibo',
  day: TODAY,
  time: at('20:00'),
  zone: ZONE,
  outcome: 'planned',
  pinned: false,
  ...given,
});

export const aWave = (id: string, rule: WaveRule, given: Partial<Wave> = {}): Wave =>
  aRecord('wave', { id, campaignId: 'c', rule, placementId: `p-${id}`, accountId: id, order: id, ...given });

export const lead = (time = '20:00'): WaveRule => ({ kind: 'lead', time: at(time) });
export const minutes = (count: number): WaveRule => ({ kind: 'minutes', minutes: count });
export const days = (count: number, time: string | null = null): WaveRule => ({
  kind: 'days',
  days: count,
  time: time as WallTime | null,
});
export const workdays = (count: number, time: string | null = null): WaveRule => ({
  kind: 'workdays',
  days: count,
  time: time as WallTime | null,
});

export function aScene(
  waves: readonly Wave[],
  placed: readonly Placed[],
  given: Partial<Scene> & { readonly accounts?: Scene['accounts'] } = {},
): Scene {
  const accounts: Account[] = [...new Set(placed.map(({ accountId }) => accountId ?? ''))].map((id) =>
    anAccount({ id }),
  );
  return {
    campaign: aRecord('campaign', { id: 'c', leadWaveId: waves[0]?.id ?? null, zeroDay: TODAY }),
    waves,
    placements: new Map(placed.map((one) => [one.id, one])),
    accounts: accountsById(accounts),
    zone: ZONE,
    today: TODAY,
    calendar: october,
    limits: noLimits,
    ...given,
  };
}

export const timeArb = fc
  .integer({ min: 0, max: 1439 })
  .map((minute) => new Date(minute * 60_000).toISOString().slice(11, 16) as WallTime);
const few = fc.oneof(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -3_660, max: 3_660 }));
const perhaps = fc.option(timeArb, { nil: null });

export const ruleArb: fc.Arbitrary<WaveRule> = fc.oneof(
  fc.record({ kind: fc.constant('lead' as const), time: timeArb }),
  fc.record({
    kind: fc.constant('minutes' as const),
    minutes: fc.oneof(
      fc.integer({ min: -3_660 * 1440, max: 3_660 * 1440 }),
      fc.integer({ min: -200, max: 200 }).map((hours) => hours * 60),
    ),
  }),
  fc.record({ kind: fc.constant('days' as const), days: few, time: perhaps }),
  fc.record({ kind: fc.constant('workdays' as const), days: few, time: perhaps }),
);

/** Rules of a campaign as they are: within two weeks. */
export const nearRuleArb: fc.Arbitrary<WaveRule> = fc.oneof(
  fc.record({ kind: fc.constant('minutes' as const), minutes: fc.integer({ min: -2_000, max: 8_000 }) }),
  fc.record({ kind: fc.constant('days' as const), days: fc.integer({ min: -7, max: 14 }), time: perhaps }),
  fc.record({ kind: fc.constant('workdays' as const), days: fc.integer({ min: -5, max: 8 }), time: perhaps }),
);

export const dayArb: fc.Arbitrary<WallDate> = fc
  .integer({ min: 0, max: 60 })
  .map((days) => addDays(wallDate('2026-09-10'), days));
