import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ReviewSourceInput } from '../../../src/contract';
import { createOp } from '../../../src/core/plan/ops';
import { readReview } from '../../../src/core/review/reviewFile';
import { wallDate } from '../../../src/core/time/wall';
import { TODAY, value } from '../../helpers/bridge';
import {
  handed,
  make,
  marksOf,
  out,
  shownWords,
  source,
  standing,
  studio,
  take,
  undo,
  version,
  withPieceInReview,
} from './pieceInReview';

withPieceInReview();

describe('handing over and getting marks back', () => {
  test('what is handed over is asked for, once; the file and its page hold the very words', async () => {
    expect(await standing()).toEqual({ source: 'none', 'weibo/post': 'none' });
    const review = await handed();
    expect(review.names).toEqual(['测试工作区 审阅 2026-10-09.html', '测试工作区 审阅 2026-10-09.juzhen-review']);
    expect(review.page).toMatchObject({ by: '小林', note: '五点前', day: TODAY, title: '测试工作区' });
    expect(review.page.items.map(({ texts }) => texts.map(({ text }) => text))).toEqual([
      ['夜游龙门', '今晚七点，龙门石窟见。\n别忘了带伞。'],
      [expect.stringContaining('今晚七点，龙门石窟见。')],
    ]);
    expect(review.html).toContain('别忘了带伞。');
    expect(await standing()).toEqual({ source: 'requested', 'weibo/post': 'requested' });
    await undo();
    expect(await standing()).toEqual({ source: 'none', 'weibo/post': 'none' });
  });

  test('a part of the plan is handed over by what goes out in it: those versions, and sources of what goes out nowhere', async () => {
    await make([
      createOp('campaign', 'c_1', { name: '秋夜' }),
      createOp('account', 'a_2', { name: '分号', platform: 'weibo', lang: 'zh' }),
      createOp('placement', 'l_2', {
        pieceId: 'p_1',
        accountId: 'a_2',
        format: 'weibo/post',
        day: wallDate('2026-11-20'),
      }),
      createOp('piece', 'p_2', { title: '没排的', campaignId: 'c_1', lang: 'zh' }),
      createOp('piece', 'p_3', { title: '别的', lang: 'zh' }),
      { kind: 'set', type: 'placement', id: 'l_1', register: 'campaignId', value: 'c_1' },
      createOp('placement', 'l_3', {
        pieceId: 'p_3',
        accountId: 'a_1',
        format: 'weibo/post',
        day: TODAY,
        outcome: 'live',
      }),
    ]);
    const offered = async (plan: NonNullable<ReviewSourceInput['plan']>) => {
      const { offers, more } = value(await studio.call('review.offer', { plan }));
      expect(more).toBe(0);
      return offers.map(({ target, asked }) => [target.pieceId, target.accountId, asked]);
    };
    expect(await offered({ from: TODAY, to: TODAY, campaignIds: ['c_1'] })).toEqual([
      ['p_1', null, false],
      ['p_1', 'a_1', true],
      ['p_1', 'a_2', false],
    ]);
    // Without days a campaign's pieces that are planned nowhere belong to it, too.
    expect(await offered({ campaignIds: ['c_1'] })).toEqual([
      ['p_1', null, false],
      ['p_1', 'a_1', true],
      ['p_1', 'a_2', false],
      ['p_2', null, true],
    ]);
    expect(await offered({ placementIds: ['l_2'] })).toEqual([
      ['p_1', null, false],
      ['p_1', 'a_1', false],
      ['p_1', 'a_2', true],
    ]);
    expect(await offered({ from: wallDate('2027-01-01') })).toEqual([]);
  });

  test('what the team notes for itself is in neither file', async () => {
    const secret = '别给客户看';
    await make([
      { kind: 'set', type: 'piece', id: 'p_1', register: 'notes', value: secret },
      { kind: 'set', type: 'piece', id: 'p_1', register: 'brief.audience', value: secret },
      { kind: 'set', type: 'placement', id: 'l_1', register: 'handNote', value: secret },
    ]);
    const review = await handed();
    expect(review.html).not.toContain(secret);
    expect(JSON.stringify(review.page)).not.toContain(secret);
  });

  test('the same state handed over twice is the same file', async () => {
    const [first, second] = [await handed(), await handed()];
    expect(second.page).toEqual(first.page);
    expect(second.html).toBe(first.html);
  });

  test('an approval binds to the words and lapses with any change of them, by hand or from the source', async () => {
    const review = await handed();
    expect(await take(marksOf(review, [{ kind: 'approve' }, { kind: 'approve', target: source }]))).toEqual({
      taken: 2,
    });
    expect(await standing()).toEqual({ source: 'approved', 'weibo/post': 'approved' });
    const report = async () => value(await studio.call('placement.reports', { ids: ['l_1'], lang: 'zh' }))[0]?.reworded;
    expect(await report()).toBe(false);
    await studio.call('variant.override', { ...version, field: 'body', value: '今晚八点，龙门石窟见。' });
    expect(await standing()).toEqual({ source: 'approved', 'weibo/post': 'lapsed' });
    expect(await report()).toBe(true);
    await undo();
    expect(await report()).toBe(false);
    await make([{ kind: 'set', type: 'piece', id: 'p_1', register: 'title', value: '夜游龙门石窟' }]);
    expect((await standing()).source).toBe('lapsed');
  });

  test('the dry run says what lapsed and changes nothing; taking it in is one step of undo', async () => {
    const review = await handed();
    await studio.call('variant.override', { ...version, field: 'body', value: '明晚见。' });
    const token = marksOf(review, [
      { kind: 'approve' },
      { kind: 'comment', target: source, field: 'body', at: 12, quote: '别忘了带伞。', comment: '会下雨吗？' },
      { kind: 'approve', target: { pieceId: 'p_gone', format: null, accountId: null }, hash: 'a'.repeat(64) },
    ]);
    const { rows, by } = value(await studio.call('marks.preview', { token }));
    expect(by).toBe('老周');
    expect(rows.map(({ fate, news, at }) => [fate, news, at])).toEqual([
      ['lapsed', 'new', null],
      ['binds', 'new', 12],
      ['gone', 'new', null],
    ]);
    expect((await standing())['weibo/post']).toBe('requested');
    expect(await take(token)).toEqual({ taken: 2 });
    expect((await standing())['weibo/post']).toBe('lapsed');
    expect(await take(token)).toEqual({ taken: 0 });
    expect(value(await studio.call('marks.list', {})).map(({ target, open }) => [target.format, open])).toEqual([
      [null, 1],
      ['weibo/post', 0],
    ]);
    await undo();
    expect(value(await studio.call('marks.list', {}))).toEqual([]);
    expect((await standing())['weibo/post']).toBe('requested');
  });

  test('a suggestion is taken into the source or the version it was made on, and its approval lapses', async () => {
    const review = await handed();
    await take(
      marksOf(review, [
        {
          kind: 'suggest',
          target: source,
          field: 'body',
          at: 0,
          quote: '今晚七点，龙门石窟见。',
          suggestion: '今晚八点，龙门石窟见。',
        },
        { kind: 'suggest', field: 'body', at: 12, quote: '别忘了带伞。', suggestion: '有雨，带伞。' },
        { kind: 'approve', target: source },
      ]),
    );
    const before = await shownWords(version, 'body');
    const ofVersion = value(await studio.call('marks.open', { target: version })).marks.find((mark) => mark.suggestion);
    value(await studio.call('marks.answer', { id: ofVersion?.id ?? '', act: 'take' }));
    expect(await shownWords(version, 'body')).toBe(before?.replace('别忘了带伞。', '有雨，带伞。'));
    const ofSource = value(await studio.call('marks.open', { target: source })).marks.find((mark) => mark.suggestion);
    value(await studio.call('marks.answer', { id: ofSource?.id ?? '', act: 'take' }));
    expect(await shownWords(source, 'body')).toBe('今晚八点，龙门石窟见。\n别忘了带伞。');
    expect((await standing()).source).toBe('lapsed');
    // Its sentence is gone now, so it cannot be taken twice, and a person is told.
    const again = await studio.call('marks.answer', { id: ofSource?.id ?? '', act: 'take' });
    expect(again).toMatchObject({ ok: false, failure: { code: 'words_gone' } });
    await undo();
    expect(await shownWords(source, 'body')).toBe('今晚七点，龙门石窟见。\n别忘了带伞。');
    expect((await standing()).source).toBe('approved');
  });

  test('a suggestion on an article goes into its source and pins nothing; where that cannot be, the version is written', async () => {
    const article = { pieceId: 'p_1', format: 'wechat_oa/article', accountId: 'a_oa' };
    await make([
      createOp('account', 'a_oa', { name: '公众号', platform: 'wechat_oa', lang: 'zh' }),
      createOp('placement', 'l_oa', { pieceId: 'p_1', accountId: 'a_oa', format: 'wechat_oa/article', day: TODAY }),
    ]);
    const choice = { targets: [article], by: '', note: '', lang: 'zh' as const, pictures: false };
    const { folder } = value(await studio.call('review.write', { choice, token: studio.choose(out) }));
    const names = readdirSync(folder).filter((name) => name.endsWith('.juzhen-review'));
    const read = readReview(readFileSync(join(folder, names[0] ?? '')), 'x');
    if (!read.ok) throw new Error(read.error.code);
    const suggest = async (quote: string, suggestion: string, reader: string) => {
      await take(
        marksOf(read.value, [{ kind: 'suggest', target: article, field: 'body', at: 0, quote, suggestion }], {
          reader,
        }),
      );
      const mark = value(await studio.call('marks.open', { target: article })).marks.find((one) => one.quote === quote);
      value(await studio.call('marks.answer', { id: mark?.id ?? '', act: 'take' }));
      return mark?.intoSource;
    };
    expect(await suggest('别忘了带伞。', '有雨，带伞。', 'k1')).toBe(true);
    expect(await shownWords(source, 'body')).toBe('今晚七点，龙门石窟见。\n有雨，带伞。');
    expect(await shownWords(article, 'body')).toContain('有雨，带伞。');
    const overrides = async () => {
      const { variants } = value(await studio.call('piece.open', { id: 'p_1' }));
      return variants.find(({ format }) => format === 'wechat_oa/article')?.overrides.body ?? null;
    };
    expect(await overrides()).toBeNull();
    // Twice in the source: nobody can say which one was meant, so the version is written by hand.
    await make([
      {
        kind: 'write',
        type: 'piece',
        id: 'p_1',
        doc: {
          type: 'doc',
          content: ['好看。', '好看。'].map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
        },
      },
    ]);
    expect(await suggest('好看。', '真好看。', 'k2')).toBe(false);
    expect(await overrides()).toContain('真好看。');
    expect(await shownWords(source, 'body')).toBe('好看。\n好看。');
  });

  test('remarks are put aside and brought back', async () => {
    const review = await handed();
    await take(marksOf(review, [{ comment: '几点？' }]));
    const open = async () => value(await studio.call('marks.list', {}))[0]?.open;
    const [mark] = value(await studio.call('marks.open', { target: version })).marks;
    expect(mark).toMatchObject({ by: '老周', comment: '几点？', older: false, at: null });
    value(await studio.call('marks.answer', { id: mark?.id ?? '', act: 'settle' }));
    expect(await open()).toBe(0);
    value(await studio.call('marks.answer', { id: mark?.id ?? '', act: 'reopen' }));
    expect(await open()).toBe(1);
  });
});
