import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adapt } from '../../../src/core/adapt/adapt';
import { flattenBlock } from '../../../src/core/adapt/flatten';
import type { Source, Variant } from '../../../src/core/adapt/types';
import { anyFormat, anySource, anyVoice } from './anySource';
import { adaptTo, aSource, p } from './aSource';

const runs = { numRuns: Number(process.env.JUZHEN_PROPERTY_RUNS ?? 300) };

const textOf = (variant: Variant, field: string): string =>
  field === 'body' ? variant.body : (variant.parts[Number(field.slice('part '.length)) - 1] ?? '');

/** How many sentences each block of the source has. */
const sentencesPerBlock = (source: Source): readonly number[] =>
  source.body.content.map((node, block) =>
    flattenBlock(node, block, (name) => source.brief[name] ?? null, source.lang).reduce(
      (sum, { sentences }) => sum + sentences.length,
      0,
    ),
  );

describe('Where the text of a variant comes from', { timeout: 240_000 }, () => {
  test('every stretch points at its sentence of the source', () => {
    const source = aSource({ title: '河边', blocks: ['第一句。第二句！', '第三句。'], tags: ['夜拍'] });
    const variant = adaptTo('weibo/post', source);
    const said = variant.origins.map(({ field, start, end, from }) => [textOf(variant, field).slice(start, end), from]);
    expect(said).toEqual([
      ['河边', { kind: 'title' }],
      ['第一句。', { kind: 'sentence', block: 0, index: 0 }],
      ['第二句！', { kind: 'sentence', block: 0, index: 1 }],
      ['第三句。', { kind: 'sentence', block: 1, index: 0 }],
      ['#夜拍#', { kind: 'closing', closing: 'tags' }],
    ]);
  });

  test('in a thread each post has its own', () => {
    const blocks = Array.from({ length: 12 }, (_, at) => `第${at}盏灯还亮着，${'灯'.repeat(30)}。`);
    const variant = adaptTo('x/post', aSource({ title: '', blocks }));
    expect(variant.parts.length).toBeGreaterThan(2);
    const blocksSeen = variant.origins.flatMap(({ from }) => (from.kind === 'sentence' ? [from.block] : []));
    expect(blocksSeen).toEqual(blocks.map((_, at) => at));
    for (const { field, start, end, from } of variant.origins)
      if (from.kind === 'sentence') expect(textOf(variant, field).slice(start, end)).toBe(blocks[from.block]);
  });

  test('a text written by hand comes from nowhere else', () => {
    expect(adaptTo('weibo/post', aSource(), { overrides: { body: '手写的。' } }).origins).toEqual([]);
  });

  test('for any source, stretches are in order, do not meet, and leave only white space, signs and numbers over', () => {
    fc.assert(
      fc.property(anySource, anyFormat, anyVoice, (source, format, voice) => {
        const variant = adapt({ source, format, voice });
        const known = sentencesPerBlock(source);
        for (const field of new Set(variant.origins.map((origin) => origin.field))) {
          const text = textOf(variant, field);
          let at = 0;
          let rest = '';
          for (const { start, end, from } of variant.origins.filter((origin) => origin.field === field)) {
            expect(start).toBeGreaterThanOrEqual(at);
            expect(end).toBeGreaterThan(start);
            rest += text.slice(at, start);
            at = end;
            if (from.kind === 'sentence') expect(from.index).toBeLessThan(known[from.block] ?? 0);
          }
          rest += text.slice(at);
          expect(rest.replace(/\(\d+\/\d+\)|\d+\.|[•\s\u3000]/gu, ''), format.ref).toBe('');
        }
      }),
      runs,
    );
  });
});

describe('A sentence a person keeps', () => {
  const filler = Array.from({ length: 40 }, (_, at) => `第${at}句说的是河边第${at}盏灯，亮了一整夜也没有灭。`);
  const source = aSource({ blocks: [filler.join('')] });
  const shown = (variant: Variant): readonly number[] =>
    variant.origins.flatMap(({ from }) => (from.kind === 'sentence' ? [from.index] : []));

  test('stays in that variant, at the cost of others', () => {
    const before = adaptTo('weibo/post', source, { format: { limits: { body_max: 200 }, threads: false } });
    const removed = before.trace.find(
      ({ step, action, sentence }) => step === 'fit' && action === 'removed' && sentence !== undefined,
    );
    expect(removed?.sentence).toBeTypeOf('number');
    const after = adaptTo('weibo/post', source, {
      format: { limits: { body_max: 200 }, threads: false },
      keep: [removed?.before ?? ''],
    });
    expect(shown(before)).not.toContain(removed?.sentence);
    expect(shown(after)).toContain(removed?.sentence);
    expect(after.findings.map(({ code }) => code)).not.toContain('cannot_fit');
  });

  test('comes in even from a block that is for other platforms, and the trace says whose wish it was', () => {
    const elsewhere = aSource({ blocks: ['都能看的一句。', p('只给知乎。这句大家都该看。', { only: ['zhihu'] })] });
    const variant = adaptTo('weibo/post', elsewhere, { keep: ['这句大家都该看。'] });
    expect(variant.body).toContain('这句大家都该看。');
    expect(variant.body).not.toContain('只给知乎');
    expect(variant.trace.map(({ action, reason, before }) => [action, reason, before])).toEqual(
      expect.arrayContaining([
        ['removed', 'only_elsewhere', '只给知乎。'],
        ['kept', 'kept_by_hand', '这句大家都该看。'],
      ]),
    );
  });

  test('that the source no longer has is simply gone', () => {
    expect(adaptTo('weibo/post', aSource(), { keep: ['早就删掉的一句。'] })).toEqual(adaptTo('weibo/post', aSource()));
  });

  test('and one with a favourite word of the persona outlives its equals', () => {
    const two = aSource({
      title: '',
      blocks: ['开头先说一句。', '河边有人在等船。', '河边有人拆开看。', '结尾再说一句。'],
    });
    const format = { limits: { body_max: 24 }, threads: false };
    expect(adaptTo('weibo/post', two, { format, voice: { useWords: ['等船'] } }).body).toContain('等船');
    expect(adaptTo('weibo/post', two, { format, voice: { useWords: ['拆开看'] } }).body).toContain('拆开看');
  });
});
