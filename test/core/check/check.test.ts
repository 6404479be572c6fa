import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Source, SourceImage, Variant, Voice } from '../../../src/core/adapt/types';
import { type CheckContext, check, mergeFindings } from '../../../src/core/check/check';
import { findingCodes } from '../../../src/core/check/codes';
import { standsIn } from '../../../src/core/check/places';
import { rules } from '../../../src/core/check/rules';
import { emptyDoc } from '../../../src/core/model/doc';
import { langs } from '../../../src/core/model/records';
import { findFormat, formatsOf } from '../../../src/core/platforms/registry';
import { shippedPacks } from '../../../src/core/platforms/shipped';
import { sayFindingLine } from '../../../src/core/words/findings';
import { hostileText } from '../text/hostile';

const packs = shippedPacks();

const source = (given: Partial<Source> = {}): Source => ({
  title: '第一次在河边拍星空',
  kind: 'scene',
  subkind: null,
  lang: 'zh',
  brief: {},
  body: emptyDoc,
  tags: [],
  link: '',
  images: [],
  ...given,
});

const image = (given: Partial<SourceImage> = {}): SourceImage => ({
  src: 'a1',
  name: '河岸',
  alt: '夜里的河岸',
  mime: 'image/jpeg',
  width: 3000,
  height: 4000,
  bytes: 900_000,
  ...given,
});

const voice = (given: Partial<Voice> = {}): Voice => ({
  lang: 'zh',
  signOff: '',
  linkLine: '',
  standingTags: [],
  avoidWords: [],
  useWords: [],
  tierBenefit: '',
  ...given,
});

function context(ref: string, variant: Partial<Variant> = {}, given: Partial<Source> = {}, by?: Voice): CheckContext {
  const format = findFormat(packs, ref);
  if (format === null) throw new Error(ref);
  const body = variant.body ?? '今晚的河边很安静。';
  return {
    source: source(given),
    format,
    voice: by,
    variant: {
      platform: format.platform.id,
      format: format.format.id,
      title: format.format.title === 'field' ? '河边的星空' : null,
      body,
      parts: [body],
      tags: [],
      counts: [],
      origins: [],
      extra: {},
      ...variant,
    },
  };
}

/** The codes of everything found; each must be sayable in both languages with the parameters its rule gives. */
const codes = (of: CheckContext) =>
  check(of).map((finding) => {
    expect(standsIn(finding.code, finding.field), `${finding.code} in ${finding.field}`).toBe(true);
    for (const lang of langs) expect(sayFindingLine(lang, finding)).not.toMatch(/undefined|null/);
    return finding.code;
  });

describe('check', () => {
  it('has nothing to say about a plain post that fits', () => {
    expect(check(context('weibo/post'))).toEqual([]);
  });

  it('says an error before a warning before a note', () => {
    const severities = check(
      context('douyin/video', { body: '国家级体验，最好的一台。极致。', title: '' }, { link: 'https://example.com' }),
    ).map(({ severity }) => severity);
    expect(severities).toEqual(
      [...severities].sort((a, b) => ['error', 'warning', 'info'].indexOf(a) - ['error', 'warning', 'info'].indexOf(b)),
    );
    expect(new Set(severities).size).toBe(3);
  });

  it('reports every count over its limit under its own code', () => {
    const over = (field: string, unit: 'code_points' | 'items' | 'youtube_tags') =>
      codes(context('weibo/article', { counts: [{ field, unit, value: 12, limit: 10 }] }));
    expect(over('title', 'code_points')).toEqual(['title_too_long']);
    expect(over('body', 'code_points')).toEqual(['body_too_long']);
    expect(over('part 2', 'code_points')).toEqual(['body_too_long']);
    expect(over('total', 'code_points')).toEqual(['total_too_long']);
    expect(over('digest', 'code_points')).toEqual(['digest_too_long']);
    expect(over('images', 'items')).toEqual(['too_many_images']);
    expect(over('tags', 'youtube_tags')).toEqual(['tags_total_too_long']);
    expect(over('cover', 'code_points')).toEqual(['field_too_long']);
    expect(
      codes(context('weibo/article', { counts: [{ field: 'body', unit: 'code_points', value: 10, limit: 10 }] })),
    ).toEqual([]);
  });

  it('wants a title where there is a field for one, long enough and of lawful signs', () => {
    expect(codes(context('zhihu/article', { title: '' }))).toEqual(['title_missing']);
    expect(codes(context('weibo/post', { title: null }))).toEqual([]);
    expect(codes(context('wechat_channels/video', { title: '河边星空' }))).toContain('title_too_short');
    const signs = check(context('wechat_channels/video', { title: '河边的星空，真好！' }));
    expect(signs.filter(({ code }) => code === 'title_sign').map(({ params }) => params.sign)).toEqual(['，', '！']);
    expect(codes(context('wechat_channels/video', { title: '河边的《星空》+1 °C' }))).not.toContain('title_sign');
  });

  it('knows how each platform writes tags', () => {
    const tags = (ref: string, ...given: string[]) =>
      codes(context(ref, { tags: given })).filter((code) => code.includes('tag'));
    expect(tags('weibo/post', '夜拍 挑战')).toEqual([]);
    expect(tags('weibo/post', '夜#拍')).toEqual(['tag_characters']);
    expect(tags('xiaohongshu/note_image', '夜拍 挑战')).toEqual(['tag_characters']);
    expect(tags('x/post', '2026')).toEqual(['tag_characters']);
    expect(tags('x/post', 'night-shot')).toEqual(['tag_characters']);
    expect(tags('bilibili/video', 'a,b')).toEqual(['tag_characters']);
    expect(tags('bilibili/video')).toEqual(['too_few_tags']);
    expect(tags('weibo/post', '一'.repeat(21))).toEqual(['tag_too_long']);
    expect(tags('weibo/post', '一', '二', '三', '四')).toEqual(['too_many_tags']);
  });

  it('counts hashtags written into the text by hand', () => {
    expect(codes(context('weibo/post', { body: '#一# #二# #三# #四#' }))).toEqual(['too_many_tags']);
    const many = Array.from({ length: 16 }, (_, index) => `#tag${index}`).join(' ');
    expect(codes(context('youtube/video', { body: many, tags: ['a'] }))).toContain('too_many_hashtags');
    expect(codes(context('instagram/feed', { body: '@aa '.repeat(21), extra: { images: [] } }))).toContain(
      'too_many_mentions',
    );
  });

  it('follows the link wherever the platform lets it stand', () => {
    const link = 'https://example.com/night';
    expect(codes(context('weibo/post', {}, { link }))).toEqual(['link_missing']);
    expect(codes(context('weibo/post', { body: `看这里 ${link}` }, { link }))).toEqual([]);
    expect(codes(context('bilibili/video', { tags: ['夜拍'], extra: { firstComment: link } }, { link }))).toEqual([
      'video_needed',
    ]);
    expect(codes(context('wechat_oa/article', { extra: { sourceUrl: link } }, { link }))).toEqual([]);
    expect(codes(context('xiaohongshu/note_video', {}, { link }))).toEqual(['link_dropped', 'video_needed']);
    expect(codes(context('douyin/video', { body: `看这里 ${link}` }))).toContain('link_not_clickable');
    const long = `https://example.com/${'a'.repeat(1024)}`;
    expect(codes(context('wechat_oa/article', { extra: { sourceUrl: long } }, { link: long }))).toEqual([
      'source_url_too_long',
    ]);
    expect(codes(context('wechat_private/wecom_moment', { body: 'https://a.com https://b.com' }))).toContain(
      'too_many_links',
    );
  });

  it('knows where addresses of other sites and contact details are punished', () => {
    const body = (text: string, ref = 'xiaohongshu/note_video') =>
      codes(context(ref, { body: text })).filter((code) => code !== 'video_needed');
    expect(body('看这里 https://example.com')).toEqual(['link_banned']);
    expect(body('加微信：night_shot 领图')).toEqual(['contact_banned']);
    expect(body('电话 13800138000')).toEqual(['contact_banned']);
    expect(body('微信里搜河边，订单 2013800138000')).toEqual([]);
    expect(body('加微信：night_shot 领图', 'weibo/post')).toEqual([]);
  });

  it('asks for the word that shows an advertisement where the text says it was paid for', () => {
    const found = (ref: string, body: string, tags: readonly string[] = []) =>
      codes(context(ref, { body, tags })).filter((code) => code === 'ad_not_disclosed');
    const asked = ['ad_not_disclosed'];
    expect(found('weibo/post', '这次由星河相机赞助。')).toEqual(asked);
    expect(found('weibo/post', '【广告】这次由星河相机赞助。')).toEqual([]);
    expect(found('weibo/post', '非广告！专属优惠码 RIVER。')).toEqual(asked);
    expect(found('weibo/post', '广告牌下面拍的，受邀体验。')).toEqual(asked);
    expect(found('weibo/post', '河边的广告牌很亮。')).toEqual([]);
    expect(found('x/post', 'Use my code RIVER for 10% off.')).toEqual(asked);
    expect(found('x/post', 'Use my code RIVER for 10% off.', ['ad'])).toEqual([]);
    expect(found('x/post', '#ad Use my code RIVER for 10% off.')).toEqual([]);
    // X names the one word it takes; others take any that readers understand.
    expect(found('x/post', 'Sponsored by Galaxy Cameras.')).toEqual(asked);
    expect(found('linkedin/post', 'Sponsored by Galaxy Cameras.')).toEqual([]);
    expect(found('linkedin/post', 'In partnership with Galaxy Cameras. #sp')).toEqual(asked);
    expect(found('linkedin/post', 'A spoon in space, in part.')).toEqual([]);
    for (const format of formatsOf(packs)) expect(format.format.disclosure?.words, format.ref).not.toEqual([]);
  });

  it('looks at the pictures that go along', () => {
    const images = (ref: string, ...given: SourceImage[]) =>
      codes(context(ref, { extra: { images: given.map(({ src }) => src) } }, { images: given }));
    expect(images('xiaohongshu/note_image')).toEqual(['too_few_images']);
    expect(images('xiaohongshu/note_image', image())).toEqual([]);
    expect(images('wechat_oa/article', image({ bytes: 1_200_000 }))).toEqual(['image_too_big']);
    expect(images('x/post', image({ mime: 'image/gif', bytes: 14_000_000 }))).toEqual([]);
    expect(images('x/post', image({ mime: 'image/gif', bytes: 16_000_000 }))).toEqual(['image_too_big']);
    expect(images('instagram/feed', image({ mime: 'image/png', width: 3200 }))).toEqual(['image_format']);
    // In the studio every picture is made for its format: what leaves is looked at, not what came in.
    const made = (changes: Partial<SourceImage>) => image({ remade: true, ...changes });
    expect(images('wechat_oa/article', made({ bytes: 19_000_000 }))).toEqual([]);
    expect(images('instagram/feed', made({ mime: 'image/png', bytes: 19_000_000 }))).toEqual([]);
    expect(images('instagram/feed', made({ mime: 'image/gif' }))).toEqual(['image_still']);
    expect(images('instagram/feed', made({ mime: 'image/webp', moves: true }))).toEqual(['image_still']);
    expect(images('weibo/post', made({ mime: 'image/webp', moves: true }))).toEqual([]);
    expect(images('x/post', made({ mime: 'image/gif', bytes: 16_000_000 }))).toEqual([]);
    expect(images('weibo/post', made({ mime: 'image/gif', bytes: 60_000_000 }))).toEqual(['image_too_big']);
    expect(images('weibo/post', image({ alt: ' ' }))).toEqual(['image_no_alt']);
    expect(images('instagram/feed', image({ alt: '字'.repeat(1001), width: 3200 }))).toEqual(['alt_too_long']);
    // The ratio and the size of what leaves: the studio crops to the format's ratios, originals go as they are.
    expect(images('instagram/feed', image({ width: 1000, height: 2000 }))).toEqual(['image_ratio']);
    expect(images('instagram/feed', image({ width: 1080, height: 1350 }))).toEqual([]);
    expect(images('instagram/feed', image({ width: 1080, height: 1351 }))).toEqual([]);
    expect(images('instagram/feed', made({ width: 1000, height: 2000 }))).toEqual([]);
    expect(images('threads/post', image({ width: 300, height: 300 }))).toEqual(['image_too_small']);
    expect(images('threads/post', image({ width: 1500, height: 1500 }))).toEqual(['image_too_large']);
    expect(images('threads/post', image({ width: 0, height: 0 }))).toEqual([]);
    const [tall] = check(
      context('instagram/feed', { extra: { images: ['a1'] } }, { images: [image({ width: 1000, height: 2000 })] }),
    );
    expect(tall?.params).toMatchObject({ value: '1:2', least: '4:5', most: '1.91:1' });
    const lost = context(
      'weibo/post',
      {},
      { body: { type: 'doc', content: [{ type: 'image', attrs: { src: 'gone.jpg' } }] } },
    );
    expect(codes(lost)).toEqual(['image_missing']);
  });

  it('holds the script against the length a video may have', () => {
    const shot = (seconds: number) => ({ seconds, picture: '', voice: '走吧', caption: '走吧' });
    const script = (ref: string, seconds: number) => codes(context(ref, { extra: { script: [shot(seconds)] } }));
    expect(script('facebook/reel', 91)).toEqual(['script_too_long', 'video_needed']);
    expect(script('facebook/reel', 2)).toEqual(['script_too_short', 'video_needed']);
    expect(script('facebook/reel', 60)).toEqual(['video_needed']);
  });

  it('wants the deadline and the rules of a draw, and how to take part', () => {
    const draw = { kind: 'interactive', subkind: 'lottery' } as const;
    expect(codes(context('weibo/post', {}, draw))).toEqual([
      'lottery_no_deadline',
      'lottery_no_rules',
      'no_way_to_take_part',
    ]);
    const brief = { deadline: '10 月 1 日 20:00', rules: '十八岁以上', participate: '带话题发一张照片' };
    expect(codes(context('weibo/post', {}, { ...draw, brief }))).toEqual(['lottery_deadline_unsaid']);
    const told = { body: '转发抽奖，10月1日截止。' };
    expect(codes(context('weibo/post', told, { ...draw, brief }))).toEqual([]);
    expect(codes(context('weibo/post', {}, { kind: 'interactive', subkind: 'vote' }))).toEqual(['no_way_to_take_part']);
  });

  it('hears a draw announced in a text that nobody filed as one', () => {
    const found = (body: string, given: Partial<Source> = {}) =>
      check(context('weibo/post', { body }, given))
        .filter(({ code }) => code.startsWith('lottery'))
        .map(({ code, severity }) => `${code} ${severity}`);
    const both = ['lottery_no_deadline warning', 'lottery_no_rules warning'];
    for (const body of [
      '今晚九点见。转发本条，抽三位送《河边的灯》一本。',
      '转发抽奖，送十本书！',
      '从评论里抽 3 位朋友，每人一盏灯。',
      'Repost and comment to win one of ten lamps.',
      'We’ll draw three winners from the replies.',
    ])
      expect(found(body), body).toEqual(both);
    // What the text itself tells is not missing, nor what the brief holds.
    expect(found('转发抽三位送书，10 月 1 日 20:00 截止。规则见评论。')).toEqual([]);
    expect(found('转发抽三位送书，10 月 1 日前有效。')).toEqual(['lottery_no_rules warning']);
    expect(found('转发抽三位送书。', { brief: { deadline: '10 月 1 日', rules: '十八岁以上' } })).toEqual([]);
    for (const body of [
      '本次不抽奖，只聊天。',
      '抽奖结果昨天公布了。',
      '老师随机抽三名学生提问。',
      '抽三位数，加起来。',
      '她抽出三张照片送去冲洗。',
      'A shot to win over the jury.',
    ])
      expect(found(body), body).toEqual([]);
  });

  it('sees fields that nobody filled in, once each', () => {
    const found = check(context('weibo/post', { body: '截止 {{deadline}}，{{ deadline }}，{{reward}}' }));
    expect(found.map(({ field }) => field)).toEqual(['brief.deadline', 'brief.reward']);
  });

  it('hears a wrong language, a forbidden character and a word the persona avoids', () => {
    expect(codes(context('weibo/post', {}, {}, voice({ lang: 'en' })))).toEqual(['language_mismatch']);
    expect(codes(context('youtube/video', { body: 'a < b', tags: ['a'] }))).toEqual([
      'forbidden_character',
      'video_needed',
    ]);
    const avoided = check(
      context('weibo/post', { body: '家人们，Amazing！' }, {}, voice({ avoidWords: ['家人们', 'amazing', ' '] })),
    );
    expect(avoided.map(({ params }) => params.word)).toEqual(['家人们', 'amazing']);
  });

  it('notes a link or hashtag that only shows after opening the post', () => {
    const body = `${'河'.repeat(141)}。#夜拍# https://example.com`;
    expect(codes(context('weibo/post', { body }))).toEqual(['fold_hides_link', 'fold_hides_tag']);
    expect(codes(context('weibo/post', { body: `#夜拍# https://example.com ${'河'.repeat(141)}` }))).toEqual([]);
    expect(codes(context('weibo/post', { body: '#夜拍# 短' }))).toEqual([]);
  });

  it('says a risky word once where it stands, not again where the digest repeats it', () => {
    const found = check(
      context('weibo/article', { body: '国家级体验，国家级画质', extra: { digest: '国家级体验，独一无二' } }),
    );
    expect(found.map(({ field, params }) => `${field} ${params.word}`)).toEqual(['body 国家级', 'digest 独一无二']);
    const avoided = context(
      'weibo/article',
      { body: '家人们', extra: { digest: '家人们' } },
      {},
      voice({ avoidWords: ['家人们'] }),
    );
    expect(check(avoided).map(({ field }) => field)).toEqual(['body']);
  });

  it('advises a technical figure differently from a superlative', () => {
    expect(check(context('weibo/post', { body: '最高 120W' })).map(({ params }) => params.category)).toEqual([
      'figure',
    ]);
  });

  it('keeps advertising law to Chinese platforms', () => {
    expect(codes(context('weibo/post', { body: '国家级体验' }))).toEqual(['ad_law_term']);
    expect(codes(context('x/post', { body: '国家级体验' }))).toEqual([]);
  });

  it('never throws and never changes what it reads, whatever the text', () => {
    const formats = formatsOf(packs);
    fc.assert(
      fc.property(hostileText, hostileText, fc.constantFrom(...formats), (title, body, format) => {
        const given = context(
          format.ref,
          { title, body, tags: [title.slice(0, 20)] },
          { link: body.slice(0, 30) },
          voice({ avoidWords: [body.slice(0, 2)] }),
        );
        const before = JSON.stringify(given.variant);
        for (const finding of check(given)) {
          expect(findingCodes).toContain(finding.code);
          expect(standsIn(finding.code, finding.field), `${finding.code} in ${finding.field}`).toBe(true);
          for (const lang of langs) expect(sayFindingLine(lang, finding)).not.toBe('');
        }
        expect(JSON.stringify(given.variant)).toBe(before);
      }),
      { numRuns: 2_000 },
    );
  });

  it('has at most one rule for a code', () => {
    expect(new Set(rules.map(({ code }) => code)).size).toBe(rules.length);
  });

  it('says the same finding of two origins once', () => {
    const finding = { code: 'cannot_fit', severity: 'error', field: 'body', params: { limit: 5, lost: 0 } } as const;
    const other = { ...finding, field: 'title' };
    expect(mergeFindings([finding], [other, finding])).toEqual([finding, other]);
  });
});
