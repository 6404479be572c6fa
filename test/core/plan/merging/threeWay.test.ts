import { describe, expect, it } from 'vitest';
import type { BlockNode, Doc } from '../../../../src/core/model/doc';
import { mergeDocs } from '../../../../src/core/plan/merging/threeWay';
import { Dice } from '../laws/dice';

const block = (id: string, text: string): BlockNode => ({
  type: 'paragraph',
  attrs: { id },
  content: [{ type: 'text', text }],
});
/** `a:一 b:二` as a text of two blocks; without a colon the block has no id. */
const doc = (words: string): Doc => ({
  type: 'doc',
  content:
    words === ''
      ? []
      : words.split(' ').map((word) => {
          const [id, text] = word.split(':');
          return text === undefined
            ? { type: 'paragraph', content: [{ type: 'text', text: word }] }
            : block(id as string, text);
        }),
});
const said = (merged: Doc | null): string | null =>
  merged === null
    ? null
    : merged.content
        .map((one) => {
          const text = 'content' in one ? ((one.content?.[0] as { text?: string } | undefined)?.text ?? '') : '';
          return one.attrs?.id == null ? text : `${one.attrs.id}:${text}`;
        })
        .join(' ');
const merge = (base: string, one: string, other: string): string | null => {
  const [here, there] = [mergeDocs(doc(base), doc(one), doc(other)), mergeDocs(doc(base), doc(other), doc(one))];
  expect(here).toEqual(there);
  return said(here);
};

describe('two texts from one beginning', () => {
  it.each([
    ['each changed another block', 'a:一 b:二 c:三', 'a:壹 b:二 c:三', 'a:一 b:二 c:叁', 'a:壹 b:二 c:叁'],
    ['neighbouring blocks are different blocks', 'a:一 b:二', 'a:壹 b:二', 'a:一 b:贰', 'a:壹 b:贰'],
    ['both changed one block alike', 'a:一 b:二', 'a:壹 b:二', 'a:壹 b:贰', 'a:壹 b:贰'],
    [
      'one put something in, the other changed another block',
      'a:一 b:二',
      'a:一 n:新 b:二',
      'a:一 b:贰',
      'a:一 n:新 b:贰',
    ],
    [
      'one put something in beside the block the other changed',
      'a:一 b:二',
      'a:一 b:二 n:新',
      'a:一 b:贰',
      'a:一 b:贰 n:新',
    ],
    ['both put the same thing in', 'a:一', 'a:一 n:新', 'a:一 n:新', 'a:一 n:新'],
    ['one took a block out', 'a:一 b:二 c:三', 'a:一 c:三', 'a:壹 b:二 c:三', 'a:壹 c:三'],
    ['both took the same block out', 'a:一 b:二 c:三', 'a:一 c:三', 'a:一 c:叁', 'a:一 c:叁'],
    ['one moved a block the other left alone', 'a:一 b:二 c:三', 'b:二 c:三 a:一', 'a:一 b:二 c:叁', 'b:二 c:叁 a:一'],
    ['one moved a block the other changed', 'a:一 b:二 c:三', 'b:二 c:三 a:一', 'a:壹 b:二 c:三', null],
    ['blocks without ids are known by what they hold', '一 二 三', '壹 二 三', '一 二 叁', '壹 二 叁'],
    ['both changed one block', 'a:一 b:二', 'a:甲 b:二', 'a:乙 b:二', null],
    ['one took out what the other changed', 'a:一 b:二', 'b:二', 'a:甲 b:二', null],
    ['both put something else into one place', 'a:一 b:二', 'a:一 m:甲 b:二', 'a:一 n:乙 b:二', null],
    ['what is put in leans on what the other took out', 'a:一 b:二 c:三', 'a:一 b:二 n:新 c:三', 'a:一 c:三', null],
  ])('%s', (_, base, one, other, expected) => {
    expect(merge(base, one, other)).toBe(expected);
  });

  it('give one of them back when the other changed nothing, whatever it did, and both ways round the same', () => {
    for (let seed = 0; seed < 2_000; seed += 1) {
      const dice = new Dice(seed);
      const text = (): string =>
        dice
          .shuffled(['a', 'b', 'c', 'd', 'e'])
          .slice(dice.n(5))
          .map((id) => `${id}:${dice.of('一', '二', '三')}`)
          .join(' ');
      const [base, one, other] = [text(), text(), text()];
      expect([merge(base, one, base), merge(base, one, one)], `case ${seed}`).toEqual([one, one]);
      const merged = merge(base, one, other);
      if (merged === null || merged === '') continue;
      const ids = merged.split(' ').map((word) => word.split(':')[0]);
      expect(new Set(ids).size, `case ${seed}`).toBe(ids.length);
      // Nothing is in it that nobody wrote.
      for (const word of merged.split(' ')) expect(`${one} ${other}`.split(' '), `case ${seed}`).toContain(word);
    }
  });
});
