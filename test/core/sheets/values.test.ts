import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pieceStates, subkinds } from '../../../src/core/model/vocabulary';
import { shippedPacks } from '../../../src/core/platforms/shipped';
import { accountNames, accountsIn, platformList, targetsOf } from '../../../src/core/sheets/values/accounts';
import { formatOf, platformNames } from '../../../src/core/sheets/values/platforms';
import { readTags } from '../../../src/core/sheets/values/tags';
import { kindNamed, langNamed, stateNamed } from '../../../src/core/sheets/values/vocabulary';
import { kindWords } from '../../../src/core/words/kinds';

const names = platformNames(shippedPacks());
const platforms = (cell: string) =>
  platformList(cell, names).map(({ id, format, written }) => (id === '' ? `?${written}` : format || id));

describe('platforms in a cell', () => {
  it.each([
    ['小红书', 'xiaohongshu'],
    ['RED', 'xiaohongshu'],
    ['xhs', 'xiaohongshu'],
    ['微信公众号', 'wechat_oa'],
    ['公众号', 'wechat_oa'],
    ['视频号', 'wechat_channels'],
    ['B站', 'bilibili'],
    ['b 站', 'bilibili'],
    ['哔哩哔哩', 'bilibili'],
    ['抖音', 'douyin'],
    ['快手', 'kuaishou'],
    ['微博', 'weibo'],
    ['知乎', 'zhihu'],
    ['头条', 'toutiao'],
    ['今日头条', 'toutiao'],
    ['X', 'x'],
    ['Twitter', 'x'],
    ['X/Twitter', 'x'],
    ['X（推特）', 'x'],
    ['推特', 'x'],
    ['Instagram', 'instagram'],
    ['ins', 'instagram'],
    ['LinkedIn', 'linkedin'],
    ['领英', 'linkedin'],
    ['朋友圈', 'wechat_private'],
    ['Bluesky', 'bluesky'],
  ])('%s is %s', (written, id) => {
    expect(platforms(written)).toEqual([id]);
  });

  it('are told by every name of every pack', () => {
    for (const { id, zh, en } of shippedPacks())
      for (const name of [id, zh, en, en.toUpperCase(), ` ${zh} `]) expect(platforms(name), name).toEqual([id]);
  });

  it('come several at a time, with their forms, and what is none is named', () => {
    expect(platforms('微博、抖音；小红书')).toEqual(['weibo', 'douyin', 'xiaohongshu']);
    expect(platforms('微博/B站+知乎')).toEqual(['weibo', 'bilibili', 'zhihu']);
    expect(platforms('微博 抖音')).toEqual(['weibo', 'douyin']);
    expect(platforms('双微一抖')).toEqual(['weibo', 'wechat_oa', 'douyin']);
    expect(platforms('抖音视频、小红书图文、微博文章、知乎回答、B站专栏')).toEqual([
      'douyin/video',
      'xiaohongshu/note_image',
      'weibo/article',
      'zhihu/answer',
      'bilibili/column',
    ]);
    expect(platforms('微博 · 文章')).toEqual(['weibo/article']);
    expect(platforms('官网、微博、人人')).toEqual(['?官网', 'weibo', '?人人']);
    expect(platforms('—')).toEqual([]);
    expect(platforms('__proto__')).toEqual(['?__proto__']);
  });

  it('know the forms they have', () => {
    expect(['视频', '图文', '直播', 'reel', '__proto__'].map((form) => formatOf(form, 'douyin', names))).toEqual([
      'douyin/video',
      'douyin/image_text',
      'douyin/live',
      'douyin/video',
      '__proto__',
    ]);
    expect(formatOf('直播', 'weibo', names)).toBe('直播');
  });
});

describe('accounts in a cell', () => {
  const known = accountNames([
    { name: '汀岸科技', handle: 'tingan', platform: 'weibo' },
    { name: '汀岸科技', handle: '', platform: 'douyin' },
    { name: '桥灯/来信', handle: '', platform: 'wechat_oa' },
    { name: '汀岸生活', handle: '@life', platform: 'xiaohongshu' },
  ]);
  const accounts = (cell: string) =>
    accountsIn(cell, names, known).map(({ platform, account }) => `${platform}:${account}`);

  it('come with platforms before, behind, or not at all', () => {
    expect(accounts('汀岸科技、汀岸生活')).toEqual([':汀岸科技', ':汀岸生活']);
    expect(accounts('微博：汀岸科技；抖音-汀岸')).toEqual(['weibo:汀岸科技', 'douyin:汀岸']);
    expect(accounts('汀岸（小红书）, 汀岸@B站')).toEqual(['xiaohongshu:汀岸', 'bilibili:汀岸']);
    expect(accounts('X: Tingan Tech')).toEqual(['x:Tingan Tech']);
    expect(accounts('@tingan')).toEqual([':@tingan']);
    expect(accounts('抖音')).toEqual(['douyin:']);
    expect(accounts('a-b')).toEqual([':a-b']);
  });

  it('keep a stroke that belongs to the name', () => {
    expect(accounts('桥灯/来信')).toEqual([':桥灯/来信']);
    expect(accounts('汀岸科技/汀岸生活')).toEqual([':汀岸科技', ':汀岸生活']);
    expect(accountsIn('晨/昏', names, accountNames([])).map(({ account }) => account)).toEqual(['晨/昏']);
  });

  const targets = (platform: string, account: string, form = '') =>
    targetsOf(platformList(platform, names), accountsIn(account, names, known), form, names, known)?.map(
      (one) => `${one.platform}:${one.account}:${one.format}`,
    ) ?? null;

  it('meet platforms one to many, by their home, or one to one', () => {
    expect(targets('微博、抖音', '')).toEqual(['weibo::', 'douyin::']);
    expect(targets('微博、抖音', '汀岸科技')).toEqual(['weibo:汀岸科技:', 'douyin:汀岸科技:']);
    expect(targets('微博', '甲、乙', '视频')).toEqual(['weibo:甲:weibo/video', 'weibo:乙:weibo/video']);
    expect(targets('小红书、微博', '@tingan、汀岸生活')).toEqual(['weibo:@tingan:', 'xiaohongshu:汀岸生活:']);
    expect(targets('微博、抖音', '甲、乙')).toEqual(['weibo:甲:', 'douyin:乙:']);
    expect(targets('', '微博：甲；抖音：乙')).toEqual(['weibo:甲:', 'douyin:乙:']);
    expect(targets('', '')).toEqual([]);
  });

  it('are not paired where nothing says how', () => {
    expect(targets('微博、抖音、知乎', '甲、乙')).toBeNull();
  });
});

describe('kinds, states and languages', () => {
  it('are told by their own names in both languages', () => {
    for (const lang of ['zh', 'en'] as const) {
      for (const [kind, list] of Object.entries(subkinds)) {
        expect(kindNamed(kindWords[lang][`kind.${kind as 'scene'}`])).toEqual({ kind, subkind: null });
        for (const subkind of list)
          expect(kindNamed(kindWords[lang][`subkind.${subkind}`]), subkind).toEqual({ kind, subkind });
      }
      for (const state of pieceStates) expect(stateNamed(kindWords[lang][`state.${state}`])?.state, state).toBe(state);
    }
  });

  it('are told by the words of sheets', () => {
    expect(
      ['抽奖', '七夕抽奖', '互动/投票', '作品征集', '新品猜价', 'Giveaway', '创始人故事', '场景'].map(
        (cell) => kindNamed(cell)?.subkind ?? kindNamed(cell)?.kind,
      ),
    ).toEqual(['lottery', 'lottery', 'vote', 'ugc_call', 'guess', 'lottery', 'founder', 'scene']);
    expect(
      ['选题', '待写', '撰写中', '待审', '已定稿', 'In Progress', 'APPROVED', '归档'].map(
        (cell) => stateNamed(cell)?.state,
      ),
    ).toEqual(['idea', 'drafting', 'drafting', 'in_review', 'ready', 'drafting', 'ready', 'archived']);
    expect(['中文', 'English', 'zh-CN', '英'].map(langNamed)).toEqual(['zh', 'en', 'zh', 'en']);
  });

  it('take "published" for what became of the plan, not for a state of the writing', () => {
    expect([
      stateNamed('已发布'),
      stateNamed('Published'),
      stateNamed('取消'),
      stateNamed('已完成'),
      stateNamed('√'),
    ]).toEqual([
      { state: null, outcome: 'live' },
      { state: null, outcome: 'live' },
      { state: null, outcome: 'skipped' },
      { state: 'ready', outcome: null },
      { state: 'ready', outcome: null },
    ]);
  });

  it('are not guessed', () => {
    for (const cell of ['科普', '用户喜欢的技术细节，长长的一句话', '__proto__', 'constructor', '', '好']) {
      expect(kindNamed(cell), cell).toBeNull();
      expect(stateNamed(cell), cell).toBeNull();
      expect(langNamed(cell), cell).toBeNull();
    }
  });
});

describe('tags in a cell', () => {
  it.each<[string, readonly string[]]>([
    ['#夜拍 #手机摄影', ['夜拍', '手机摄影']],
    ['#夜拍# #手机 摄影#', ['夜拍', '手机 摄影']],
    ['#夜拍##长沙#', ['夜拍', '长沙']],
    ['#a#b', ['a', 'b']],
    ['＃夜拍＃长沙', ['夜拍', '长沙']],
    ['夜拍、长沙；手机', ['夜拍', '长沙', '手机']],
    ['夜拍 长沙', ['夜拍', '长沙']],
    ['night photos, phones', ['night photos', 'phones']],
    ['night photos', ['night photos']],
    ['夜拍,夜拍', ['夜拍']],
    ['#夜拍🌙', ['夜拍🌙']],
    ['#', []],
  ])('%s', (cell, tags) => {
    expect(readTags(cell)).toEqual(tags);
  });

  it('lose no letter, whatever stands between them', () => {
    const word = fc.constantFrom('夜拍', 'a', '长沙 1', '🌙', 'C++', "o'k", '__proto__');
    const sign = fc.constantFrom('#', '# ', ' #', '、', ', ', ' ', ';', '##', '\n');
    const bare = (text: string) => [...new Set(text.split(/[#＃\s,，、;；|]+/).filter((part) => part !== ''))].sort();
    fc.assert(
      fc.property(fc.array(fc.tuple(sign, word), { maxLength: 8 }), (parts) => {
        const cell = parts.flat().join('');
        expect(bare(readTags(cell).join(' '))).toEqual(bare(cell));
      }),
      { numRuns: 500 },
    );
  });
});
