import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffBlocks, docAfter, docBefore, extentOf } from '../../../src/core/diff/blocks';
import { afterOf, beforeOf, diffText, tokensOf } from '../../../src/core/diff/text';
import type { BlockNode, Doc } from '../../../src/core/model/doc';

const p = (text: string, id: string | null = null): BlockNode =>
  ({
    type: 'paragraph',
    ...(id === null ? {} : { attrs: { id } }),
    content: text === '' ? [] : [{ type: 'text', text }],
  }) as BlockNode;
const doc = (...content: readonly BlockNode[]): Doc => ({ type: 'doc', content });

describe('the difference of two texts', () => {
  it('goes sign by sign in Chinese and word by word in English', () => {
    expect(diffText('今晚八点开拍', '今晚九点开拍')).toEqual([
      { kind: 'same', text: '今晚' },
      { kind: 'removed', text: '八' },
      { kind: 'added', text: '九' },
      { kind: 'same', text: '点开拍' },
    ]);
    expect(diffText('We shoot at eight', 'We start at eight')).toEqual([
      { kind: 'same', text: 'We ' },
      { kind: 'removed', text: 'shoot' },
      { kind: 'added', text: 'start' },
      { kind: 'same', text: ' at eight' },
    ]);
  });

  it('keeps an emoji whole and does not scatter a rewritten sentence', () => {
    expect(tokensOf('👩‍🚀夜拍2026年don’t')).toEqual(['👩‍🚀', '夜', '拍', '2026', '年', 'don’t']);
    const parts = diffText('他很快就走进了那家面馆', '我们后来走出的是一条小巷');
    expect(
      parts
        .filter(({ kind }) => kind === 'same')
        .every(({ text }) => text.length > 1 || parts[0]?.text === text || parts.at(-1)?.text === text),
    ).toBe(true);
  });

  it('applied to the one text gives the other, whatever the texts', () => {
    const word = fc.constantFrom(
      '夜',
      '拍',
      '灯',
      ' ',
      '\n',
      'night',
      'don’t',
      '2026',
      '😀',
      '👨‍👩‍👧',
      '，',
      'é',
      '\ud800',
      'か',
    );
    const text = fc.oneof(
      fc.array(word, { maxLength: 40 }).map((words) => words.join('')),
      fc.string({ unit: 'binary', maxLength: 30 }),
    );
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = diffText(before, after);
        expect([beforeOf(parts), afterOf(parts)]).toEqual([before, after]);
        expect(parts.some((part, index) => part.text === '' || part.kind === parts[index + 1]?.kind)).toBe(false);
      }),
      { numRuns: 600 },
    );
  });

  it('compares texts that have nothing in common as a whole, in bounded time', () => {
    const before = Array.from({ length: 20_000 }, (_, index) => String.fromCharCode(0x4e00 + (index % 9_000))).join('');
    const after = [...before].reverse().join('');
    const parts = diffText(before, after);
    expect([beforeOf(parts), afterOf(parts)]).toEqual([before, after]);
    expect(parts.length).toBeLessThan(10);
  });
});

describe('the difference of two bodies', () => {
  it('shows a rewritten paragraph as one block, and what came and went around it', () => {
    const before = doc(p('第一段没有变'), p('夜里十点以后，还有哪盏灯亮着？'), p('最后一段'));
    const after = doc(p('第一段没有变'), p('全新的一段'), p('夜里十一点以后，还有哪盏灯亮着？'));
    expect(diffBlocks(before, after).map(({ kind }) => kind)).toEqual(['same', 'added', 'changed', 'removed']);
    expect(extentOf(diffBlocks(before, after))).toEqual({ added: 6, removed: 4 });
  });

  it('knows a block by its id however much was rewritten, and one that moved', () => {
    const [same] = diffBlocks(doc(p('一', 'b1')), doc(p('完全不同的话', 'b1')));
    expect(same?.kind).toBe('changed');
    const moved = diffBlocks(doc(p('甲段'), p('乙段'), p('丙段')), doc(p('乙段'), p('丙段'), p('甲段')));
    expect(moved.filter((change) => 'moved' in change && change.moved)).toHaveLength(2);
    expect(extentOf(moved)).toEqual({ added: 0, removed: 0 });
  });

  it('tells a change of shape from a change of words', () => {
    const heading: BlockNode = {
      type: 'heading',
      attrs: { level: 2, id: 'b1' },
      content: [{ type: 'text', text: '同一句' }],
    };
    expect(diffBlocks(doc(p('同一句', 'b1')), doc(heading))).toEqual([
      {
        kind: 'changed',
        before: p('同一句', 'b1'),
        after: heading,
        parts: [{ kind: 'same', text: '同一句' }],
        shape: true,
      },
    ]);
    const marked = { ...p('同一句'), attrs: { keep: true } } as BlockNode;
    expect(diffBlocks(doc(p('同一句')), doc(marked))[0]).toMatchObject({ kind: 'changed', shape: true });
    expect(
      diffBlocks(doc({ ...p('同一句'), attrs: { keep: false, only: [] } } as BlockNode), doc(p('同一句', 'new')))[0]
        ?.kind,
    ).toBe('same');
  });

  it('applied to the one body gives the other, whatever the bodies', () => {
    const block = fc.oneof(
      fc
        .tuple(
          fc.constantFrom('夜拍', '灯还亮着', '灯还亮', 'one two', 'one three', ''),
          fc.constantFrom(null, 'b1', 'b2'),
        )
        .map(([text, id]) => p(text, id)),
      fc.constantFrom<BlockNode>(
        { type: 'horizontalRule' },
        { type: 'image', attrs: { src: 'a1', alt: '灯' } },
        { type: 'bulletList', content: [{ type: 'listItem', content: [p('夜拍')] }] },
      ),
    );
    const body = fc.array(block, { maxLength: 12 }).map((content) => doc(...content));
    fc.assert(
      fc.property(body, body, (before, after) => {
        const changes = diffBlocks(before, after);
        expect(docBefore(changes)).toEqual(before);
        expect(docAfter(changes)).toEqual(after);
        if (JSON.stringify(before) === JSON.stringify(after))
          expect(changes.every(({ kind }) => kind === 'same')).toBe(true);
      }),
      { numRuns: 600 },
    );
  });
});
