import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adapt } from '../../../src/core/adapt/adapt';
import { contradictionsIn } from '../../../src/core/platforms/contradictions';
import { count } from '../../../src/core/platforms/counters/index';
import { firstUnfit, removeFormat, resetPlatform, withValues } from '../../../src/core/platforms/edits';
import { applyOverrides } from '../../../src/core/platforms/overrides';
import { formatFrom } from '../../../src/core/platforms/ownPacks';
import { families, numberingOf, platformPack } from '../../../src/core/platforms/pack';
import { findFormat, formatsOf, selectFormats } from '../../../src/core/platforms/registry';
import { type RuleKey, ruleKeys, ruleOf, ruleValue } from '../../../src/core/platforms/rules';
import { printRule, readRule } from '../../../src/core/platforms/ruleText';
import { shippedPacks } from '../../../src/core/platforms/shipped';
import { aSource } from '../adapt/aSource';

const packs = shippedPacks();
const head = { zh: '即刻', en: 'Jike', glyph: '即', region: 'cn', role: 'circle', checkedOn: '2026-10-01' };
const form = {
  id: 'post',
  name: '动态',
  family: 'short_post',
  count: 'code_points',
  titleMax: null,
  bodyMax: 60,
  tagsMax: 1,
  imagesMax: 9,
} as const;
const jike = { '+': JSON.stringify(head), '+post': JSON.stringify(formatFrom(form)) };
const apply = (overrides: Readonly<Record<string, string>>, id = 'jike') => applyOverrides(packs, [{ id, overrides }]);

describe("a platform of the team's own", () => {
  it('is one more pack of data: it is found, adapted to and checked like a shipped one', () => {
    const { packs: all, rejected } = apply(jike);
    expect(rejected).toEqual([]);
    expect(all).toHaveLength(packs.length + 1);
    expect(platformPack.safeParse(all.at(-1)).success).toBe(true);
    const format = findFormat(all, 'jike/post');
    if (format === null) throw new Error('it was added');
    expect(selectFormats(all, ['jike']).ok).toBe(true);
    const blocks = ['夜里十点以后，还有哪盏灯亮着？我们数了四十七盏。', '最后一盏在凌晨一点的面馆门口。'.repeat(8)];
    const variant = adapt({ source: aSource({ blocks, tags: ['夜拍', '长沙'] }), format });
    expect(variant.platform).toBe('jike');
    expect(count('code_points', variant.body)).toBeLessThanOrEqual(60);
    expect(variant.body).toContain('四十七盏');
    expect(variant.trace.some(({ action, step }) => action === 'removed' && step === 'fit')).toBe(true);
    expect(variant.tags).toHaveLength(1);
  });

  it('can hold a format of every family, and each adapts', () => {
    for (const family of families) {
      const own = { '+': JSON.stringify(head), '+one': JSON.stringify(formatFrom({ ...form, id: 'one', family })) };
      const format = findFormat(apply(own).packs, 'jike/one');
      if (format === null) throw new Error(family);
      expect(adapt({ source: aSource(), format }).body, family).not.toBe('');
    }
  });

  it('can say what its editor does to pasted HTML, tag by tag', () => {
    const set: Readonly<Record<string, unknown>> = {
      'post.paste.rewriteTags': { b: 'strong', i: 'em' },
      'post.paste.dropValues': { position: ['fixed', 'sticky'] },
      'post.paste.keepTags': ['p', 'strong'],
      'post.disclosure.words': ['广告'],
    };
    const json = Object.fromEntries(Object.entries(set).map(([key, value]) => [key, JSON.stringify(value)]));
    const { packs: all, rejected } = apply({ ...jike, ...json });
    expect(rejected).toEqual([]);
    const format = findFormat(all, 'jike/post')?.format;
    expect(format?.paste).toMatchObject({ rewriteTags: { b: 'strong', i: 'em' }, keepTags: ['p', 'strong'] });
    const spec = ruleOf('paste.dropValues');
    expect(printRule(spec, format?.paste?.dropValues)).toBe('position=fixed|sticky');
    expect(readRule(spec, 'position=fixed|sticky', undefined)).toEqual({
      ok: true,
      value: { position: ['fixed', 'sticky'] },
    });
    expect(readRule(ruleOf('paste.rewriteTags'), 'b strong', undefined)).toEqual({ ok: false, error: 'not_pairs' });
    expect(apply({ ...jike, 'post.paste.dropTags': '"p"' }).rejected).toMatchObject([{ reason: 'bad_value' }]);
  });

  it('takes single values on its own formats, and is gone with all of them when it is taken back', () => {
    const values = { ...jike, 'post.body_max': '30', 'post.threads': '{"style":"slash"}' };
    const format = findFormat(apply(values).packs, 'jike/post')?.format;
    expect(format?.limits.body_max).toBe(30);
    expect(format && numberingOf(format)).toBe('slash');
    expect(withValues(values, resetPlatform(values))).toEqual({});
    expect(withValues(values, removeFormat(values, 'post'))).toEqual({ '+': jike['+'] });
  });

  it('is not half there: without a format, or with a head that does not fit, nothing of it is used', () => {
    expect(apply({ '+': jike['+'] })).toEqual({
      packs,
      rejected: [{ platform: 'jike', key: '+', reason: 'no_format' }],
    });
    for (const bad of [{ ...head, zh: '' }, { ...head, publishUrl: 'javascript:alert(1)' }, { ...head, more: 1 }, []])
      expect(
        apply({ ...jike, '+': JSON.stringify(bad) }).rejected.map(({ key, reason }) => `${key} ${reason}`),
      ).toEqual(['+ bad_value', '+post unknown_platform']);
    expect(apply(jike, '__proto__').packs).toHaveLength(packs.length);
  });

  it('may add a format to a shipped platform, under the id the format itself has', () => {
    const story = JSON.stringify(formatFrom({ ...form, id: 'story' }));
    expect(findFormat(apply({ '+story': story }, 'weibo').packs, 'weibo/story')?.format.zh).toBe('动态');
    expect(findFormat(apply({ '+story': story }, 'weibo').packs, 'weibo/post')).not.toBeNull();
    expect(apply({ '+tale': story }, 'weibo').rejected.map(({ reason }) => reason)).toEqual(['bad_value']);
  });
});

describe('rules', () => {
  const rows = formatsOf(packs).flatMap(({ ref, format }) => ruleKeys.map((key) => ({ ref, format, key })));

  it('are read back as they are printed, for every value that ships', () => {
    for (const { ref, format, key } of rows) {
      const value = ruleValue(format, key);
      if (value === undefined || (Array.isArray(value) && value.length === 0)) continue;
      const read = readRule(ruleOf(key), printRule(ruleOf(key), value), value);
      const expected = key === 'threads' && value === true ? { style: 'bracket' } : value;
      expect(read, `${ref} ${key}`).toEqual({ ok: true, value: expected });
    }
  });

  it.each<[RuleKey, string, unknown]>([
    ['body_max', '1,200', 1200],
    ['body_max', '不限', null],
    ['image_max_mb', '2.5', 2.5],
    ['imageFormats', 'jpg，png  webp', ['jpg', 'png', 'webp']],
    ['image.ratioMin', '4：5', '4:5'],
    [
      'cover.slots',
      '3:4 1200×1600，4:3',
      [
        { id: 'slot_1', zh: '3:4', en: '3:4', ratio: '3:4', width: 1200, height: 1600 },
        { id: 'slot_2', zh: '4:3', en: '4:3', ratio: '4:3' },
      ],
    ],
  ])('read %s written as %s', (key, text, value) => {
    expect(readRule(ruleOf(key), text, undefined)).toEqual({ ok: true, value });
  });

  it.each<[RuleKey, string, string]>([
    ['body_max', 'viel', 'not_number'],
    ['body_max', '2.5', 'not_whole'],
    ['body_max', '-1', 'not_positive'],
    ['speech.han', '0', 'not_positive'],
    ['speech.han', '不限', 'not_number'],
    ['image.ratioMin', '4/5', 'not_ratio'],
    ['image.ratioMin', '0:5', 'not_ratio'],
    ['cover.slots', '3:4 large', 'not_slots'],
    ['tags.syntax', 'shout', 'not_choice'],
  ])('refuse %s written as %s', (key, text, fault) => {
    expect(readRule(ruleOf(key), text, undefined)).toEqual({ ok: false, error: fault });
  });

  it('that ship never exclude each other', () => {
    for (const { ref, format } of formatsOf(packs)) expect(contradictionsIn(format), ref).toEqual([]);
  });

  it('that exclude each other are both left out, whatever order they were set in, and say so', () => {
    const { packs: own, rejected } = apply({ 'video.title_min': '40', 'video.title_max': '5' }, 'wechat_channels');
    expect(findFormat(own, 'wechat_channels/video')?.format.limits.title_max).toBe(16);
    expect(rejected).toEqual([
      { platform: 'wechat_channels', key: 'video.title_min', reason: 'contradiction', other: 'title_max' },
      { platform: 'wechat_channels', key: 'video.title_max', reason: 'contradiction', other: 'title_min' },
    ]);
    expect(apply({ 'video.title_min': '3', 'video.title_max': '5' }, 'wechat_channels').rejected).toEqual([]);
  });

  it('are refused before they are saved when they would not be used', () => {
    expect(firstUnfit(packs, 'weibo', {}, { 'post.body_max': '140' })).toBeNull();
    expect(firstUnfit(packs, 'weibo', {}, { 'post.body_max': '"long"' })?.reason).toBe('bad_value');
    expect(firstUnfit(packs, 'weibo', { 'post.gone': '1' }, { 'post.body_max': '140' })).toBeNull();
    expect(firstUnfit(packs, 'jike', jike, { '+post': null })?.reason).toBe('no_format');
  });
});

describe('any values whatever', () => {
  const anyKey = fc.oneof(
    fc
      .tuple(fc.constantFrom('post', 'video', 'article', 'gone'), fc.constantFrom<string>(...ruleKeys, 'nonsense'))
      .map(([format, rule]) => `${format}.${rule}`),
    fc.constantFrom('+', '+post', '+new', 'checkedOn', 'scheduler', '', '.', '__proto__', 'constructor.x'),
    fc.string({ maxLength: 12 }),
  );
  const anyValue = fc.oneof(
    fc.integer({ min: -3, max: 3000 }).map(String),
    fc.json({ maxDepth: 2 }),
    fc.constantFrom('{"leastMinutes":60}', '{"leastMinutes":9999,"mostDays":1}', '{}'),
    fc.constantFrom('null', 'true', '"pair"', '"inline"', '"apart"', '"3:4"', '"field"', '{', ...Object.values(jike)),
  );

  it('leave packs that fit their schema and do not contradict themselves; each value is used or reported, never both', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('weibo', 'x', 'jike', 'wechat_oa'),
        fc.dictionary(anyKey, anyValue, { maxKeys: 8, noNullPrototype: true }),
        (id, overrides) => {
          const { packs: own, rejected } = apply(overrides, id);
          for (const pack of own.filter((one) => !packs.includes(one))) {
            expect(platformPack.safeParse(pack).success).toBe(true);
            for (const format of pack.formats) expect(contradictionsIn(format)).toEqual([]);
          }
          const out = new Set(rejected.map(({ key }) => key));
          const used = Object.fromEntries(Object.entries(overrides).filter(([key]) => !out.has(key)));
          expect(apply(used, id)).toEqual({ packs: own, rejected: [] });
          expect(applyOverrides(own, [{ id, overrides: used }]).packs).toEqual(own);
        },
      ),
      { numRuns: 300 },
    );
  });
});
