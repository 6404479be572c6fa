import { describe, expect, test } from 'vitest';
import { adapt } from '../../../src/core/adapt/adapt';
import { noVoice } from '../../../src/core/adapt/draft';
import type { Finding } from '../../../src/core/adapt/types';
import type { BlockNode, TableRowNode } from '../../../src/core/model/doc';
import { sayFindingLine } from '../../../src/core/words/findings';
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

describe('A title that is too long', () => {
  const titleOf = (title: string, max: number, more: Parameters<typeof aSource>[0] = {}) => {
    const variant = adaptTo(
      'douyin/image_text',
      aSource({ title, ...more }),
      limits('douyin/image_text', { title_max: max }),
    );
    return [variant.title, variant.trace.find(({ reason }) => reason.startsWith('title_'))?.reason];
  };

  test('keeps as many clauses from the beginning as fit', () => {
    expect(titleOf('夜里十点以后，你家楼下，还有哪盏灯亮着？', 12)).toEqual([
      '夜里十点以后，你家楼下',
      'title_clauses',
    ]);
  });
  test('gives up bracketed parts before its beginning', () => {
    expect(titleOf('抽九台手机（仅限今晚八点前转发）', 8)).toEqual(['抽九台手机', 'title_without_brackets']);
    expect(titleOf('汀岸M9（仅限今晚八点前转发）Pro', 10)).toEqual(['汀岸M9 Pro', 'title_without_brackets']);
  });
  test('takes a later clause when the first is too long', () => {
    expect(titleOf('凌晨一点还坐在巷口面馆里吃面的那三个人：灯下', 6)).toEqual(['灯下', 'title_clauses']);
  });
  test('falls back on the brief', () => {
    const brief = { value: '看清灯下的人' };
    expect(titleOf('这个标题没有任何停顿所以哪里也不能断开', 8, { brief })).toEqual([
      '看清灯下的人',
      'title_from_brief',
    ]);
  });
  test('is never cut inside a clause: it is empty and an error', () => {
    const variant = adaptTo('douyin/image_text', aSource({ title: 'Photographyatnightwithoutatripod' }));
    expect(variant.title).toBe('');
    expect(variant.findings).toContainEqual(
      expect.objectContaining({ code: 'cannot_fit', severity: 'error', field: 'title' }),
    );
  });
  test('is not divided between Latin words', () => {
    expect(titleOf('The moon should not be a white dot', 20)[0]).toBe('');
  });
  test('keeps its brackets and quotations whole', () => {
    expect(titleOf('老板问：「能拍吗，拍完能不能送我一张」，我说能', 12)).toEqual(['老板问', 'title_clauses']);
  });
  test('loses the signs its format refuses', () => {
    const variant = adaptTo('wechat_channels/video', aSource({ title: '今晚开拍：还亮着的灯' }));
    expect(variant.title).toBe('今晚开拍 还亮着的灯');
    expect(reasonsOf(variant)).toContain('title_signs');
  });
});

describe('Fitting', () => {
  const short = limits('douyin/image_text', { body_max: 24 });
  const fitted = (
    blocks: Parameters<typeof aSource>[0] extends infer S | undefined ? (S & { blocks?: unknown })['blocks'] : never,
    kind: 'scene' | 'interactive' = 'scene',
    brief = {},
  ) => adaptTo('douyin/image_text', aSource({ title: '', blocks: blocks as never, kind, brief }), short);

  test('gives up optional blocks first', () => {
    const variant = fitted(['第一句留下来。', p('这句可以省掉的。', { optional: true }), '第三句也留下来。']);
    expect(variant.body).toBe('第一句留下来。\n第三句也留下来。');
    expect(variant.trace).toContainEqual(
      expect.objectContaining({ step: 'fit', reason: 'optional_first', before: '这句可以省掉的。', block: 1 }),
    );
  });
  test('then what says nothing new', () => {
    const variant = fitted(['路灯下面卖炒粉的还在。', '路灯下面卖炒粉的还在！', '第三句。']);
    expect(variant.body).toBe('路灯下面卖炒粉的还在。\n第三句。');
    expect(reasonsOf(variant)).toContain('repetition');
  });
  test('then the sentences that weigh least, wherever they stand', () => {
    const variant = fitted(['开头这一句很要紧。中间的废话可以没有的。价格 3999 元起。']);
    expect(variant.body).toBe('开头这一句很要紧。价格 3999 元起。');
    expect(variant.trace.find(({ reason }) => reason === 'too_long')?.weight).toBeTypeOf('number');
  });
  test('keeps the facts a promotion must name', () => {
    const variant = fitted(['先说两句闲话热热场子。', '再说两句。11月30日截止。'], 'interactive', {
      deadline: '11月30日',
    });
    expect(variant.body).toContain('11月30日截止。');
  });
  test('keeps what must be kept, even at the cost of everything else', () => {
    const variant = fitted([
      '开头这一句很要紧，数字 3999。',
      p('这一句无论如何都要留在正文里面才行。', { keep: true }),
    ]);
    expect(variant.body).toBe('这一句无论如何都要留在正文里面才行。');
    expect(variant.findings.map(({ code }) => code)).not.toContain('cannot_fit');
  });
  test('says so when a kept block does not fit', () => {
    const variant = fitted([p('这一句无论如何都要留在正文里面可是它实在太长了放不下。', { keep: true }), '短句。']);
    expect(variant.body).toBe('短句。');
    const finding = variant.findings.find(({ code }) => code === 'cannot_fit') as Finding;
    expect(finding).toMatchObject({ severity: 'error', field: 'body', params: { lost: 1 } });
    expect(sayFindingLine('zh', finding)).toContain('有 1 句「必须保留」放不进');
  });
  test('never cuts a sentence: when none fits the body is empty and an error', () => {
    const variant = fitted(['这一句没有任何停顿而且它比整个平台允许的长度还要长一些所以放不下']);
    expect(variant.body).toBe('');
    expect(variant.findings).toContainEqual(
      expect.objectContaining({ code: 'cannot_fit', severity: 'error', field: 'body' }),
    );
    expect(variant.trace).toContainEqual(expect.objectContaining({ action: 'removed', reason: 'too_long' }));
  });
  test('drops a heading with its last sentence', () => {
    const heading = {
      type: 'heading' as const,
      attrs: { level: 2 },
      content: [{ type: 'text' as const, text: '换一道题' }],
    };
    const variant = fitted(['开头这一句 3999 很要紧，数字。', heading, '这里的话比较长也没有那么要紧的。']);
    expect(variant.body).toBe('开头这一句 3999 很要紧，数字。');
    expect(reasonsOf(variant)).toContain('heading_without_text');
  });
  test('counts sign-off, link and tags, and gives them up before the last sentence', () => {
    const source = aSource({ title: '', blocks: ['唯一的一句话要留下。'], tags: ['夜拍'] });
    const variant = adaptTo('douyin/image_text', source, {
      ...limits('douyin/image_text', { body_max: 14 }),
      voice: { signOff: '——写于回家路上' },
    });
    expect(variant.body).toBe('唯一的一句话要留下。\n#夜拍');
    expect(reasonsOf(variant)).toContain('no_room_sign_off');
  });
  test('obeys two units at once', () => {
    const source = aSource({ title: '', blocks: ['灯。'.repeat(1100)] });
    const { counts } = adaptTo('wechat_private/wecom_moment', source);
    const bytes = counts.find(({ unit }) => unit === 'utf8_bytes');
    expect(bytes?.value).toBeLessThanOrEqual(4000);
    expect(counts.find(({ unit }) => unit === 'code_points')?.value).toBeLessThanOrEqual(2000);
  });
});

describe('Links', () => {
  const source = aSource({
    title: '',
    link: 'https://tingan.example/rules',
    blocks: [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: '样张在' },
          { type: 'text', text: '这里', marks: [{ type: 'link', attrs: { href: 'https://tingan.example/a' } }] },
          { type: 'text', text: '。传到 https://tingan.example/b 也行，随你。' },
        ],
      },
    ],
  });

  test('stay in the text where it can hold them, with the link line at its end', () => {
    expect(adaptTo('weibo/post', source, { voice: { linkLine: '完整规则' } }).body).toBe(
      '样张在这里（https://tingan.example/a）。传到 https://tingan.example/b 也行，随你。\n\n完整规则 https://tingan.example/rules',
    );
  });
  test('never run into the name behind them where nobody can be mentioned, nor into what follows another of the same', () => {
    const blocks: readonly BlockNode[] = [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: '看 https://tingan.example/a' },
          { type: 'mention', attrs: { id: 'li' } },
        ],
      },
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: '样张', marks: [{ type: 'link', attrs: { href: 'https://tingan.example/b' } }] },
          { type: 'text', text: 'https://tingan.example/b' },
          { type: 'field', attrs: { name: 'deadline' } },
        ],
      },
    ];
    const { body } = adaptTo('zhihu/video', aSource({ title: '', blocks, brief: { deadline: '30日' } }));
    expect(body).toContain('https://tingan.example/a li');
    expect(body).toContain('https://tingan.example/b 30日');
  });
  test('go where nobody could open them, the clause with the address, traced', () => {
    const variant = adaptTo('xiaohongshu/note_image', source);
    expect(variant.body).toBe('样张在这里。随你。');
    expect(variant.trace).toContainEqual(
      expect.objectContaining({ step: 'links', reason: 'link_not_clickable', before: 'https://tingan.example/rules' }),
    );
    expect(variant.trace).toContainEqual(
      expect.objectContaining({ before: '传到 https://tingan.example/b 也行，随你。', after: '随你。' }),
    );
  });
  test('take the whole sentence with them when what is left would lead nowhere', () => {
    const variant = adaptTo(
      'xiaohongshu/note_image',
      aSource({ title: '', blocks: ['先拍。要是没数到，传到 https://tingan.example/b 就行。'] }),
    );
    expect(variant.body).toBe('先拍。');
    expect(variant.trace).toContainEqual(
      expect.objectContaining({
        action: 'removed',
        reason: 'link_not_clickable',
        before: '要是没数到，传到 https://tingan.example/b 就行。',
      }),
    );
  });
  test('move to the first comment on Bilibili', () => {
    const variant = adaptTo('bilibili/video', source);
    expect(variant.extra.firstComment).toBe(
      'https://tingan.example/rules\n这里 https://tingan.example/a\nhttps://tingan.example/b',
    );
    expect(variant.body).not.toContain('https://');
  });
  test('become numbered footnotes in a WeChat article, one of them the source link', () => {
    const { extra } = adaptTo('wechat_oa/article', source);
    expect(extra.sourceUrl).toBe('https://tingan.example/rules');
    expect(extra.html).toContain('>[1]</sup>');
    expect(extra.html).toContain('[1] https://tingan.example/a');
    expect(extra.html).toContain('[2] https://tingan.example/b');
    expect(extra.html).not.toContain('<a ');
  });
});

describe('Hashtags and mentions', () => {
  const source = aSource({
    title: '',
    tags: ['night shots', '夜拍', '12', '夜拍'],
    blocks: ['带上#还亮着的灯#发出来，@汀岸手机说。'],
  });

  test('take each platform’s syntax, up to its number', () => {
    expect(adaptTo('weibo/post', source).body).toBe('带上#还亮着的灯#发出来，@汀岸手机说。\n\n#night shots# #夜拍#');
    expect(adaptTo('wechat_private/wecom_group', source).body).toBe('带上还亮着的灯发出来，汀岸手机说。');
    const x = adaptTo('x/post', source);
    expect(x.tags).toEqual(['还亮着的灯', 'NightShots']);
    expect(x.body).toBe('带上 #还亮着的灯 发出来，@汀岸手机说。\n\n#NightShots');
    expect(x.trace).toContainEqual(expect.objectContaining({ reason: 'too_many_tags', before: '夜拍' }));
    expect(x.trace).toContainEqual(expect.objectContaining({ reason: 'tag_unlawful', before: '12' }));
    expect(adaptTo('xiaohongshu/note_image', source).body).toMatch(/^带上 #还亮着的灯 发出来，/);
  });
  test('end with their clause', () => {
    const variant = adaptTo('weibo/post', aSource({ title: '', blocks: ['参加#StillLit，带上#夜拍#。'] }));
    expect(variant.tags).toEqual(['StillLit', '夜拍']);
    expect(variant.body).toBe('参加#StillLit#，带上#夜拍#。');
  });
  test('end where an address begins that nothing keeps apart from them', () => {
    const variant = adaptTo('bilibili/video', aSource({ title: '', blocks: ['看#夜拍tingan.com就好。'] }));
    expect(variant.tags).toEqual(['夜拍']);
    expect(variant.body).toBe('看夜拍tingan.com就好。');
    const pair = adaptTo('bilibili/video', aSource({ title: '', blocks: ['看#夜拍，#路灯tingan.com到#深圳'] }));
    expect(pair.tags).toEqual(['夜拍', '路灯', '深圳']);
  });
  test('stay out of the text where tags are a field of their own', () => {
    const bilibili = adaptTo('bilibili/video', source);
    expect(bilibili.body).toBe('带上还亮着的灯发出来，@汀岸手机说。');
    expect(bilibili.tags).toContain('还亮着的灯');
  });
  test('are never shortened: too long a tag stays out, with a reason', () => {
    const variant = adaptTo('xiaohongshu/note_image', aSource({ tags: ['一个超过十个字的话题名字'] }));
    expect(variant.tags).toEqual([]);
    expect(reasonsOf(variant)).toContain('tag_too_long');
  });
  test('put the campaign’s topic first', () => {
    const given = aSource({ kind: 'interactive', brief: { hashtag: '#还亮着的灯#' }, tags: ['夜拍'] });
    expect(adaptTo('threads/post', given).tags).toEqual(['还亮着的灯']);
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
