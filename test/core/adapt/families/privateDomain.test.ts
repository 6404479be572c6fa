import { describe, expect, test } from 'vitest';
import { wordsNotSaid } from '../../../../src/core/adapt/tone';
import type { TierVoice } from '../../../../src/core/adapt/types';
import { adaptTo, aSource, p, reasonsOf } from '../aSource';

const tier = (name: TierVoice['tier']): TierVoice => ({ tier: name, tone: '叫得出名字，不用「亲」。', earlyHours: 24 });
const source = aSource({
  title: '今晚数灯',
  blocks: ['夜里十点出发。', p('比如去年那位宿管阿姨。', { optional: true }), '大家好，各位，到面馆门口集合。'],
});

describe('A private message', () => {
  test('gives each tier its own benefit, and its sender the tone and the lead it has', () => {
    for (const name of ['core', 'active', 'potential'] as const) {
      const { body, extra } = adaptTo('wechat_private/wecom_group', source, {
        voice: { tierBenefit: `${name} 的权益。`, tier: tier(name) },
      });
      expect(body).toContain(`${name} 的权益。`);
      expect(extra.sending).toEqual({
        tier: name,
        tone: '叫得出名字，不用「亲」。',
        earlyHours: 24,
        benefit: `${name} 的权益。`,
      });
    }
  });

  test('tells asides to the closest tier only, and says so; a kept one stays', () => {
    const core = adaptTo('wechat_private/wecom_group', source, { voice: { tier: tier('core') } });
    const active = adaptTo('wechat_private/wecom_group', source, { voice: { tier: tier('active') } });
    expect(core.body).toContain('宿管阿姨');
    expect(active.body).not.toContain('宿管阿姨');
    expect(active.trace).toContainEqual(
      expect.objectContaining({
        reason: 'tier_without_asides',
        before: '比如去年那位宿管阿姨。',
        block: 1,
        sentence: 0,
      }),
    );
    const kept = adaptTo('wechat_private/wecom_group', source, {
      voice: { tier: tier('active') },
      keep: ['比如去年那位宿管阿姨。'],
    });
    expect(kept.body).toContain('宿管阿姨');
  });

  test('to one person greets without a name and is not addressed to many', () => {
    const variant = adaptTo('wechat_private/one_to_one', source);
    expect(variant.body).toMatch(/^你好，\n夜里十点出发。/);
    expect(variant.body).toContain('\n到面馆门口集合。');
    expect(variant.origins[0]).toEqual({
      field: 'body',
      start: 0,
      end: 3,
      from: { kind: 'closing', closing: 'greeting' },
    });
    expect(reasonsOf(variant)).toEqual(expect.arrayContaining(['greeting', 'address_of_many', 'no_title_here']));
    const english = adaptTo(
      'wechat_private/one_to_one',
      aSource({ lang: 'en', blocks: ['Hi everyone, meet us at ten.'] }),
    );
    expect(english.body).toBe('Hello,\nMeet us at ten.');
  });

  test('to a group keeps its address', () => {
    expect(adaptTo('wechat_private/wecom_group', source).body).toContain('大家好，各位，到面馆');
  });
});

test('A tone that forbids quoted words forbids them in the text', () => {
  expect(wordsNotSaid('叫得出名字，说人话，不用「亲」和「宝」。一次只说「一件事」。')).toEqual(['亲', '宝']);
  expect(wordsNotSaid('Plain words; never say “dear” or “folks”. Say “you”.')).toEqual(['dear', 'folks']);
  expect(wordsNotSaid('热闹一点')).toEqual([]);
});
