import { expect, test } from 'vitest';
import { fitTitle } from '../../../src/core/adapt/title';
import { addressesIn } from '../../../src/core/text/addresses';
import { clauses, sentences } from '../../../src/core/text/sentences';
import { aFormat } from '../adapt/aSource';

const strange = 'https://foo.unknowntld/a!b?c=d.e';

test('An address with a protocol is whole, whether X knows its domain or not', () => {
  const text = `看 ${strange} 和 https://tingan.example/a?b=c，别的不看`;
  expect(addressesIn(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    strange,
    'https://tingan.example/a?b=c',
  ]);
  for (const divide of [sentences, clauses])
    for (const lang of ['zh', 'en'] as const)
      expect(divide(text, lang).some((piece) => piece.includes(strange))).toBe(true);
});

test('A title that is too long never keeps half an address', () => {
  const title = `夜里的灯（都在这里），在 https://tingan.example/a?b=c 和 ${strange} 和 https://a.co/x(y)z`;
  const source = { kind: 'scene', brief: {}, lang: 'zh' } as const;
  for (let max = 4; max < 120; max += 1) {
    const format = { ...aFormat('weibo/article').format, limits: { title_max: max } };
    const shown = fitTitle(title, source, format).title;
    for (const found of shown.match(/https?:\/\/\S*/g) ?? [])
      expect([strange, 'https://tingan.example/a?b=c', 'https://a.co/x(y)z']).toContain(found);
  }
});
