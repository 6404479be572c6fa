import { describe, expect, it } from 'vitest';
import { unplacedGroups } from '../../../src/core/propose/groups';
import { type Explained, type HardRule, hardRules, softRules, type Unplaced } from '../../../src/core/propose/types';
import type { WallDate, WallTime } from '../../../src/core/time/wallDate';
import { sayHindrance, sayReasons, sayUnplaced } from '../../../src/core/words/proposeReasons';

const one: Explained = {
  unit: 'p1 1',
  pieceId: 'p1',
  accountId: 'a1',
  format: 'weibo/post',
  day: '2026-10-14' as WallDate,
  time: '20:00' as WallTime,
  points: softRules.map((rule, index) => ({ rule, points: index % 2 === 0 ? 9 : -9 })),
  facts: {
    kind: 'scene',
    role: 'niche',
    voice: 'own',
    basis: { kind: 'figures', metric: 'views', n: 8, mean: 140, spread: 20 },
    phase: 'burst',
    kindCount: 1,
    kindWanted: 2,
    silent: 9,
    load: 2,
    capacity: 3,
    apart: 1,
    lastDay: '2026-10-19' as WallDate,
  },
  next: null,
};
const names = { role: () => '细分人群' };

describe('the posts that found no place', () => {
  const about = (index: number, why: Unplaced['why']): Unplaced => ({
    unit: `p${index} 1`,
    pieceId: `p${index}`,
    format: null,
    why,
  });
  const blocked = (first: HardRule, alone: HardRule | null): Unplaced['why'] => ({
    kind: 'blocked',
    spots: 4,
    first: [{ rule: first, spots: 4 }],
    alone: alone === null ? [] : [{ rule: alone, spots: 2 }],
  });

  it('stand in groups by what alone would help, else by what is met first, the largest group first, each in one', () => {
    const unplaced = [
      about(1, { kind: 'no_spots' }),
      about(2, blocked('capacity', 'quiet_gap')),
      about(3, blocked('capacity', null)),
      about(4, blocked('format', null)),
      about(5, blocked('deadline', 'capacity')),
      about(6, { kind: 'worse', points: 3, most: 'kinds' }),
    ];
    expect(
      unplacedGroups(unplaced).map(({ hindrance, posts }) => [hindrance, posts.map(({ pieceId }) => pieceId)]),
    ).toEqual([
      ['capacity', ['p3', 'p5']],
      ['quiet_gap', ['p2']],
      ['never', ['p4']],
      ['no_spots', ['p1']],
      ['worse', ['p6']],
    ]);
  });

  it('have a heading for every rule there is, in both languages', () => {
    for (const lang of ['zh', 'en'] as const) {
      const said = [...hardRules, 'never', 'no_spots', 'worse'] as const;
      for (const hindrance of said) expect(sayHindrance(lang, hindrance)).toMatch(/^\S.{2,}$/);
    }
  });
});

describe('the reasons of a proposed post', () => {
  it('are sentences without a gap, in both languages, whatever rule speaks', () => {
    for (const lang of ['zh', 'en'] as const)
      for (const sign of [1, -1])
        for (const kind of ['figures', 'usual', 'role'] as const) {
          const basis = kind === 'figures' ? one.facts.basis : kind === 'usual' ? { kind, n: 3, of: 4 } : { kind };
          const points = one.points.map(({ rule }) => ({ rule, points: 9 * sign }));
          const said = sayReasons(lang, { ...one, points, facts: { ...one.facts, basis } }, names);
          expect(said.length).toBeGreaterThan(8);
          for (const { text } of said) expect(text).not.toMatch(/[{}]|undefined|null|NaN/);
        }
  });

  it('name the figures behind a good hour, with how many and how far apart', () => {
    const points = [{ rule: 'time', points: 7 } as const];
    expect(sayReasons('zh', { ...one, points, facts: { ...one.facts, lastDay: null } }, names)).toEqual([
      { text: '20:00 前后的 8 条，成绩平均是中间值的 140%（上下 20%）', points: 7 },
    ]);
  });

  it('say of what stands nowhere which rule held it back where it could have stood, and what alone would help', () => {
    const blocked: Unplaced = {
      unit: 'p1 1',
      pieceId: 'p1',
      format: 'weibo/post',
      why: {
        kind: 'blocked',
        spots: 100,
        first: [
          { rule: 'format', spots: 58 },
          { rule: 'capacity', spots: 40 },
          { rule: 'campaign', spots: 2 },
        ],
        alone: [
          { rule: 'format', spots: 50 },
          { rule: 'capacity', spots: 29 },
        ],
      },
    };
    expect(sayUnplaced('zh', blocked)).toEqual({
      why: '能发的 42 个位置都不行：40 个这周已到上限，2 个不在战役时段，或正在复盘。',
      help: '提高周上限，或延长日期范围，就多出 29 个位置。',
    });
    for (const lang of ['zh', 'en'] as const)
      for (const rule of hardRules) {
        const { why, help } = sayUnplaced(lang, {
          ...blocked,
          why: { kind: 'blocked', spots: 3, first: [{ rule, spots: 3 }], alone: [{ rule, spots: 1 }] },
        });
        expect(`${why}${help}`).not.toMatch(/[{}]|undefined/);
      }
  });
});
