import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../src/core/adapt/types';
import { sayFindingLine } from '../../../src/core/words/findings';
import { adaptTo, aFormat, aSource, p, reasonsOf } from './aSource';

const limits = (ref: string, changes: object) => ({
  format: { limits: { ...aFormat(ref).format.limits, ...changes } },
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
