import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/core/adapt/types';
import { adLawCategoryIds, adLawLevels } from '../../../src/core/check/adLaw/terms';
import { findingCodes } from '../../../src/core/check/codes';
import { langs } from '../../../src/core/model/records';
import { counterIds } from '../../../src/core/platforms/pack';
import { sayFinding } from '../../../src/core/words/findings';
import { sayField, sayUnit } from '../../../src/core/words/platforms';

/** Every parameter any rule gives. */
const params = {
  lost: 0,
  value: 12,
  limit: 10,
  over: 2,
  unit: 'code_points',
  name: 'deadline',
  sign: '，',
  allowed: 'jpg',
  tag: '夜拍',
  url: 'https://example.com',
  ending: 'gif',
  source: 'zh',
  account: 'en',
  word: '最好',
  term: '最好',
  level: 'warn',
  category: 'zui',
  categoryZh: '',
  categoryEn: '',
  lawZh: '《广告法》第九条',
  lawEn: 'Advertising Law',
  fold: 140,
  deadline: '20:00',
  least: '4:5',
  most: '1.91:1',
  words: '#ad',
  label: 'yes',
  count: 2,
  where: 'Riverside, 3 October',
  text: '#夜拍#',
};

describe('sayFinding', () => {
  it('says what is the matter and what to do for every code, in both languages', () => {
    for (const lang of langs) {
      for (const code of findingCodes) {
        const said = sayFinding(lang, { code, params });
        for (const text of [said.title, said.remedy]) {
          expect(text, code).not.toBe('');
          expect(text, code).not.toMatch(/undefined|(?<!\{)\{\w+[,}]/);
          if (lang === 'en') expect(text.replace(/夜拍|最好|，/g, ''), code).not.toMatch(/[\u4e00-\u9fff]/);
        }
      }
    }
  });

  it('names the unit, the field of the brief and the missing limit in words', () => {
    const say = (code: Finding['code'], given: Finding['params']) => sayFinding('zh', { code, params: given }).title;
    expect(say('body_too_long', { value: 290, limit: 280, over: 10, unit: 'twitter_v3' })).toBe(
      '正文超出 10 加权（290/280）',
    );
    expect(say('unresolved_field', { name: 'deadline' })).toBe('「{{deadline}}」还没有内容');
    expect(say('video_needed', { limit: 0 })).toBe('这里要有视频');
    expect(say('video_needed', { limit: 60 })).toBe('这里要有视频，最长 60 秒');
  });

  it('advises by the category of an advertising term', () => {
    for (const lang of langs) {
      const remedies = adLawCategoryIds.map(
        (category) => sayFinding(lang, { code: 'ad_law_term', params: { ...params, category } }).remedy,
      );
      expect(new Set(remedies).size).toBe(adLawCategoryIds.length);
      const titles = adLawLevels.map(
        (level) => sayFinding(lang, { code: 'ad_law_term', params: { ...params, level } }).title,
      );
      expect(new Set(titles).size).toBe(adLawLevels.length);
    }
    expect(
      sayFinding('zh', {
        code: 'ad_law_term',
        params: { ...params, level: 'block', word: '国家级', lawZh: '《广告法》第九条第三项' },
      }).title,
    ).toBe('「国家级」按《广告法》第九条第三项不能用');
  });
});

describe('names of units and fields', () => {
  it('exist for every counting rule', () => {
    for (const lang of langs)
      for (const unit of [...counterIds, 'items', 'youtube_tags'] as const) expect(sayUnit(lang, unit)).not.toBe('');
  });

  it('read parts of a thread and fields of the brief', () => {
    expect(sayField('zh', 'part 2')).toBe('第 2 条');
    expect(sayField('en', 'brief.deadline')).toBe('Brief · Deadline');
    expect(sayField('zh', 'title')).toBe('标题');
    expect(sayField('zh', 'constructor')).toBe('constructor');
  });
});
