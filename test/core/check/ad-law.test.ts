import { describe, expect, it } from 'vitest';
import { findAdLawTerms } from '../../../src/core/check/adLaw/matcher';
import { adLaw } from '../../../src/core/check/adLaw/terms';

const terms = (text: string) => findAdLawTerms(text).map(({ term, level }) => `${term}:${level}`);
const levelOf = (text: string) => findAdLawTerms(text).map(({ level }) => level);

describe('terms of advertising law', () => {
  const data = adLaw();

  it('are the 290 gathered ones in 13 categories, each naming a known law', () => {
    expect(data.categories).toHaveLength(13);
    expect(data.categories.flatMap((category) => category.terms)).toHaveLength(290);
    expect(data.safe).toHaveLength(105);
    const laws = new Set(data.laws.map(({ id }) => id));
    for (const category of data.categories) for (const id of category.laws) expect(laws).toContain(id);
  });

  it('are each found when they stand alone in a sentence', () => {
    const missed = data.categories
      .flatMap((category) => category.terms.map(({ term }) => term))
      .filter((term) => {
        // A term that a harmless compound or a longer term covers is reported as that.
        const hits = findAdLawTerms(`我们说：${term}。`);
        return !hits.some((hit) => hit.written.includes(term) || term.includes(hit.term));
      });
    expect(missed).toEqual([]);
  });

  it('are no hits inside their harmless compounds', () => {
    const wrong = data.categories.flatMap((category) =>
      category.terms.flatMap(({ term, safe }) =>
        safe.filter((compound) => findAdLawTerms(`这里有${compound}。`).some((hit) => hit.term === term)),
      ),
    );
    expect(wrong).toEqual([]);
    expect(data.safe.filter((compound) => findAdLawTerms(`这里有${compound}。`).length > 0)).toEqual([]);
  });

  it('name the article and keep the wording as written', () => {
    const [hit] = findAdLawTerms('这是国家级的体验');
    expect(hit).toMatchObject({ start: 2, end: 5, written: '国家级', level: 'block' });
    expect(hit?.law).toMatchObject({ zh: '广告法', article: '第九条第三项', articleEn: 'Article 9(3)' });
  });

  it('give way to a longer term that covers them', () => {
    expect(terms('史上最低价')).toEqual(['史上最低价:block']);
    expect(terms('全国销量冠军')).toEqual(['全国销量冠军:warn']);
    expect(terms('全国第一品牌')).toEqual(['全国第一:warn', '第一品牌:warn']);
  });

  it('leave everyday words alone', () => {
    for (const text of [
      '最近第一次用，第一时间统一升级',
      '今天周末推荐大家去中心看看',
      '最后一步，首先打开首页',
      '治愈系风景和视觉特效',
      '同一流程，统一流量',
    ])
      expect(terms(text), text).toEqual([]);
  });

  it('are no claim where 第一 only counts', () => {
    for (const text of [
      '第一盏灯亮了',
      '拍下第一张照片',
      '第一步，把灯关掉',
      '第一天到河边',
      '这是今年第一场雪',
      '桥头第一个路口左转',
      '第一批收到的人',
      '第一印象很要紧',
      '我的第一台相机',
      '第 一 盏灯',
      '第一，先看云量。第二，再看风。',
      '要带三样东西。第一：三脚架',
      '出发前有两件事。\n第一是电池',
    ])
      expect(terms(text), text).toEqual([]);
  });

  it('are claims where 第一 ranks', () => {
    const ranked: readonly (readonly [string, readonly string[]])[] = [
      ['销量第一', ['销量第一:warn']],
      ['全国第一', ['全国第一:warn']],
      ['全国第一个做到的', ['全国第一:warn']],
      ['行业第一台', ['行业第一:warn']],
      ['第一品牌', ['第一品牌:warn']],
      ['第一名', ['第一名:info']],
      ['口碑第一', ['第一:warn']],
      ['我们是第一，没有第二', ['第一:warn']],
      ['第一大阵营', ['第一:warn']],
      ['第一家', ['第一:warn']],
      ['第一梯队', ['第一:warn']],
      ['第一手机品牌', ['第一:warn']],
      ['画质排第一。', ['第一:warn']],
    ];
    for (const [text, hits] of ranked) expect(terms(text), text).toEqual(hits);
  });

  it('are lowered to a note where a superlative is a technical figure', () => {
    expect(levelOf('最高 120W 快充')).toEqual(['info']);
    expect(levelOf('最大 50 倍变焦')).toEqual(['info']);
    expect(levelOf('最高达 3000 尼特')).toEqual(['info']);
    expect(levelOf('最大的屏幕')).toEqual(['warn']);
    expect(terms('最大支持 1TB')).toEqual([]);
  });

  it('are seen through spaces, separators, width and spelling', () => {
    expect(terms('最 好')).toEqual(['最好:warn']);
    expect(terms('第*一品牌')).toEqual(['第一品牌:warn']);
    expect(terms('第-一')).toEqual(['第一:warn']);
    expect(terms('第①品牌')).toEqual(['第一品牌:warn']);
    for (const text of ['NO.1', 'No1', 'no. 1', '№1', 'ＮＯ．１', 'number one'])
      expect(terms(text), text).toEqual(['NO.1:warn']);
    for (const text of ['TOP1', 'top 1', 'Top-1']) expect(terms(text), text).toEqual(['TOP1:warn']);
    for (const text of ['TOP10', 'NO.10', 'stop1', 'casino1']) expect(terms(text), text).toEqual([]);
    expect(findAdLawTerms('真的第 * 一')[0]).toMatchObject({ start: 2, written: '第 * 一' });
  });

  it('are not joined across a sentence or a line end', () => {
    expect(terms('这是第，一定要来')).toEqual([]);
    expect(terms('排第\n一')).toEqual([]);
  });

  it('are seen where a harmless compound only seems to stand', () => {
    expect(terms('绝对值得买')).toEqual(['绝对:warn']);
    expect(terms('一流水平')).toEqual(['一流:warn']);
    expect(terms('取绝对值')).toEqual([]);
  });

  it('are found in time linear in the text', () => {
    const long = findAdLawTerms('最近最好的一流体验，第一次。'.repeat(20_000));
    expect(long.length).toBe(40_000);
  }, 5_000);
});
