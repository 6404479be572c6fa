import { describe, expect, test } from 'vitest';
import type { Numbering } from '../../../../src/core/platforms/pack';
import { adaptTo, aSource } from '../aSource';

const sentence = (index: number) => `第 ${index} 盏灯在街角亮着，灯下坐着一个人。`;
const paragraph = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => sentence(from + index)).join('');

describe('A text over several posts', () => {
  test('is divided between paragraphs where that leaves no post half empty', () => {
    const { parts } = adaptTo(
      'x/post',
      aSource({ title: '', blocks: [paragraph(1, 4), paragraph(5, 4), paragraph(9, 4)] }),
    );
    expect(parts.map((part) => part.split('\n')[0])).toEqual([paragraph(1, 4), paragraph(5, 4), paragraph(9, 4)]);
  });

  test('is divided between sentences where a paragraph alone is longer than a post', () => {
    const { parts } = adaptTo('x/post', aSource({ title: '', blocks: [paragraph(1, 12)] }));
    expect(parts.length).toBeGreaterThan(1);
    for (const part of parts) expect(part.replace(/\n\(.*$/, '')).toMatch(/。$/);
  });

  test('never ends a post on a heading', () => {
    const heading = (text: string) => ({
      type: 'heading' as const,
      attrs: { level: 2 as const },
      content: [{ type: 'text' as const, text }],
    });
    const blocks = [1, 2, 3, 4].flatMap((index) => [
      paragraph(index * 10, 3),
      heading(`小标题 ${index}`),
      paragraph(index * 10 + 5, 3),
    ]);
    const { parts } = adaptTo('x/post', aSource({ title: '', blocks }));
    for (const part of parts) expect(part.replace(/\n\(.*$/, '').trimEnd()).not.toMatch(/小标题 \d$/);
  });

  test.each<[Numbering, RegExp]>([
    ['slash', /\n1\/\d$/],
    ['bracket', /\n\(1\/\d\)$/],
    ['corner', /\n【1\/\d】$/],
    ['of', /\n1 of \d$/],
    ['none', /。$/],
  ])('is numbered as its format does: %s', (style, end) => {
    const { parts } = adaptTo('x/post', aSource({ title: '', blocks: [paragraph(1, 12)] }), {
      format: { threads: { style } },
    });
    expect(parts[0]).toMatch(end);
  });
});

describe('The first fold', () => {
  test('names the link, the tag and the call that stand behind it', () => {
    const { extra, body, findings } = adaptTo(
      'weibo/post',
      aSource({ title: '', blocks: [paragraph(1, 10), '转发这条。#还亮着的灯# 看 https://tingan.example/a'] }),
    );
    expect(extra.fold?.hides).toEqual([
      { kind: 'link', text: 'https://tingan.example/a' },
      { kind: 'tag', text: '#还亮着的灯#' },
      { kind: 'call', text: '转发这条。' },
    ]);
    expect(body.slice(0, extra.fold?.at)).not.toContain('转发');
    expect(findings.map(({ code }) => code)).toContain('fold_hides_call');
  });

  test('hides nothing that already stands above it, and is none in a short text', () => {
    const above = adaptTo('weibo/post', aSource({ title: '', blocks: ['转发这条。', paragraph(1, 10), '转发那条。'] }));
    expect(above.extra.fold?.hides).toEqual([]);
    expect(adaptTo('weibo/post', aSource()).extra.fold).toBeUndefined();
  });
});
