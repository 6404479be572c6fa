import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { TraceEntry } from '../../../src/core/adapt/types';
import { tiers, weightTable, weightWhys } from '../../../src/core/adapt/weights';
import type { BlockNode } from '../../../src/core/model/doc';
import { sayWeight, tierWords, weightWords } from '../../../src/core/words/weights';
import { adaptTo, aSource, p } from './aSource';

const heading = (text: string): BlockNode => ({
  type: 'heading',
  attrs: { level: 2 },
  content: [{ type: 'text', text }],
});

/** What was left out for length, by the sentence, from a post with next to no room. */
function removed(source: ReturnType<typeof aSource>, max = 12): Readonly<Record<string, TraceEntry>> {
  const { trace } = adaptTo('weibo/post', source, { format: { limits: { body_max: max }, threads: false } });
  return Object.fromEntries(
    trace.filter(({ step, action }) => step === 'fit' && action === 'removed').map((entry) => [entry.before, entry]),
  );
}
const why = (entry: TraceEntry | undefined) => entry?.parts?.map((part) => [part.why, part.points]);

describe('The weight of a sentence', () => {
  const source = aSource({
    title: '',
    brief: { scene: '末班车', value: '看清脸' },
    blocks: [
      p('今晚只说这一句话。', { keep: true }),
      '从末班车上下来的人，都想看清脸。比如门口那盏灯，谁都认得。他数了 47 盏灯，又数了一遍。',
      heading('一点以后，只剩路灯'),
      p('老周说：“够了。”他转身走了。', { optional: true }),
    ],
  });

  test('is the sum of its parts, each with its reason', () => {
    const entries = removed(source);
    expect(why(entries['从末班车上下来的人，都想看清脸。'])).toEqual([
      ['opens_paragraph', 1],
      ['brief', 4],
    ]);
    expect(why(entries['比如门口那盏灯，谁都认得。'])).toEqual([['example', -2]]);
    expect(why(entries['他数了 47 盏灯，又数了一遍。'])).toEqual([['figure', 1.5]]);
    for (const { weight, parts = [] } of Object.values(entries))
      expect(parts.reduce((sum, { points }) => sum + points, 0)).toBe(weight);
  });

  test('comes with its tier, which goes before the weight', () => {
    const entries = removed(source);
    expect(entries['从末班车上下来的人，都想看清脸。']?.tier).toBe('ordinary');
    expect(Object.values(entries).find(({ before }) => before.startsWith('老周说'))?.tier).toBe('optional');
  });

  test('and with how far over the limit the text would be if it had stayed', () => {
    const entry = removed(aSource({ title: '', blocks: ['一二三四五六七八九。', '灯下有三个人在等车。'] }), 12)[
      '灯下有三个人在等车。'
    ];
    // 10 and an empty line (1) and 10, of 12.
    expect(entry?.over).toEqual({ unit: 'weibo_half', by: 9 });
  });

  test('is said in both languages, whole', () => {
    const entry = removed(source)['他数了 47 盏灯，又数了一遍。'] as TraceEntry;
    expect(sayWeight('zh', entry)).toMatch(/^普通，分量 1\.5：有数字 \+1\.5；留下会超 \d+ 半角$/);
    expect(sayWeight('en', entry)).toMatch(
      /^ordinary, weight 1\.5: holds a figure \+1\.5; \d+ half-width over if it stayed$/,
    );
    expect(sayWeight('zh', { ...entry, tier: undefined })).toBe('');
  });
});

test('The documented score is the one that is used', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/adaptation.md'), 'utf8');
  const rows = [...page.matchAll(/^\| ([+−][\d.]+)(?:, at most ([+−][\d.]+))? \| (.+?) \| (.+?) \|$/gm)].map(
    ([, points = '', most, en, zh]) => [
      en,
      zh,
      Number(points.replace('−', '-')),
      most === undefined ? null : Number(most),
    ],
  );
  expect(rows).toEqual(
    weightWhys.map((key) => {
      const { points, most = null }: { points: number; most?: number | null } = weightTable[key];
      return [weightWords.en[key], weightWords.zh[key], points, most];
    }),
  );
  const order = [...page.matchAll(/^\d\. \*\*(.+?)\*\* (\S+)/gm)].map(([, en, zh]) => [en, zh]);
  expect(order).toEqual(tiers.map((tier) => [tierWords.en[tier], tierWords.zh[tier]]));
});
