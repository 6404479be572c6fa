import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellsOf } from '../../../src/core/schedule/cells';
import { noFilter, passes } from '../../../src/core/schedule/filter';
import { lanesOf } from '../../../src/core/schedule/lanes';
import { laneSummary, loadOf, weekInView } from '../../../src/core/schedule/load';
import { accountsById } from '../../../src/core/schedule/planned';
import { addDays, daysFrom, wallDate } from '../../../src/core/time/wall';
import { anAccount, aPlacement, TODAY } from './plan';

const weibo = anAccount({
  id: 'weibo',
  platform: 'weibo',
  role: 'traffic',
  weeklyCapacity: 5,
  order: 'b',
  personaId: 'lu',
});
const douyin = anAccount({ id: 'douyin', platform: 'douyin', role: 'traffic', weeklyCapacity: 4, order: 'a' });
const gzh = anAccount({ id: 'gzh', platform: 'wechat_oa', role: 'depth', weeklyCapacity: 2 });
const old = anAccount({ id: 'old', platform: 'weibo', role: 'traffic', closed: true });
const accounts = [weibo, douyin, gzh, old];
const monday = wallDate('2026-10-05');
const week = daysFrom(monday, 7);

describe('lanes', () => {
  it('follow the usual order of the roles, accounts theirs, without closed accounts and empty roles', () => {
    const lanes = lanesOf(accounts, undefined, noFilter);
    expect(lanes.map(({ role, accounts: mine }) => [role, mine.map(({ id }) => id)])).toEqual([
      ['traffic', ['douyin', 'weibo']],
      ['depth', ['gzh']],
    ]);
  });

  it('take the names and the order the team gave its roles', () => {
    const lanes = lanesOf(
      accounts,
      { roleNames: { depth: '长文' }, roleOrder: { depth: '000', traffic: '001' } },
      noFilter,
    );
    expect(lanes.map(({ role, name }) => [role, name])).toEqual([
      ['depth', '长文'],
      ['traffic', null],
    ]);
  });

  it('lose the rows that a filter for platform or persona leaves out, and keep all for a filter of kinds', () => {
    const rows = (filter: Parameters<typeof lanesOf>[2]) =>
      lanesOf(accounts, undefined, filter).flatMap((lane) => lane.accounts.map(({ id }) => id));
    expect(rows({ ...noFilter, platforms: ['weibo'] })).toEqual(['weibo']);
    expect(rows({ ...noFilter, personaIds: ['lu'] })).toEqual(['weibo']);
    expect(rows({ ...noFilter, kinds: ['story'] })).toEqual(['douyin', 'weibo', 'gzh']);
  });

  it('filter placements by campaign, kind, and the persona and platform of their account', () => {
    const byId = accountsById(accounts);
    const card = aPlacement({ id: 'p', kind: 'story', campaignId: 'c' });
    expect(passes(card, noFilter, byId)).toBe(true);
    expect(passes(card, { ...noFilter, kinds: ['scene'] }, byId)).toBe(false);
    expect(passes(card, { ...noFilter, personaIds: ['lu'], campaignIds: ['c'], platforms: ['weibo'] }, byId)).toBe(
      true,
    );
    expect(passes({ ...card, accountId: 'gzh' }, { ...noFilter, personaIds: ['lu'] }, byId)).toBe(false);
  });
});

describe('the line of a lane', () => {
  const cells = cellsOf([
    aPlacement({ id: '1', day: monday, kind: 'scene' }),
    aPlacement({ id: '2', day: addDays(monday, 1), kind: 'scene', accountId: 'douyin' }),
    aPlacement({ id: '3', day: addDays(monday, 1), kind: 'interactive' }),
    aPlacement({ id: '4', day: addDays(monday, 2), kind: 'story', outcome: 'skipped' }),
    aPlacement({ id: '5', day: addDays(monday, 9), kind: 'story' }),
  ]);

  it('counts the week without what was skipped', () => {
    expect(loadOf(weibo, week, cells)).toEqual({ count: 2, capacity: 5 });
  });

  it('means the week of today when it is in view, else the first week shown', () => {
    const first = (from: string, to: string) => weekInView({ from: wallDate(from), to: wallDate(to) }, TODAY, 1)[0];
    expect(first('2026-09-28', '2026-10-18')).toBe('2026-10-05');
    expect(first('2026-11-01', '2026-11-30')).toBe('2026-10-26');
  });

  it('names the kind that is owed most against the targets', () => {
    const summary = laneSummary([weibo, douyin], week, daysFrom(monday, 5), monday, cells, {
      scene: 40,
      story: 40,
      interactive: 20,
    });
    expect(summary.load).toEqual({ count: 3, capacity: 9 });
    expect(summary.shares).toEqual([
      { kind: 'scene', count: 2, wanted: 4, percent: 40, of: 9 },
      { kind: 'story', count: 0, wanted: 3, percent: 40, of: 9 },
      { kind: 'interactive', count: 1, wanted: 2, percent: 20, of: 9 },
    ]);
    expect(summary.owed).toEqual({ kind: 'story', count: 3 });
    expect(summary.rhythm).toEqual({ kind: 'steady', longest: 3 });
  });

  it('asks for as many of all kinds together as the lane carries, whatever the targets are', () => {
    const share = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), share, share, share, (capacity, scene, story, interactive) => {
        const account = anAccount({ id: 'x', weeklyCapacity: capacity });
        const { shares } = laneSummary([account], week, week, monday, new Map(), { scene, story, interactive });
        expect(shares.reduce((sum, { wanted }) => sum + wanted, 0)).toBe(capacity);
        const given = scene + story + interactive;
        for (const { kind, wanted } of shares) {
          const exact = given === 0 ? capacity / 3 : (capacity * { scene, story, interactive }[kind]) / given;
          expect(Math.abs(wanted - exact)).toBeLessThan(1);
        }
      }),
    );
  });

  it('says that a lane is silent for five days or more, beside what it owes', () => {
    const summary = laneSummary([weibo, douyin], week, daysFrom(monday, 14), monday, cells, {});
    expect(summary.rhythm).toEqual({ kind: 'silent', from: '2026-10-07', days: 7 });
    expect(summary.owed).toEqual({ kind: 'story', count: 3 });
    expect(laneSummary([gzh], week, daysFrom(monday, 14), monday, cells, {}).rhythm).toEqual({ kind: 'empty' });
  });

  it('counts a silence that lasts from where it began, and leaves one that is over to the past', () => {
    const days = daysFrom(monday, 14);
    const rhythm = (today: string) => laneSummary([weibo, douyin], week, days, wallDate(today), cells, {}).rhythm;
    expect(rhythm('2026-10-12')).toEqual({ kind: 'silent', from: '2026-10-07', days: 7 });
    expect(rhythm('2026-10-14')).toEqual({ kind: 'steady', longest: 4 });
    // All of it gone by: then the past is what is asked about.
    expect(rhythm('2026-12-01')).toEqual({ kind: 'silent', from: '2026-10-07', days: 7 });
  });
});
