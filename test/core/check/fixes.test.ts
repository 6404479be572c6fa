import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adapt } from '../../../src/core/adapt/adapt';
import type { AdaptInput, Overrides, Source, Voice } from '../../../src/core/adapt/types';
import type { FindingCode } from '../../../src/core/check/codes';
import { fixActs } from '../../../src/core/check/fixes/fix';
import { safeFix, withFix } from '../../../src/core/check/fixes/fixes';
import { langs } from '../../../src/core/model/records';
import { findFormat, formatsOf } from '../../../src/core/platforms/registry';
import { shippedPacks } from '../../../src/core/platforms/shipped';
import { fixWords, sayFix } from '../../../src/core/words/fixes';

const packs = shippedPacks();

const source = (given: Partial<Source> = {}): Source => ({
  title: '河边的灯',
  kind: 'scene',
  subkind: null,
  lang: 'zh',
  brief: {},
  body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: '今晚的河边很安静。' }] }] },
  tags: ['夜拍'],
  link: '',
  images: [],
  ...given,
});

const voice = (avoidWords: readonly string[]): Voice => ({
  lang: 'zh',
  signOff: '',
  linkLine: '',
  standingTags: [],
  avoidWords,
  useWords: [],
  tierBenefit: '',
});

function input(ref: string, overrides: Overrides = {}, given: Partial<Source> = {}, by?: Voice): AdaptInput {
  const format = findFormat(packs, ref);
  if (format === null) throw new Error(ref);
  return { source: source(given), format, overrides, voice: by };
}

/** The variant after the fix of its first finding of a code; null when none is safe. */
function fixed(of: AdaptInput, code: FindingCode) {
  const variant = adapt(of);
  const finding = variant.findings.find((one) => one.code === code);
  if (finding === undefined) throw new Error(`${code} was not found: ${variant.findings.map((one) => one.code)}`);
  const fix = safeFix(of, variant, finding);
  return fix === null ? null : { fix, after: adapt(withFix(of, fix)) };
}

describe('a safe fix', () => {
  it('shortens a title by its clauses and takes out the signs a platform refuses', () => {
    const title = '河边的灯一直亮着，我们走了很久很久，数到第三十七盏的时候天就亮了';
    expect(fixed(input('xiaohongshu/note_video', { title }), 'title_too_long')?.after.title).toBe(
      '河边的灯一直亮着，我们走了很久很久',
    );
    expect(fixed(input('wechat_channels/video', { title: '河边的灯，真好看！' }), 'title_sign')?.after.title).toBe(
      '河边的灯 真好看',
    );
    expect(fixed(input('zhihu/article', { title: '' }), 'title_missing')?.after.title).toBe('今晚的河边很安静');
  });

  it('gives a text written too long back to adaptation', () => {
    const done = fixed(input('x/post', { body: '很长的一句话，'.repeat(40) }), 'body_too_long');
    expect(done?.fix).toMatchObject({ kind: 'override', fields: { body: null }, act: 'give_back' });
  });

  it('drops the last tags and mends one that would break', () => {
    expect(fixed(input('weibo/post', { tags: '一\n二\n三\n四\n五' }), 'too_many_tags')?.after.tags).toEqual([
      '一',
      '二',
      '三',
    ]);
    expect(fixed(input('weibo/post', { body: '看 #一# #二# #三# #四# 呀' }), 'too_many_tags')?.after.body).toBe(
      '看 #一# #二# #三# 呀',
    );
    expect(fixed(input('xiaohongshu/note_video', { tags: '夜拍 挑战' }), 'tag_characters')?.after.tags).toEqual([
      '夜拍挑战',
    ]);
    expect(fixed(input('weibo/post', { tags: `夜拍\n${'长'.repeat(30)}` }), 'tag_too_long')?.after.tags).toEqual([
      '夜拍',
    ]);
  });

  it('tells those mentioned first and only names the rest where a platform counts them', () => {
    const names = Array.from({ length: 22 }, (_, index) => `@lamp${index + 1}`);
    const done = fixed(input('instagram/feed', { body: `谢谢 ${names.join(' ')}。` }), 'too_many_mentions');
    expect(done?.after.body).toBe(`谢谢 ${names.slice(0, 20).join(' ')} lamp21 lamp22。`);
    expect(done?.fix).toMatchObject({ act: 'names_only', params: { count: 2 } });
  });

  it('takes an address nobody can open out of the text, to the first comment where there is one', () => {
    const body = '全部照片都在这里：https://example.com/night\n今晚见。';
    const moved = fixed(input('bilibili/video', { body }), 'link_not_clickable');
    expect(moved?.fix.act).toBe('link_to_comment');
    expect(moved?.after.body).toBe('全部照片都在这里：\n今晚见。');
    expect(moved?.after.extra.firstComment).toContain('https://example.com/night');
    expect(fixed(input('xiaohongshu/note_video', { body }), 'link_banned')?.after.body).not.toContain('example.com');
    const two = { body: '一 https://a.example.com 二 https://b.example.com 三' };
    const one = fixed(input('wechat_private/wecom_moment', two), 'too_many_links');
    expect(one?.after.body).toBe('一 https://a.example.com 二 三');
    expect(
      fixed(input('weibo/post', { body: '没有链接。' }, { link: 'https://a.example.com' }), 'link_missing')?.after.body,
    ).toBe('没有链接。\n\nhttps://a.example.com');
  });

  it('takes out a clause with contact details, and a word to avoid where it stands alone', () => {
    const body = '原图不收费，加微信：night_shot。今晚见。';
    expect(fixed(input('xiaohongshu/note_video', { body }), 'contact_banned')?.after.body).toBe('原图不收费。今晚见。');
    const by = voice(['家人们']);
    expect(fixed(input('weibo/post', { body: '家人们，今晚去河边。' }, {}, by), 'avoid_word')?.after.body).toBe(
      '今晚去河边。',
    );
    // Inside a sentence a word cannot go without breaking it.
    expect(fixed(input('weibo/post', { body: '今晚带家人们去河边。' }, {}, by), 'avoid_word')).toBeNull();
  });

  it('says a claim soberly, or leaves it where the sentence would break', () => {
    const body = (text: string) => fixed(input('weibo/post', { body: text }), 'ad_law_term')?.after.body;
    expect(body('这是最舒适的角度，也是最舒适的姿势。最近常去。')).toBe(
      '这是很舒适的角度，也是很舒适的姿势。最近常去。',
    );
    expect(body('绝对值得来。')).toBe('值得来。');
    expect(body('绝对的安静。')).toBeUndefined();
    expect(body('国家级的体验。')).toBeUndefined();
  });

  it('marks a paid text at its beginning', () => {
    const zh = fixed(input('weibo/post', { body: '这次由星河相机赞助。' }), 'ad_not_disclosed');
    expect(zh?.after.body).toBe('【广告】这次由星河相机赞助。');
    const en = fixed(input('x/post', { body: 'Use my code RIVER.' }, { lang: 'en' }), 'ad_not_disclosed');
    expect(en?.after.body).toBe('#ad Use my code RIVER.');
  });

  it('replaces a sign a platform refuses by its full-width kin', () => {
    expect(fixed(input('youtube/video', { body: '亮度 a < b' }), 'forbidden_character')?.after.body).toBe(
      '亮度 a ＜ b',
    );
  });

  it('describes a picture with its caption, unless there is none', () => {
    const image = { src: 'a1', name: '河岸', alt: '', mime: 'image/jpeg', width: 3000, height: 4000, bytes: 900 };
    const shown = (title: string) => ({
      images: [image],
      body: { type: 'doc', content: [{ type: 'image', attrs: { src: 'a1', title } }] } as const,
    });
    const done = fixed(input('weibo/post', {}, shown('夜里的河岸')), 'image_no_alt');
    expect(done?.fix).toMatchObject({ kind: 'describe', asset: 'a1', alt: '夜里的河岸' });
    expect(fixed(input('weibo/post', {}, shown('')), 'image_no_alt')).toBeNull();
  });

  it('never writes a formatted article over as plain text', () => {
    const body = {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: '最舒适的角度。' }] }],
    } as const;
    expect(fixed(input('wechat_oa/article', {}, { body }), 'ad_law_term')).toBeNull();
  });

  it('takes its finding away and brings no error, whatever was written', () => {
    const words = [
      '最舒适的灯',
      '绝对值得',
      '家人们',
      '看 https://a.example.com',
      '#夜拍#',
      '#河边',
      '加微信：night_shot',
      '由品牌赞助',
      'a < b',
      '，',
      '。',
      '\n',
      '很长的一句话',
    ];
    const text = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 30 }).map((parts) => parts.join(''));
    const identity = ({ code, field, params }: { code: string; field: string; params: object }) =>
      JSON.stringify([
        code,
        field.startsWith('part ') ? 'body' : field,
        'word' in params && params.word,
        'tag' in params && params.tag,
        'url' in params && params.url,
        'sign' in params && params.sign,
        'name' in params && params.name,
        'text' in params && params.text,
      ]);
    let offered = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...formatsOf(packs).map(({ ref }) => ref)),
        text,
        text,
        fc.array(fc.constantFrom('夜拍', '河 边', '2026', 'a,b', '灯#', '长'.repeat(30), '一', '二', '三', '四'), {
          maxLength: 12,
        }),
        (ref, title, body, tags) => {
          const given = input(
            ref,
            { title, body, tags: tags.join('\n') },
            { link: 'https://b.example.com' },
            voice(['家人们']),
          );
          const before = adapt(given);
          const errors = new Set(before.findings.filter(({ severity }) => severity === 'error').map(identity));
          for (const finding of before.findings) {
            const fix = safeFix(given, before, finding);
            if (fix === null) continue;
            offered += 1;
            const after = adapt(withFix(given, fix)).findings;
            expect(after.map(identity)).not.toContain(identity(finding));
            for (const one of after.filter(({ severity }) => severity === 'error'))
              expect(errors).toContain(identity(one));
            for (const lang of langs) expect(sayFix(lang, fix)).not.toMatch(/undefined|^$/);
          }
        },
      ),
      { numRuns: 150 },
    );
    expect(offered).toBeGreaterThan(150);
  });

  it('has words for every act', () => {
    for (const act of fixActs) for (const lang of langs) expect(fixWords[lang][act]).not.toBe('');
  });
});
