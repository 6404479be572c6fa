import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../src/core/search/query';
import { resolveFields } from '../../../src/core/search/resolve';
import { searched, simplified } from '../../../src/core/search/searched';
import { marksIn, snippetOf } from '../../../src/core/search/snippet';
import { termsOf } from '../../../src/core/search/text';

const termOf = (query: string): string => termsOf(parseQuery(query))[0]?.text ?? '';

describe('traditional and simplified characters', () => {
  it('meet, whichever of them is written and whichever is looked for', () => {
    expect(searched('臺灣夜裡的燈會')).toBe(searched('台湾夜里的灯会'));
    expect(searched('ＸＩＡＮ後來')).toBe('xian后来');
    expect(termOf('攝影')).toBe(termOf('摄影'));
  });

  it('keep every place in the text, so that marks lie on what was written', () => {
    const text = '㌔ 說：攝影師在臺北';
    expect(marksIn(text, [termOf('摄影师')]).map(([from, to]) => text.slice(from, to))).toEqual(['攝影師']);
    const snippet = snippetOf(text, [termOf('台北')]);
    expect(snippet?.marks.map(([from, to]) => snippet.text.slice(from, to))).toEqual(['臺北']);
  });

  it('name a tag in either script', () => {
    const names = { personas: [], campaigns: [], tags: ['燈會', '夜景'] };
    expect(resolveFields(parseQuery('tag:灯会'), names).conditions).toEqual([
      [{ field: 'tag', values: ['燈會'], not: false }],
    ]);
  });

  it('are never longer or shorter than before, and once simplified they stay', () => {
    const han = Array.from({ length: 0x9fff - 0x33ff }, (_, at) => String.fromCharCode(0x3400 + at)).join('');
    expect(simplified(han)).toHaveLength(han.length);
    expect(simplified(simplified(han))).toBe(simplified(han));
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (given) => {
        expect(simplified(given)).toHaveLength(given.length);
      }),
    );
  });
});
