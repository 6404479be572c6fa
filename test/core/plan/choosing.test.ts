import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BlockNode, Doc } from '../../../src/core/model/doc';
import { blockText } from '../../../src/core/model/docText';
import { choiceRows, chosenDoc, openRows, type Pick } from '../../../src/core/plan/choosing/rows';

const block = (text: string, id: string | null = null): BlockNode => ({
  type: 'paragraph',
  attrs: { id },
  content: text === '' ? [] : [{ type: 'text', text }],
});
const doc = (...lines: readonly (readonly [string, string])[]): Doc => ({
  type: 'doc',
  content: lines.map(([id, text]) => block(text, id)),
});
const texts = (made: Doc | null): readonly string[] | null => made?.content.map(blockText) ?? null;
const all = (rows: ReturnType<typeof choiceRows>, pick: Pick) => new Map(rows.map((_, at) => [at, pick]));

const base = doc(['a', '天黑以后，江面才真正亮起来。'], ['b', '末班渡船八点半离岸。'], ['c', '三脚架不能少。']);
const mine = doc(['a', '天黑以后，江面才真正亮起来。'], ['b', '末班渡船八点四十离岸。'], ['c', '三脚架别忘了。']);
const theirs = doc(['a', '天一黑，江面就亮了。'], ['b', '末班渡船九点离岸。'], ['c', '三脚架不能少。']);

describe('two texts laid side by side', () => {
  it('ask only where both changed the same place; a place one side changed is as that side has it', () => {
    const rows = choiceRows(base, mine, theirs);
    expect(rows.map((row) => (row.kind === 'differs' ? row.usual : 'same'))).toEqual(['theirs', null, 'mine']);
    expect(openRows(rows, new Map())).toBe(1);
    expect(chosenDoc(rows, new Map())).toBeNull();
    expect(texts(chosenDoc(rows, new Map([[1, 'mine']])))).toEqual([
      '天一黑，江面就亮了。',
      '末班渡船八点四十离岸。',
      '三脚架别忘了。',
    ]);
    expect(texts(chosenDoc(rows, new Map([[1, 'both']])))).toHaveLength(4);
  });

  it('without the text they began from, ask wherever both have a place in two forms, and keep what only one has', () => {
    const rows = choiceRows(
      null,
      doc(['a', '甲乙丙丁'], ['x', '我加的一段']),
      doc(['a', '甲乙丙戊'], ['y', 'Their line']),
    );
    expect(rows.flatMap((row) => (row.kind === 'differs' ? [row.usual] : []))).toEqual([null, 'mine', 'theirs']);
    expect(texts(chosenDoc(rows, new Map([[0, 'theirs']])))).toEqual(['甲乙丙戊', '我加的一段', 'Their line']);
  });

  it('a block one side took out is out, unless the other side rewrote it: then it asks', () => {
    const out = doc(['a', '天黑以后，江面才真正亮起来。'], ['b', '末班渡船八点半离岸。']);
    expect(texts(chosenDoc(choiceRows(base, base, out), new Map()))).toEqual(texts(out));
    expect(openRows(choiceRows(base, mine, out), new Map([[1, 'mine']]))).toBe(1);
  });

  it('two forms of one block never share an id', () => {
    const both = chosenDoc(choiceRows(null, mine, theirs), all(choiceRows(null, mine, theirs), 'both'));
    const ids = (both?.content ?? []).flatMap(({ attrs }) => attrs?.id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('nothing chosen is an empty paragraph, which can be written', () => {
    const rows = choiceRows(null, { type: 'doc', content: [] }, doc(['a', '一句']));
    expect(chosenDoc(rows, all(rows, 'mine'))?.content).toEqual([{ type: 'paragraph' }]);
  });

  it('all of one side is that side, whatever the texts, and nothing waits then', () => {
    const line = fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom('晨', '昼', '暮', '夜', '末班渡船', ''));
    const anyDoc = fc.uniqueArray(line, { maxLength: 4, selector: ([id]) => id }).map((lines) => doc(...lines));
    let cases = 0;
    fc.assert(
      fc.property(fc.option(anyDoc), anyDoc, anyDoc, (from, one, other) => {
        const rows = choiceRows(from, one, other);
        for (const [pick, side] of [
          ['mine', one],
          ['theirs', other],
        ] as const) {
          const made = chosenDoc(rows, all(rows, pick));
          expect(made).not.toBeNull();
          expect(texts(made)).toEqual(side.content.length === 0 ? [''] : texts(side));
        }
        cases += 1;
      }),
      { numRuns: 400 },
    );
    expect(cases).toBe(400);
  });
});
