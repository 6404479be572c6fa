import { describe, expect, it } from 'vitest';
import { sayKept } from '../../../src/core/words/keptFields';

const title = { type: 'piece', id: 'p1', name: '末班渡船上的灯', field: 'title' };

describe('what undo left alone', () => {
  it('is named by thing and field, each thing once', () => {
    expect(sayKept('zh', [title, { ...title, field: 'brief.partner' }])).toBe('「末班渡船上的灯」的标题、伙伴');
    expect(sayKept('en', [title])).toBe('title of “末班渡船上的灯”');
  });

  it('never shows an id: a placement has the name it is asked for, or none', () => {
    const day = { type: 'placement', id: 'x1', name: 'x1', field: 'day' };
    expect(sayKept('zh', [day], () => '渡口')).toBe('「渡口」的日期');
    expect(sayKept('zh', [day])).toBe('日期');
  });

  it('names three things and counts the rest', () => {
    const many = Array.from({ length: 5 }, (_, index) => ({ ...title, id: `p${index}`, name: `第 ${index} 篇` }));
    expect(sayKept('zh', many)).toBe('「第 0 篇」的标题，「第 1 篇」的标题，「第 2 篇」的标题，另有 2 项');
  });

  it('has a word for a field of a newer version', () => {
    expect(sayKept('zh', [{ ...title, field: 'mood' }])).toBe('「末班渡船上的灯」的其他设置');
  });
});
