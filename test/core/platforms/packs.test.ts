import { describe, expect, it } from 'vitest';
import { applyOverrides } from '../../../src/core/platforms/overrides';
import { families, platformPack } from '../../../src/core/platforms/pack';
import { findFormat, formatsOf, isStale, selectFormats } from '../../../src/core/platforms/registry';
import { shippedPacks } from '../../../src/core/platforms/shipped';
import { lawfulTitle } from '../../../src/core/platforms/titleSigns';
import { wallDate } from '../../../src/core/time/wall';
import useFigures from '../../fixtures/platforms/platform-facts-use.json';
import formatRefs from '../../fixtures/platforms/researched-formats.json';

const packs = shippedPacks();
const formats = formatsOf(packs);
const figures: Readonly<Record<string, Readonly<Record<string, unknown>>>> = useFigures;
/** `platform/format` of everything the research of 2026-11-22 describes. */
const researched: readonly string[] = formatRefs;
/** Planned by teams, described by no source. */
const added = ['wechat_channels/live', 'wechat_private/one_to_one', 'kuaishou/live'];
/** Entries of the figures that say how to count, not how much. */
const rulesOfCounting = ['count', 'title_count', 'body_count', 'count_on', 'forbidden_chars'];

describe('the shipped rule packs', () => {
  it('are 19 platforms with the 43 formats that were researched and three that were added, each once', () => {
    expect(packs).toHaveLength(19);
    const refs = formats.map(({ ref }) => ref);
    expect(new Set(refs).size).toBe(refs.length);
    expect(researched).toHaveLength(43);
    expect(refs.filter((ref) => !researched.includes(ref))).toEqual(added);
    expect(researched.filter((ref) => !refs.includes(ref))).toEqual([]);
    expect(formats.map(({ ref }) => ref).sort()).toEqual(Object.keys(figures).sort());
  });

  it('lie in their files as their schema reads them, so that nobody has to read them with it', () => {
    for (const pack of packs) expect(platformPack.parse(pack), pack.id).toEqual(pack);
  });

  it('apply exactly the figures that were gathered', () => {
    for (const { ref, format } of formats) {
      const use = figures[ref] ?? {};
      const numbers = Object.fromEntries(Object.entries(use).filter(([key]) => !rulesOfCounting.includes(key)));
      expect(format.limits, ref).toEqual(numbers);
      expect(format.count.title, ref).toBe(use.title_count ?? use.count);
      expect(format.count.body, ref).toBe(use.body_count ?? use.count);
      expect(format.count.bodyOn, ref).toBe(use.count_on ?? 'text');
      expect(format.forbiddenChars, ref).toEqual(use.forbidden_chars ?? []);
    }
  });

  it('mark every fact of the added formats as not verified', () => {
    for (const ref of added)
      expect(new Set(findFormat(packs, ref)?.format.facts.map(({ confidence }) => confidence)), ref).toEqual(
        new Set(['unverified']),
      );
  });

  it('name a source for what a platform takes to be posted later', () => {
    const timed = packs.filter(({ scheduler }) => scheduler !== undefined);
    expect(timed.map(({ id }) => id).sort()).toEqual([
      'bilibili',
      'douyin',
      'tiktok',
      'wechat_channels',
      'xiaohongshu',
    ]);
    for (const { id, scheduler, sources } of timed) {
      expect(scheduler?.sources, id).not.toEqual([]);
      for (const source of scheduler?.sources ?? []) expect(sources[source], `${id} ${source}`).toBeDefined();
    }
  });

  it('say how fast every film and live stream is spoken, and how every cover slot is cut', () => {
    for (const { ref, format } of formats) {
      if (format.family === 'video' || format.family === 'live') expect(format.speech?.han, ref).toBeGreaterThan(0);
      const slots = format.cover?.slots.map(({ id }) => id) ?? [];
      expect(new Set(slots).size, ref).toBe(slots.length);
    }
    expect(findFormat(packs, 'wechat_oa/article')?.format.paste?.inlineStylesOnly).toBe(true);
  });

  it('name a family for every format and a source for every sourced fact', () => {
    for (const { ref, platform, format } of formats) {
      expect(families, ref).toContain(format.family);
      for (const fact of format.facts) {
        for (const source of fact.sources)
          expect(platform.sources[source], `${ref} ${fact.field}: ${source}`).toBeDefined();
        if (fact.confidence === 'official') expect(fact.sources, `${ref} ${fact.field}`).not.toEqual([]);
      }
    }
  });

  it('are consistent in themselves', () => {
    for (const { ref, platform, format } of formats) {
      expect(platform.checkedOn, ref).toBe('2026-11-22');
      if (platform.publishUrl !== undefined) expect(platform.publishUrl).toMatch(/^https:\/\//);
      if (format.limits.title_max === 0) expect(format.title, ref).not.toBe('field');
      if (format.title === 'field') expect(format.limits.title_max, ref).toBeGreaterThan(0);
      if (format.tags.syntax === 'list') expect(format.tags.where, ref).toBe('apart');
      if (format.tags.where === 'inline') expect(['pair', 'hash', 'hash_space'], ref).toContain(format.tags.syntax);
      if (format.threads) expect(format.limits.body_max, ref).toBeGreaterThan(0);
      if (format.markup === 'wechat_html') expect(format.count.bodyOn, ref).toBe('html_source');
    }
    expect(formats.filter(({ format }) => format.threads).map(({ ref }) => ref)).toEqual([
      'weibo/post',
      'x/post',
      'threads/post',
      'mastodon/status',
      'bluesky/post',
    ]);
  });

  it('refuse a file with a limit nobody knows', () => {
    const [first] = packs;
    expect(first).toBeDefined();
    const broken = structuredClone(first) as unknown as { formats: { limits: Record<string, number> }[] };
    if (broken.formats[0] !== undefined) broken.formats[0].limits.body_maximum = 5;
    expect(platformPack.safeParse(broken).success).toBe(false);
  });
});

describe('looking formats up', () => {
  it('finds a format by its name, and nothing by any other', () => {
    expect(findFormat(packs, 'weibo/post')?.format.limits.body_max).toBe(2000);
    for (const ref of ['weibo', 'weibo/', 'weibo/none', 'none/post', '', 'constructor/post'])
      expect(findFormat(packs, ref)).toBeNull();
  });

  it('reads all, a platform or a format, each once', () => {
    const chosen = selectFormats(packs, ['x', 'weibo/post', 'x/post']);
    expect(chosen.ok && chosen.value.map(({ ref }) => ref)).toEqual(['x/post', 'x/article', 'weibo/post']);
    const all = selectFormats(packs, ['all']);
    expect(all.ok && all.value.length).toBe(46);
    expect(selectFormats(packs, ['x', 'mars'])).toEqual({
      ok: false,
      error: { code: 'unknown_format', params: { format: 'mars' } },
    });
  });

  it('calls a pack stale after six months, not before', () => {
    expect(isStale({ checkedOn: '2026-11-22' }, wallDate('2027-05-22'))).toBe(false);
    expect(isStale({ checkedOn: '2026-11-22' }, wallDate('2027-05-23'))).toBe(true);
    expect(isStale({ checkedOn: '2026-08-31' }, wallDate('2027-02-28'))).toBe(false);
    expect(isStale({ checkedOn: '2026-08-31' }, wallDate('2027-03-01'))).toBe(true);
  });
});

describe("a team's own figures", () => {
  const apply = (overrides: Readonly<Record<string, string>>, id = 'weibo') =>
    applyOverrides(packs, [{ id, overrides }]);

  it('replace limits and rules and leave the shipped packs alone', () => {
    const { packs: own, rejected } = apply({
      'post.body_max': '140',
      'post.fold': 'null',
      'post.links.policy': '"drop"',
      'video.lines': '"single"',
      checkedOn: '"2027-03-01"',
    });
    expect(rejected).toEqual([]);
    const post = findFormat(own, 'weibo/post');
    expect(post?.format.limits.body_max).toBe(140);
    expect(post?.format.limits).not.toHaveProperty('fold');
    expect(post?.format.links).toEqual({ policy: 'drop', clickable: true });
    expect(post?.platform.checkedOn).toBe('2027-03-01');
    expect(findFormat(own, 'weibo/video')?.format.lines).toBe('single');
    expect(findFormat(packs, 'weibo/post')?.format.limits.body_max).toBe(2000);
    expect(own.find(({ id }) => id === 'x')).toBe(packs.find(({ id }) => id === 'x'));
  });

  it('are left out and reported when they do not fit', () => {
    const { packs: own, rejected } = apply({
      'post.body_max': '-1',
      'post.images_max': '"nine"',
      'post.links.policy': '"shout"',
      'post.family': '"live"',
      'post.__proto__': '{}',
      'story.body_max': '10',
      body_max: '10',
      checkedOn: '"soon"',
      'post.fold': '{',
    });
    expect(findFormat(own, 'weibo/post')).toEqual(findFormat(packs, 'weibo/post'));
    expect(Object.fromEntries(rejected.map(({ key, reason }) => [key, reason]))).toEqual({
      'post.body_max': 'bad_value',
      'post.images_max': 'bad_value',
      'post.links.policy': 'bad_value',
      'post.family': 'unknown_key',
      'post.__proto__': 'unknown_key',
      'story.body_max': 'unknown_key',
      body_max: 'unknown_key',
      checkedOn: 'bad_value',
      'post.fold': 'bad_value',
    });
    expect(apply({ 'post.body_max': '1' }, 'mars').rejected).toEqual([
      { platform: 'mars', key: 'post.body_max', reason: 'unknown_platform' },
    ]);
  });
});

describe('a title on a platform that refuses signs', () => {
  it('keeps letters, digits and the signs allowed, and puts a space for the others', () => {
    const format = findFormat(packs, 'wechat_channels/video')?.format ?? {};
    expect(lawfulTitle('一千个人，拍同一片夜空！', format)).toBe('一千个人 拍同一片夜空');
    expect(lawfulTitle('《河岸》：+1 °C', format)).toBe('《河岸》 +1 °C');
    expect(lawfulTitle('不变，的！', findFormat(packs, 'douyin/video')?.format ?? {})).toBe('不变，的！');
  });
});
