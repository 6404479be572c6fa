import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BlockNode, Doc } from '../../../src/core/model/doc';
import { alignBlocks, changedSince, structureOf } from '../../../src/core/siblings/align';

const p = (text: string, id?: string): BlockNode => ({
  type: 'paragraph',
  ...(id === undefined ? {} : { attrs: { id } }),
  content: text === '' ? [] : [{ type: 'text', text }],
});
const doc = (...content: readonly BlockNode[]): Doc => ({ type: 'doc', content });
const rows = (a: Doc, b: Doc) => alignBlocks(a, b).map(({ mine, theirs }) => `${mine ?? '-'}${theirs ?? '-'}`);

describe('two languages side by side', () => {
  it('stand together by the ids of their blocks, and between these by kind', () => {
    expect(rows(doc(p('一', 'b1'), p('二'), p('三', 'b3')), doc(p('one', 'b1'), p('three', 'b3')))).toEqual([
      '00',
      '1-',
      '21',
    ]);
    const rule: BlockNode = { type: 'horizontalRule' };
    expect(rows(doc(p('一'), rule, p('二')), doc(p('one'), p('more'), rule, p('two')))).toEqual([
      '00',
      '-1',
      '12',
      '23',
    ]);
  });

  it('show every block of both exactly once and in order', () => {
    const body = fc
      .array(fc.tuple(fc.constantFrom('a', 'b', undefined), fc.constantFrom('x', '')), { maxLength: 10 })
      .map((blocks) => doc(...blocks.map(([id, text]) => p(text, id))));
    fc.assert(
      fc.property(body, body, (mine, theirs) => {
        const aligned = alignBlocks(mine, theirs);
        expect(aligned.flatMap((row) => (row.mine === null ? [] : [row.mine]))).toEqual(
          mine.content.map((_, at) => at),
        );
        expect(aligned.flatMap((row) => (row.theirs === null ? [] : [row.theirs]))).toEqual(
          theirs.content.map((_, at) => at),
        );
      }),
    );
  });

  it('know what was written since', () => {
    expect(changedSince(doc(p('一', 'b1'), p('二', 'b2')), doc(p('一', 'b1'), p('二二', 'b2'), p('三')))).toEqual([
      1, 2,
    ]);
  });

  it('keep fields and pictures in a bare structure', () => {
    const field = { type: 'field', attrs: { name: 'deadline' } } as const;
    const bare = structureOf(doc({ type: 'paragraph', content: [{ type: 'text', text: '截止' }, field] }));
    expect(bare.content).toEqual([{ type: 'paragraph', content: [field] }]);
  });
});
