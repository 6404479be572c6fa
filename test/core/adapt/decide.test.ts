import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Basis } from '../../../src/core/adapt/basis';
import { carry, sourceRows } from '../../../src/core/adapt/behind';
import { type Decision, decided, placesOf, settledTexts, takeAll } from '../../../src/core/adapt/decide';

const basis = (...blocks: readonly (readonly string[])[]): Basis => ({ title: '', blocks });
const take: Decision = { kind: 'take' };

const then = basis(['船还有三分钟到。', '灯一盏一盏退后。'], ['这一张是手持。', '没有三脚架。']);
const now = basis(['船还有两分钟到。', '灯一盏一盏退后，没有声音。'], ['这一张是手持。'], ['周三来翻评论。']);
const rows = sourceRows(then, now);
const mine = '船还有三分钟到。我的话。\n\n这一张是手持。没有三脚架。';

describe('Deciding what becomes of a version that is behind', () => {
  test('says where each change meets the hand-written text', () => {
    expect(rows.map(({ kind }) => kind)).toEqual(['changed', 'changed', 'same', 'removed', 'added']);
    expect(placesOf({ body: mine }, rows)).toEqual(['held', 'absent', 'none', 'held', 'new']);
  });

  test('asks nothing about the body while only the title is written by hand', () => {
    expect(placesOf({ title: '船', tags: '夜拍' }, rows)).toEqual(['none', 'none', 'none', 'none', 'none']);
  });

  test('takes, leaves and rewrites sentence by sentence, and no decision leaves it', () => {
    const decisions = new Map<number, Decision>([
      [0, { kind: 'write', text: '船快到了。' }],
      [3, { kind: 'mine' }],
      [4, take],
    ]);
    expect(decided(mine, rows, decisions, true).text).toBe(
      '船快到了。我的话。\n\n这一张是手持。没有三脚架。\n\n周三来翻评论。',
    );
    expect(decided(mine, rows, new Map(), true).text).toBe(mine);
  });

  test('puts a sentence the text does not have in after its predecessor, only when told to', () => {
    expect(decided(mine, rows, takeAll(placesOf({ body: mine }, rows)), true).text).not.toContain('退后');
    expect(decided(mine, rows, new Map([[1, take]]), true).text).toBe(
      '船还有三分钟到。灯一盏一盏退后，没有声音。我的话。\n\n这一张是手持。没有三脚架。',
    );
  });

  test('rewrites a sentence the source gave up', () => {
    const decisions = new Map<number, Decision>([[3, { kind: 'write', text: '只有一只手。' }]]);
    expect(decided(mine, rows, decisions, true).text).toBe('船还有三分钟到。我的话。\n\n这一张是手持。只有一只手。');
  });

  test('settles every text that held a sentence, puts new ones only into the body, and gives a taken title back', () => {
    const overrides = { title: '船', body: mine, digest: '船还有三分钟到。', tags: '夜拍' };
    expect(settledTexts(overrides, rows, takeAll(placesOf(overrides, rows)), take)).toEqual({
      title: null,
      body: '船还有两分钟到。我的话。\n\n这一张是手持。\n\n周三来翻评论。',
      digest: '船还有两分钟到。',
    });
    expect(settledTexts(overrides, rows, new Map(), undefined)).toEqual({});
  });
});

describe('For any two sources', () => {
  const sentence = fc
    .tuple(fc.constantFrom('河边', '渡口', '夜里', '灯下', '站台', '江面'), fc.integer({ min: 0, max: 400 }))
    .map(([place, number]) => `${place}第${number}盏灯还亮着。`);
  const text = fc.uniqueArray(sentence, { minLength: 1, maxLength: 12 });

  test('taking all in an unedited copy is carrying all', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const between = sourceRows(basis(a), basis(b));
        const copy = a.join('');
        const all = takeAll(placesOf({ body: copy }, between));
        expect(decided(copy, between, all, true).text).toBe(carry(copy, between, () => true).text);
        expect(decided(copy, between, all, true).text.replace(/\s+/g, '')).toBe(b.join(''));
      }),
    );
  });

  test('whatever is decided, what a person wrote between the sentences stays, in order', () => {
    fc.assert(
      fc.property(text, text, fc.infiniteStream(fc.constantFrom('take', 'mine', 'write', null)), (a, b, stream) => {
        const between = sourceRows(basis(a), basis(b));
        const own = a.map((one, index) => `${one}〔${index}〕`).join('');
        const decisions = new Map<number, Decision>();
        for (const index of between.keys()) {
          const kind = stream.next().value;
          if (kind === 'write') decisions.set(index, { kind, text: '换一句。' });
          else if (kind === 'take' || kind === 'mine') decisions.set(index, { kind });
        }
        const marks = decided(own, between, decisions, true).text.match(/〔\d+〕/g);
        expect(marks).toEqual(a.map((_, index) => `〔${index}〕`));
      }),
    );
  });
});
