import { describe, expect, test } from 'vitest';
import { adapt } from '../../../src/core/adapt/adapt';
import { noVoice } from '../../../src/core/adapt/draft';
import type { BlockNode, TableRowNode } from '../../../src/core/model/doc';
import { adaptTo, aFormat, aSource, p, reasonsOf } from './aSource';

const limits = (ref: string, changes: object) => ({
  format: { limits: { ...aFormat(ref).format.limits, ...changes } },
});

describe('Blocks', () => {
  const source = aSource({
    title: '',
    blocks: [p('只给微博。', { only: ['weibo/post'] }), p('不给X。', { not: ['x'] }), '大家都看。'],
  });

  test('follow only and not, by platform and by format, and say what stayed away', () => {
    expect(adaptTo('weibo/post', source).body).toBe('只给微博。\n\n不给X。\n\n大家都看。');
    const x = adaptTo('x/post', source);
    expect(x.body).toBe('大家都看。');
    expect(x.trace.filter(({ step }) => step === 'blocks').map(({ reason, before }) => [reason, before])).toEqual([
      ['only_elsewhere', '只给微博。'],
      ['not_here', '不给X。'],
    ]);
  });

  test('are filled from the brief; what the brief does not answer stays visible and is an error', () => {
    const given = aSource({
      title: '',
      kind: 'interactive',
      brief: { deadline: '11月30日 20:00' },
      blocks: ['{{deadline}} 截止，奖品是 {{reward}}。'],
    });
    const variant = adaptTo('weibo/post', given);
    expect(variant.body).toBe('11月30日 20:00 截止，奖品是 {{reward}}。');
    expect(variant.findings).toContainEqual({
      code: 'unresolved_field',
      severity: 'error',
      field: 'brief.reward',
      params: { name: 'reward' },
    });
  });

  test('with broken characters are repaired where everyone can see it', () => {
    const variant = adaptTo('weibo/post', aSource({ title: '', blocks: ['灯\ud83d亮着\u0000。'] }));
    expect(variant.body).toBe('灯\ufffd亮着。');
    expect(reasonsOf(variant)).toContain('text_repaired');
  });
});

describe('Tables', () => {
  const row = (type: 'tableCell' | 'tableHeader', ...cells: readonly string[]): TableRowNode => ({
    type: 'tableRow',
    content: cells.map((text) => ({
      type,
      content: [text === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [{ type: 'text', text }] }],
    })),
  });
  const table: BlockNode = {
    type: 'table',
    content: [
      row('tableHeader', '时间', '地点', '带什么'),
      row('tableCell', '周六', '渡口', '手机'),
      row('tableCell', '周日', '', '三脚架'),
    ],
  };

  test('are a line a row where a platform has none, with the words of the heading row, and say so', () => {
    const variant = adaptTo('weibo/post', aSource({ title: '', blocks: ['两场夜拍。', table] }));
    expect(variant.body).toBe('两场夜拍。\n\n时间：周六；地点：渡口；带什么：手机\n时间：周日；带什么：三脚架');
    expect(reasonsOf(variant)).toContain('table_as_lines');
    const pairs = { type: 'table', content: [row('tableCell', '一等奖', '相机'), row('tableCell', '二等奖', '脚架')] };
    expect(adaptTo('weibo/post', aSource({ title: '', blocks: [pairs as BlockNode] })).body).toBe(
      '一等奖：相机\n二等奖：脚架',
    );
    const english = adaptTo('weibo/post', aSource({ title: '', lang: 'en', blocks: [table] }));
    expect(english.body).toContain('时间: 周六; 地点: 渡口');
  });

  test('are tables in an article, with a style on every cell for WeChat', () => {
    const { extra, trace } = adaptTo('wechat_oa/article', aSource({ title: '', blocks: ['两场夜拍。', table] }));
    expect(extra.html).toMatch(/<table style="[^"]+"><tr><td style="[^"]+"><strong>时间<\/strong><\/td>/);
    expect(extra.html).toMatch(
      /<tr><td style="[^"]+">周日<\/td><td style="[^"]+"><\/td><td style="[^"]+">三脚架<\/td><\/tr><\/table>/,
    );
    expect(extra.html?.match(/<tr>/g)).toHaveLength(3);
    expect(trace.map(({ reason }) => reason)).not.toContain('table_as_lines');
  });

  test('lose whole rows when space is short, and stay away where they are not for', () => {
    const many: BlockNode = {
      type: 'table',
      content: Array.from({ length: 40 }, (_, index) => row('tableCell', `第${index + 1}站渡口的灯`, '二十二点')),
    };
    const short = adaptTo('x/post', aSource({ title: '', blocks: [many] }), { format: { threads: false } });
    expect(short.body.split('\n').every((line) => /^第\d+站渡口的灯：二十二点$/.test(line))).toBe(true);
    const away = adaptTo('x/post', aSource({ title: '', blocks: ['留。', { ...table, attrs: { not: ['x'] } }] }));
    expect(away.body).toBe('留。');
    expect(reasonsOf(away).filter((reason) => reason === 'not_here')).toHaveLength(3);
  });
});

describe('The opening', () => {
  test('is the block marked lead', () => {
    expect(adaptTo('weibo/post', aSource({ title: '', blocks: ['第二。', p('第一。', { lead: true })] })).body).toBe(
      '第一。\n\n第二。',
    );
  });

  test('is the title where the platform has no title field, said once', () => {
    const variant = adaptTo('weibo/post', aSource());
    expect(variant.title).toBeNull();
    expect(variant.body).toBe('今晚开拍\n\n夜里十点以后，还有哪盏灯亮着？');
    expect(adaptTo('weibo/post', aSource({ blocks: ['今晚开拍，都来。'] })).body).toBe('今晚开拍，都来。');
  });

  test('drops a first heading that repeats the title', () => {
    const heading = {
      type: 'heading' as const,
      attrs: { level: 1 },
      content: [{ type: 'text' as const, text: '今晚开拍' }],
    };
    expect(adaptTo('zhihu/article', aSource({ blocks: [heading, '正文。'] })).body).toBe('正文。');
  });
});

describe('Images', () => {
  const image = (src: string) => ({ src, name: src, alt: src, mime: 'image/jpeg', width: 10, height: 10, bytes: 10 });
  test('go in the order of the text, up to the format’s number, without those of hidden blocks', () => {
    const source = aSource({
      images: ['a', 'b', 'c', 'd', 'e', 'f'].map(image),
      blocks: ['文。', { type: 'image', attrs: { src: 'c' } }, { type: 'image', attrs: { src: 'a', only: ['weibo'] } }],
    });
    const x = adaptTo('x/post', source);
    expect(x.extra.images).toEqual(['c', 'b', 'd', 'e']);
    expect(x.trace.filter(({ reason }) => reason === 'too_many_images').map(({ before }) => before)).toEqual(['f']);
    expect(adaptTo('weibo/post', source).extra.images?.slice(0, 2)).toEqual(['c', 'a']);
    expect(adaptTo('douyin/video', source).extra.images).toBeUndefined();
  });
});

describe('A thread', () => {
  const source = aSource({
    title: '',
    lang: 'en',
    tags: ['StillLit'],
    blocks: Array.from(
      { length: 6 },
      (_, index) =>
        `Sentence number ${index} says one thing about one lamp on one street, and takes its time to say it. A short one.`,
    ),
  });

  test('divides a text too long for one post between its sentences, numbered', () => {
    const variant = adaptTo('x/post', source);
    expect(variant.parts.length).toBeGreaterThan(1);
    for (const [index, part] of variant.parts.entries())
      expect(part.endsWith(`\n(${index + 1}/${variant.parts.length})`)).toBe(true);
    const rejoined = variant.parts
      .map((part) => part.replace(/\n\(\d+\/\d+\)$/, ''))
      .join(' ')
      .replace(/\s+/g, ' ');
    expect(rejoined).toBe(variant.body.replace(/\s+/g, ' '));
    expect(variant.counts.filter(({ field }) => field.startsWith('part ')).length).toBe(variant.parts.length);
    expect(variant.trace.some(({ action }) => action === 'removed')).toBe(false);
  });
  test('is one post equal to the body when the text fits', () => {
    const variant = adaptTo('bluesky/post', aSource());
    expect(variant.parts).toEqual([variant.body]);
    expect(variant.counts.filter(({ field }) => field === 'body').map(({ unit }) => unit)).toEqual([
      'bluesky',
      'utf8_bytes',
    ]);
  });
  test('leaves out a sentence longer than a post, and says so', () => {
    const variant = adaptTo('x/post', aSource({ title: '', blocks: ['短句。', '长'.repeat(200), '又一句。'] }));
    expect(variant.body).toBe('短句。\n\n又一句。');
    expect(variant.parts).toEqual([variant.body]);
    expect(reasonsOf(variant)).toContain('sentence_too_long');
  });
});

describe('What a person wrote', () => {
  test('stands, is counted, and is never cut', () => {
    const body = '我写的。'.repeat(100);
    const variant = adaptTo('douyin/image_text', aSource(), {
      overrides: { body, title: '我的标题比二十个字要长一些但是它就这样留着不动', tags: '甲\n乙' },
      ...limits('douyin/image_text', { body_max: 50 }),
    });
    expect(variant.body).toBe(body);
    expect(variant.parts).toEqual([body]);
    expect(variant.tags).toEqual(['甲', '乙']);
    expect(variant.findings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['body_too_long', 'title_too_long']),
    );
    expect(variant.counts.find(({ field }) => field === 'body')).toEqual({
      field: 'body',
      unit: 'code_points',
      value: 400,
      limit: 50,
    });
  });
  test('is told field by field beside what the field would have said', () => {
    const variant = adaptTo('douyin/image_text', aSource({ blocks: ['算出来的一句。'] }), {
      overrides: { body: '我写的一句。', tags: '甲\n乙' },
    });
    expect(variant.trace.filter(({ step }) => step === 'overrides')).toMatchObject([
      { field: 'body', before: expect.stringContaining('算出来的一句。'), after: '我写的一句。' },
      { field: 'tags', after: '甲, 乙' },
    ]);
  });
  test('is divided into posts only where nothing gets lost', () => {
    const variant = adaptTo('x/post', aSource(), { overrides: { body: '一句话说完一件事情。'.repeat(30) } });
    expect(variant.parts.length).toBeGreaterThan(1);
    expect(adaptTo('x/post', aSource(), { overrides: { body: '长'.repeat(300) } }).parts.length).toBe(1);
  });
  test('makes the article’s HTML', () => {
    const { extra } = adaptTo('wechat_oa/article', aSource(), {
      overrides: { body: '第一段<b>。\n\n第二段。', digest: '摘要' },
    });
    expect(extra.html).toMatch(/第一段&lt;b&gt;。<\/p><p style="[^"]+">第二段。/);
    expect(extra.digest).toBe('摘要');
  });
  test('can be a script', () => {
    const { extra } = adaptTo('douyin/video', aSource(), {
      overrides: { script: '3 | 面馆 | 夜里十点。 | 十点\n还亮着。' },
    });
    expect(extra.script).toEqual([
      { seconds: 3, picture: '面馆', voice: '夜里十点。', caption: '十点' },
      { seconds: 0, picture: '', voice: '还亮着。', caption: '' },
    ]);
  });
});

describe('The private domain', () => {
  test('gets the tier’s benefit, measured in bytes', () => {
    const variant = adaptTo('wechat_private/wecom_group', aSource({ title: '' }), {
      voice: { tierBenefit: '铁杆群提前两小时。' },
    });
    expect(variant.body).toBe('夜里十点以后，还有哪盏灯亮着？\n铁杆群提前两小时。');
    expect(variant.counts[0]).toEqual({ field: 'body', unit: 'utf8_bytes', value: 73, limit: 4000 });
    expect(adaptTo('weibo/post', aSource(), { voice: { tierBenefit: '铁杆群' } }).body).not.toContain('铁杆群');
  });
});

test('A megabyte of emoji in one sentence, and of small sentences, is adapted for every family without throwing', {
  timeout: 240_000,
}, () => {
  const refs = [
    'x/post',
    'xiaohongshu/note_image',
    'douyin/video',
    'douyin/live',
    'wechat_oa/article',
    'wechat_private/wecom_app',
  ];
  for (const text of ['👨‍👩‍👧‍👦'.repeat(42_000), '😀。'.repeat(150_000)]) {
    const source = aSource({ blocks: [text] });
    for (const ref of refs) {
      const variant = adapt({ source, format: aFormat(ref), voice: noVoice(source) });
      for (const { field, value, limit } of variant.counts)
        if (limit !== null) expect(value, `${ref} ${field}`).toBeLessThanOrEqual(limit);
    }
  }
});
