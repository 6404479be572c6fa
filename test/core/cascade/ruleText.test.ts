import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printRule, type Timing } from '../../../src/core/cascade/printRule';
import { readRule } from '../../../src/core/cascade/readRule';
import type { WaveRule } from '../../../src/core/model/records';
import { langs } from '../../../src/core/model/vocabulary';
import type { WallTime } from '../../../src/core/time/wall';
import { ruleArb } from './scene';

const at = (time: string) => time as WallTime;
const always = (rule: WaveRule): Timing => ({ rule, onlyWorkdays: false });

describe('rules of a cascade as text', () => {
  it('are read back as they were printed, in both languages', () => {
    fc.assert(
      fc.property(ruleArb, fc.boolean(), fc.constantFrom(...langs), (rule, onlyWorkdays, lang) => {
        expect(readRule(printRule(lang, { rule, onlyWorkdays }))).toEqual({ ok: true, value: { rule, onlyWorkdays } });
      }),
      { numRuns: 2_000 },
    );
  });

  it('read the way they are said in the brief of a campaign', () => {
    const said: readonly (readonly [string, WaveRule])[] = [
      ['20:00', { kind: 'lead', time: at('20:00') }],
      ['+90 min', { kind: 'minutes', minutes: 90 }],
      ['+1 小时 30 分', { kind: 'minutes', minutes: 90 }],
      ['1h30m later', { kind: 'minutes', minutes: 90 }],
      ['两小时后', { kind: 'minutes', minutes: 120 }],
      ['−24 h', { kind: 'minutes', minutes: -1440 }],
      ['－24小时', { kind: 'minutes', minutes: -1440 }],
      ['24 小时前', { kind: 'minutes', minutes: -1440 }],
      ['次日 18:00', { kind: 'days', days: 1, time: at('18:00') }],
      ['次日18点半', { kind: 'days', days: 1, time: at('18:30') }],
      ['next day 6:30 pm', { kind: 'days', days: 1, time: at('18:30') }],
      ['next day', { kind: 'days', days: 1, time: null }],
      ['一周后', { kind: 'days', days: 7, time: null }],
      ['＋２工作日', { kind: 'workdays', days: 2, time: null }],
      ['+2 个工作日，９：００', { kind: 'workdays', days: 2, time: at('09:00') }],
      ['3 business days before', { kind: 'workdays', days: -3, time: null }],
    ];
    for (const [text, rule] of said) expect([text, readRule(text)]).toEqual([text, { ok: true, value: always(rule) }]);
  });

  it('say which part they do not understand', () => {
    expect(readRule(' ')).toEqual({ ok: false, error: { code: 'empty' } });
    expect(readRule('改天')).toEqual({ ok: false, error: { code: 'unknown', part: '改天' } });
    expect(readRule('+2 工作日 25:00').ok).toBe(false);
    expect(readRule('+90 分 18:00')).toEqual({ ok: false, error: { code: 'unknown', part: '18:00' } });
    expect(readRule('+1 天 2 小时').ok).toBe(false);
    expect(readRule('-2 天后').ok).toBe(false);
    expect(readRule('+9999 天')).toEqual({ ok: false, error: { code: 'too_far', part: '+9999 天' } });
  });
});
