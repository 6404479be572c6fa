import { describe, expect, it } from 'vitest';
import { blankDraft, type ImportRow, type PieceDraft, totalsOf } from '../../../src/core/importing/model';

const source = { file: '夜拍.md', path: '稿/夜拍.md', line: null, sheet: null };
const row = (verdict: 'new' | 'same', piece: Partial<PieceDraft> = {}): ImportRow => ({
  source,
  verdict,
  piece: { ...blankDraft, ...piece },
  placements: [],
  messages: [],
});
const picture = (path: string, hash: string) => ({
  path,
  alt: '',
  found: { name: path, hash, mime: 'image/png', bytes: 1, width: 1, height: 1, about: null },
});

describe('totalsOf', () => {
  it('counts every verdict, and a picture that several pieces show once', () => {
    const rows: readonly ImportRow[] = [
      row('new', { images: [picture('a.png', 'h1'), { path: 'gone.png', alt: '', found: null }] }),
      row('same', { images: [picture('../b.png', 'h1'), picture('c.png', 'h2')] }),
      { source, verdict: 'refused', piece: null, placements: [], messages: [] },
    ];
    expect(totalsOf(rows)).toEqual({
      rows: 3,
      new: 1,
      same: 1,
      changed: 0,
      unclear: 0,
      refused: 1,
      images: 2,
      placements: 0,
    });
  });
});
