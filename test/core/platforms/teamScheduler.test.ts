import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { windowOf } from '../../../src/core/desk/window';
import { firstUnfit } from '../../../src/core/platforms/edits';
import { applyOverrides } from '../../../src/core/platforms/overrides';
import { platformPack } from '../../../src/core/platforms/pack';
import { shippedPacks } from '../../../src/core/platforms/shipped';
import {
  figuresOf,
  keptScheduler,
  SCHEDULER_KEY,
  type TeamScheduler,
  windowBounds,
} from '../../../src/core/platforms/teamScheduler';
import { DAY, MINUTE } from '../../../src/core/time/instant';

const shipped = shippedPacks();
const packOf = (id: string) => shipped.find((pack) => pack.id === id);
const apply = (id: string, json: string) => applyOverrides(shipped, [{ id, overrides: { [SCHEDULER_KEY]: json } }]);
const teamOf = (id: string, json: string) => apply(id, json).packs.find((pack) => pack.id === id);

const figure = (field: keyof typeof windowBounds) => fc.option(fc.integer(windowBounds[field]), { nil: undefined });
const anyFigures = fc.record({
  leastMinutes: figure('leastMinutes'),
  mostDays: figure('mostDays'),
  perDay: figure('perDay'),
});

describe("a team's figures for what a platform takes to be posted later", () => {
  it('stand in the place of the shipped ones without claiming their source, and open and close what the desk shows', () => {
    const pack = teamOf('xiaohongshu', '{"leastMinutes":30,"mostDays":7}');
    expect(pack?.scheduler).toEqual({ leastMinutes: 30, mostDays: 7, confidence: 'team', sources: [] });
    expect(platformPack.safeParse(pack).success).toBe(true);
    const due = Date.UTC(2026, 9, 20, 12);
    expect(windowOf(pack?.scheduler, due, due - 8 * DAY)).toEqual({
      opens: due - 7 * DAY,
      closes: due - 30 * MINUTE,
      state: 'not_yet',
    });
    expect(windowOf(pack?.scheduler, due, due - 45 * MINUTE)?.state).toBe('open');
    expect(packOf('xiaohongshu')?.scheduler?.mostDays).toBe(14);
  });

  it('may say that nothing is posted later, and that a platform without a known rule does', () => {
    expect(teamOf('douyin', 'null')).not.toHaveProperty('scheduler');
    expect(teamOf('weibo', '{}')?.scheduler).toEqual({ confidence: 'team', sources: [] });
  });

  it('are refused with their reason when nothing could be timed, or a figure cannot be meant', () => {
    const why = (value: string) => firstUnfit(shipped, 'douyin', {}, { [SCHEDULER_KEY]: value })?.reason ?? null;
    expect(why('{"leastMinutes":1440,"mostDays":1}')).toBe('window_empty');
    expect(why('{"leastMinutes":1439,"mostDays":1}')).toBeNull();
    for (const bad of ['{"mostDays":0}', '{"leastMinutes":-1}', '{"perDay":1.5}', '{"most":3}', '14', '{'])
      expect(why(bad), bad).toBe('bad_value');
    expect(teamOf('douyin', '{"leastMinutes":1440,"mostDays":1}')?.scheduler).toEqual(packOf('douyin')?.scheduler);
  });

  it('are used or reported, never both; used they leave room, and the default is never kept as a value', () => {
    fc.assert(
      fc.property(fc.constantFrom('douyin', 'weibo'), fc.option(anyFigures), (id, figures) => {
        const wanted: TeamScheduler | null = figures;
        const given = packOf(id)?.scheduler;
        const kept = keptScheduler(given, wanted);
        if (kept === null) {
          expect(JSON.stringify(wanted)).toBe(JSON.stringify(figuresOf(given)));
          return;
        }
        const { packs, rejected } = apply(id, kept);
        const now = packs.find((pack) => pack.id === id)?.scheduler;
        if (rejected.length > 0) expect(now).toEqual(given);
        else {
          expect(JSON.stringify(figuresOf(now))).toBe(JSON.stringify(wanted));
          const due = 366 * DAY;
          const { opens, closes } = windowOf(now, due, 0) ?? { opens: null, closes: due };
          expect(opens ?? -Infinity).toBeLessThan(closes);
        }
      }),
    );
  });
});
