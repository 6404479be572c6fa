import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type PieceFilterInput, pieceFilter, type ReviewSourceInput } from '../../src/contract';
import { sourceHash } from '../../src/core/adapt/sourceHash';
import { variantId } from '../../src/core/model/ids';
import { createOp, type Op } from '../../src/core/plan/ops';
import { writeMarks } from '../../src/core/review/marksFile';
import type { Mark, MarksPage } from '../../src/core/review/marksPage';
import { type ReviewFile, readReview } from '../../src/core/review/reviewFile';
import { wallDate } from '../../src/core/time/wall';
import { bridge, type TestBridge, TODAY, value } from '../helpers/bridge';

let studio: TestBridge;
let out: string;
beforeEach(async () => {
  studio = await bridge();
  out = mkdtempSync(join(tmpdir(), 'juzhen-review-'));
  await make([
    createOp('account', 'a_1', { name: '官微', platform: 'weibo', lang: 'zh' }),
    createOp(
      'piece',
      'p_1',
      { title: '夜游龙门', state: 'in_review', lang: 'zh' },
      {
        type: 'doc',
        content: [
          { type: 'paragraph', content: [{ type: 'text', text: '今晚七点，龙门石窟见。' }] },
          { type: 'paragraph', content: [{ type: 'text', text: '别忘了带伞。' }] },
        ],
      },
    ),
    createOp('placement', 'l_1', { pieceId: 'p_1', accountId: 'a_1', format: 'weibo/post', day: TODAY }),
  ]);
});
afterEach(() => {
  studio.close();
  rmSync(out, { recursive: true, force: true });
});

const make = async (ops: readonly Op[]) =>
  value(await studio.call('change.make', { label: { code: 'import', params: {} }, ops: [...ops] }));
const source = { pieceId: 'p_1', format: null, accountId: null };
const version = { pieceId: 'p_1', format: 'weibo/post', accountId: 'a_1' };
const standing = async () =>
  Object.fromEntries(
    value(await studio.call('review.offer', { pieceIds: ['p_1'] })).offers.map((offer) => [
      offer.target.format ?? 'source',
      offer.standing,
    ]),
  );

/** Hands both texts over and answers what the reviewer got. */
async function handed(): Promise<ReviewFile & { readonly html: string; readonly names: readonly string[] }> {
  const choice = { targets: [source, version], by: '小林', note: '五点前', lang: 'zh' as const, pictures: true };
  const { folder } = value(await studio.call('review.write', { choice, token: studio.choose(out) }));
  const names = readdirSync(folder).sort();
  const [html = '', file = ''] = names;
  const read = readReview(readFileSync(join(folder, file)), file);
  if (!read.ok) throw new Error(read.error.code);
  return { ...read.value, html: readFileSync(join(folder, html), 'utf8'), names };
}

let marksMade = 0;
/** A file of marks as a reviewer saves it, as a token. */
function marksOf(review: ReviewFile, marks: readonly Partial<Mark>[], change: Partial<MarksPage> = {}): string {
  const page: MarksPage = {
    format: 'juzhen-marks',
    version: 1,
    workspace: review.workspaceId,
    review: review.page.id,
    reader: 'k1',
    by: '老周',
    day: wallDate('2026-10-10'),
    marks: marks.map((mark, index) => {
      const item = review.page.items.find(({ target }) => target.format === (mark.target ?? version).format);
      return {
        id: `m${index}`,
        target: version,
        hash: item?.hash ?? '',
        kind: 'comment',
        field: '',
        at: null,
        quote: '',
        comment: '',
        suggestion: null,
        ...mark,
      };
    }),
    ...change,
  };
  marksMade += 1;
  const path = join(out, `批注 ${marksMade}.juzhen-marks`);
  writeFileSync(path, writeMarks(page));
  return studio.choose(path);
}
const take = async (token: string) => value(await studio.call('marks.take', { token }));
const shownWords = async (target: typeof source | typeof version, field: string) =>
  value(await studio.call('marks.open', { target })).texts.find((text) => text.field === field)?.text;
const undo = async () => value(await studio.call('history.undo', {}));

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

describe('what the library says of review', () => {
  const settled = async () => {
    while (await studio.store.idle());
    const filter = (reviews: PieceFilterInput['reviews'] = []) => pieceFilter.parse({ reviews });
    const found = value(await studio.call('piece.list', { filter: filter(), limit: 10, offset: 0 }));
    const { reviews } = value(await studio.call('piece.counts', { filter: filter(['open']) }));
    const shown = async (...names: NonNullable<PieceFilterInput['reviews']>) =>
      value(await studio.call('piece.ids', { filter: filter(names), limit: 10 })).ids.length;
    const [card] = found.items;
    return { badge: [card?.review, card?.openMarks], reviews, shown };
  };

  test('a piece is waited for, approved once all its texts are, and lapsed when one of them changes', async () => {
    expect((await settled()).badge).toEqual(['none', 0]);
    const review = await handed();
    const asked = await settled();
    expect(asked.badge).toEqual(['requested', 0]);
    expect(asked.reviews).toEqual({ requested: 1, open: 0 });
    await take(marksOf(review, [{ kind: 'approve' }]));
    expect((await settled()).badge).toEqual(['requested', 0]);
    await take(marksOf(review, [{ kind: 'approve', target: source }], { reader: 'k2' }));
    expect((await settled()).badge).toEqual(['approved', 0]);
    await studio.call('variant.override', { ...version, field: 'body', value: '今晚八点。' });
    const late = await settled();
    expect(late.badge).toEqual(['lapsed', 0]);
    expect([await late.shown('lapsed'), await late.shown('approved'), await late.shown('approved', 'lapsed')]).toEqual([
      1, 0, 1,
    ]);
    await undo();
    expect((await settled()).badge).toEqual(['approved', 0]);
  });

  test('marks are counted until they are answered, and found by the filter', async () => {
    const review = await handed();
    await take(marksOf(review, [{ comment: '几点？' }, { comment: '在哪？', target: source }, { kind: 'change' }]));
    const before = await settled();
    expect(before.badge).toEqual(['changes', 2]);
    expect(before.reviews).toEqual({ changes: 1, open: 1 });
    expect([await before.shown('open'), await before.shown('approved')]).toEqual([1, 0]);
    const ofPiece = value(await studio.call('marks.list', { pieceId: 'p_1' }));
    expect(ofPiece.map(({ open }) => open)).toEqual([1, 1]);
    expect(value(await studio.call('marks.list', { pieceId: 'p_other' }))).toEqual([]);
    for (const { target } of ofPiece)
      for (const { id } of value(await studio.call('marks.open', { target })).marks)
        value(await studio.call('marks.answer', { id, act: 'settle' }));
    const after = await settled();
    expect(after.badge).toEqual(['changes', 0]);
    expect(await after.shown('open')).toBe(0);
  });
});

describe('approvals from before they said which words they are of', () => {
  const approve = async (approvedHash: string | null) => {
    const { pieceId, format, accountId } = version;
    const id = variantId(pieceId, format, accountId);
    await make([createOp('variant', id, { pieceId, format, accountId, approval: 'approved', approvedHash })]);
  };
  const hashOfSource = async () => {
    const { piece, doc } = value(await studio.call('piece.open', { id: 'p_1' }));
    if (doc === null) throw new Error('The piece is readable.');
    return sourceHash(piece, doc);
  };

  test('one that was given to the source holds until the source, or the version by hand, is another', async () => {
    await approve(await hashOfSource());
    expect((await standing())['weibo/post']).toBe('approved');
    await studio.call('variant.override', { ...version, field: 'body', value: '今晚八点。' });
    expect((await standing())['weibo/post']).toBe('lapsed');
    await undo();
    await make([{ kind: 'set', type: 'piece', id: 'p_1', register: 'title', value: '改了' }]);
    expect((await standing())['weibo/post']).toBe('lapsed');
  });

  test('one that names no words at all does not hold: nobody knows what was approved', async () => {
    await approve(null);
    expect((await standing())['weibo/post']).toBe('lapsed');
    await make([{ kind: 'set', type: 'piece', id: 'p_1', register: 'approval', value: 'approved' }]);
    expect((await standing()).source).toBe('lapsed');
  });
});

describe('files nobody should send', () => {
  const code = async (call: 'marks.preview' | 'marks.take' | 'review.open' | 'slip.preview', token: string) => {
    const answer = await studio.call(call, { token });
    return answer.ok ? null : answer.failure.code;
  };

  test('marks for another workspace are refused before anything is read from them', async () => {
    const review = await handed();
    const token = marksOf(review, [{ kind: 'approve' }], { workspace: 'w_other' });
    expect(await code('marks.preview', token)).toBe('file_elsewhere');
    expect(await code('marks.take', token)).toBe('file_elsewhere');
  });

  test('an approval with a made-up hash approves nothing', async () => {
    const review = await handed();
    await take(marksOf(review, [{ kind: 'approve', hash: 'f'.repeat(64) }]));
    expect((await standing())['weibo/post']).toBe('lapsed');
  });

  test('every file is told by what is in it, whatever it is called', async () => {
    const review = await handed();
    const folder = readdirSync(out).find((name) => name.includes('审阅')) ?? '';
    const path = join(out, '改过名.txt');
    writeFileSync(path, readFileSync(join(out, folder, review.names[1] ?? '')));
    expect(value(await studio.call('file.look', { token: studio.choose(path) }))).toEqual({
      kind: 'review',
      mine: true,
      name: '改过名.txt',
    });
    expect(value(await studio.call('review.open', { token: studio.choose(path) })).page).toEqual(review.page);
    expect(await code('marks.preview', studio.choose(path))).toBe('file_not_kind');
    expect(await code('slip.preview', studio.choose(path))).toBe('file_not_kind');
    expect(await code('review.open', studio.choose(join(out, 'nowhere')))).toBe('file_missing');
    expect(await code('review.open', studio.choose(out))).toBe('file_unreadable');
  });

  test('a review with one byte changed is refused with the place', async () => {
    const review = await handed();
    const folder = readdirSync(out).find((name) => name.includes('审阅')) ?? '';
    const bytes = readFileSync(join(out, folder, review.names[1] ?? ''));
    const path = join(out, 'torn.juzhen-review');
    for (const at of [60, 200, bytes.length - 30]) {
      const torn = Uint8Array.from(bytes);
      torn[at] = (torn[at] ?? 0) ^ 0xff;
      writeFileSync(path, torn);
      expect(['file_damaged', 'file_not_kind', 'file_unsafe_path']).toContain(
        await code('review.open', studio.choose(path)),
      );
    }
  });
});
