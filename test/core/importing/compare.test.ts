import { describe, expect, it } from 'vitest';
import { bodyKey, compareRow, type Existing } from '../../../src/core/importing/compare';
import { blankDraft, type ImportRow } from '../../../src/core/importing/model';
import { asksFirst, fits, usualWish } from '../../../src/core/importing/take';
import type { Doc } from '../../../src/core/model/doc';

const body = (text: string, id?: string): Doc => ({
  type: 'doc',
  content: [{ type: 'paragraph', ...(id === undefined ? {} : { attrs: { id } }), content: [{ type: 'text', text }] }],
});
const row = (title: string, text: string, verdict: 'new' | 'unclear' = 'new'): ImportRow => ({
  source: { file: 'a.md', path: 'a.md', line: null, sheet: null },
  verdict,
  piece: { ...blankDraft, title, body: body(text) },
  placements: [],
  messages: [],
});
const library = (title: string): readonly Existing[] =>
  title === '夜拍' ? [{ id: 'p1', bodyKey: bodyKey(body('旧', 'b7')) }] : [];

describe('compareRow', () => {
  const verdictOf = (one: ImportRow, earlier = new Map<string, string>()) => {
    const { row: compared, existingId } = compareRow(one, library, earlier);
    return [compared.verdict, existingId];
  };

  it('tells new, same and changed by title and text, whatever ids the blocks have', () => {
    expect(verdictOf(row('别的', '旧'))).toEqual(['new', null]);
    expect(verdictOf(row('夜拍', '旧'))).toEqual(['same', 'p1']);
    expect(verdictOf(row('夜拍', '新'))).toEqual(['changed', 'p1']);
  });

  it('leaves what has to be looked at unclear, and knows the piece it may change', () => {
    expect(verdictOf(row('夜拍', '新', 'unclear'))).toEqual(['unclear', 'p1']);
  });

  it('tells a text that this import has brought already', () => {
    const earlier = new Map<string, string>();
    expect(verdictOf(row('别的', '一'), earlier)).toEqual(['new', null]);
    expect(verdictOf(row('别的', '一'), earlier)).toEqual(['same', null]);
    expect(verdictOf(row('别的', '二'), earlier)).toEqual(['new', null]);
  });
});

describe('wishes', () => {
  it('never double, overwrite or take what is unclear by themselves', () => {
    expect((['new', 'same', 'changed', 'unclear', 'refused'] as const).map(usualWish)).toEqual([
      'new',
      'skip',
      'skip',
      'skip',
      'skip',
    ]);
    expect(fits('update', 'changed', 'p1')).toBe(true);
    expect(fits('update', 'new', null)).toBe(false);
    expect(fits('new', 'refused', null)).toBe(false);
  });

  it('ask before more than ten pieces and a fifth of the shelf change', () => {
    expect(asksFirst(10, 20)).toBe(false);
    expect(asksFirst(11, 20)).toBe(true);
    expect(asksFirst(11, 1_000)).toBe(false);
    expect(asksFirst(201, 1_000)).toBe(true);
  });
});
