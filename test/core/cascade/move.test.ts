import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moveCascade } from '../../../src/core/cascade/move';
import type { Placed, Scene } from '../../../src/core/cascade/scene';
import { timetableOf } from '../../../src/core/cascade/timetable';
import type { Wave } from '../../../src/core/model/records';
import { accountsById } from '../../../src/core/schedule/planned';
import { type WallDate, type WallTime, wallDate } from '../../../src/core/time/wall';
import { anAccount } from '../schedule/plan';
import { aPlaced, aScene, at, aWave, dayArb, days, lead, minutes, nearRuleArb, timeArb, workdays } from './scene';

/** The cascade of the brief: Douyin opens, and the others follow by their rules. */
const waves = [
  aWave('douyin', lead()),
  aWave('bilibili', days(1, '18:00')),
  aWave('core', minutes(-1440)),
  aWave('wechat', workdays(2)),
  aWave('weibo', minutes(90)),
];
const where: Record<string, [day: string, time: string]> = {
  douyin: ['2026-10-16', '20:00'],
  bilibili: ['2026-10-17', '18:00'],
  core: ['2026-10-15', '20:00'],
  wechat: ['2026-10-20', '20:00'],
  weibo: ['2026-10-16', '21:30'],
};
const placed = (changes: Record<string, Partial<Placed>> = {}) =>
  Object.entries(where).map(([id, [day, time]]) =>
    aPlaced({ id: `p-${id}`, accountId: id, day: wallDate(day), time: at(time), ...changes[id] }),
  );
const toTuesday = new Map([
  ['p-douyin', aPlaced({ id: 'p-douyin', accountId: 'douyin', day: wallDate('2026-10-13'), time: at('19:00') })],
]);
const said = (scene: Scene, moved = toTuesday, force = false) =>
  moveCascade(scene, moved, { force }).map(({ waveId, fate }) =>
    fate.kind === 'moves'
      ? `${waveId} → ${fate.to.day} ${fate.to.time}`
      : fate.kind === 'blocked'
        ? `${waveId} stays: ${fate.blocks.map(({ kind }) => kind).join(', ')}`
        : `${waveId} ${fate.kind}`,
  );

describe('moving the lead of a cascade', () => {
  it('moves every follower by its rule', () => {
    expect(said(aScene(waves, placed()))).toEqual([
      'bilibili → 2026-10-14 18:00',
      'core → 2026-10-12 19:00',
      'wechat → 2026-10-15 19:00',
      'weibo → 2026-10-13 20:30',
    ]);
  });

  it('leaves pinned ones, blocked ones and what went out, each with its reason', () => {
    const accounts = accountsById([
      anAccount({ id: 'douyin' }),
      anAccount({ id: 'core', closed: true }),
      anAccount({ id: 'wechat' }),
      anAccount({ id: 'weibo', weeklyCapacity: 1 }),
    ]);
    const scene = aScene(
      waves,
      [
        ...placed({ bilibili: { pinned: true }, wechat: { outcome: 'live' } }),
        aPlaced({ id: 'other', accountId: 'weibo', day: wallDate('2026-10-06') }),
      ],
      { accounts },
    );
    const earlier = new Map([
      ['p-douyin', aPlaced({ id: 'p-douyin', accountId: 'douyin', day: wallDate('2026-10-09'), time: at('19:00') })],
    ]);
    expect(said(scene, earlier)).toEqual([
      'bilibili pinned',
      'core stays: past, closed',
      'wechat stays: settled',
      'weibo stays: capacity',
    ]);
    expect(said(scene, earlier, true)).toEqual([
      'bilibili pinned',
      'core stays: past, closed',
      'wechat stays: settled',
      'weibo → 2026-10-09 20:30',
    ]);
  });

  it('knows breaks and make-up days, and a day off where the wave wants to work', () => {
    const scene = aScene(
      [waves[0] as Wave, aWave('wechat', workdays(2)), aWave('weibo', days(1), { onlyWorkdays: true })],
      placed(),
    );
    const to = (day: string) =>
      new Map([['p-douyin', aPlaced({ id: 'p-douyin', accountId: 'douyin', day: wallDate(day) })]]);
    // Saturday the 10th is worked.
    expect(said(scene, to('2026-10-09'))).toEqual(['wechat → 2026-10-12 20:00', 'weibo → 2026-10-10 20:00']);
    expect(said(scene, to('2026-10-10'))).toEqual(['wechat → 2026-10-13 20:00', 'weibo stays: day_off']);
    const [wechat] = moveCascade(scene, to('2027-01-04'));
    expect(wechat?.untabled).toEqual([2027]);
  });

  it('sends those who follow a follower from where that one really ends up', () => {
    const chain = [
      aWave('douyin', lead()),
      aWave('weibo', minutes(90)),
      aWave('bilibili', days(1, '18:00'), { afterWaveId: 'weibo' }),
    ];
    expect(said(aScene(chain, placed()))).toEqual(['weibo → 2026-10-13 20:30', 'bilibili → 2026-10-14 18:00']);
    // Weibo is pinned, so Bilibili, which follows Weibo, has no reason to move.
    expect(said(aScene(chain, placed({ weibo: { pinned: true } })))).toEqual(['weibo pinned']);
    const middle = new Map([['p-weibo', aPlaced({ id: 'p-weibo', day: wallDate('2026-10-19') })]]);
    expect(said(aScene(chain, placed()), middle)).toEqual(['bilibili → 2026-10-20 18:00']);
  });

  it('counts across zones on the wall of the follower', () => {
    const scene = aScene(
      waves,
      placed({ bilibili: { zone: 'America/New_York' }, weibo: { zone: 'America/New_York' } }),
    );
    // 19:00 in Shanghai is 07:00 in New York.
    expect(said(scene)).toEqual([
      'bilibili → 2026-10-14 18:00',
      'core → 2026-10-12 19:00',
      'wechat → 2026-10-15 19:00',
      'weibo → 2026-10-13 08:30',
    ]);
  });

  it('keeps the gap between two posts of an account, those that moved along included', () => {
    const scene = aScene(
      [waves[0] as Wave, aWave('weibo', minutes(90)), aWave('wechat', minutes(120))],
      placed({ wechat: { accountId: 'weibo' } }),
      { limits: { weekStart: 1, isQuiet: (_, { time }) => time === '20:30', gapOf: () => 60 } },
    );
    expect(said(scene)).toEqual(['wechat → 2026-10-13 21:00', 'weibo stays: quiet, gap']);
  });
});

const sceneArb = fc
  .record({
    rules: fc.array(
      fc.record({ rule: nearRuleArb, pinned: fc.boolean(), after: fc.integer({ min: 0, max: 9 }), deep: fc.boolean() }),
      {
        minLength: 1,
        maxLength: 7,
      },
    ),
    day: dayArb,
    time: timeArb,
    zone: fc.constantFrom('Asia/Shanghai', 'Europe/Paris'),
  })
  .map(({ rules, day, time, zone }) => {
    const all = [
      aWave('w', lead()),
      ...rules.map(({ rule, after, deep }, index) =>
        aWave(`w${index}`, rule, { afterWaveId: deep && index > 0 ? `w${after % index}` : null }),
      ),
    ];
    const opening = aPlaced({ id: 'p-w', accountId: 'w', day, time, zone });
    const bare = aScene(all, [opening], { today: wallDate('2020-01-01') });
    // Everyone stands where the rule says.
    const stands = timetableOf(bare).flatMap(({ wave, wants }, index) =>
      wants.kind === 'at' && index > 0
        ? [
            aPlaced({
              id: `p-${wave.id}`,
              accountId: wave.id,
              ...wants.moment,
              pinned: rules[Number(wave.id.slice(1))]?.pinned ?? false,
            }),
          ]
        : [],
    );
    return { scene: aScene(all, [opening, ...stands], { today: wallDate('2020-01-01') }), opening };
  });

const applied = (scene: Scene, opening: Placed, day: WallDate, time: WallTime): Scene => {
  const moved = { ...opening, day, time };
  const next = new Map(scene.placements).set(opening.id, moved);
  for (const { placementId, fate } of moveCascade(scene, new Map([[opening.id, moved]]))) {
    const before = next.get(placementId ?? '');
    if (fate.kind === 'moves' && before !== undefined) next.set(before.id, { ...before, ...fate.to });
  }
  return { ...scene, placements: next };
};

describe('the laws of a cascade', () => {
  it('forth and back is where everyone was', () => {
    fc.assert(
      fc.property(sceneArb, dayArb, timeArb, ({ scene, opening }, day, time) => {
        const there = applied(scene, opening, day, time);
        const moved = there.placements.get(opening.id) as Placed;
        const back = applied(there, moved, opening.day as WallDate, opening.time as WallTime);
        expect([...back.placements]).toEqual([...scene.placements]);
      }),
      { numRuns: 400 },
    );
  });

  it('nothing that is pinned moves, and whoever moved stands where the rule says', () => {
    fc.assert(
      fc.property(sceneArb, dayArb, timeArb, ({ scene, opening }, day, time) => {
        const there = applied(scene, opening, day, time);
        for (const [id, before] of scene.placements)
          if (before.pinned) expect(there.placements.get(id)).toEqual(before);
        expect(timetableOf(there).filter(({ disagrees }) => disagrees)).toEqual([]);
        expect(applied(scene, opening, day, time)).toEqual(there);
      }),
      { numRuns: 400 },
    );
  });
});
