import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutAtFields } from '../../../src/core/brief/fields';
import { sayFields } from '../../../src/core/words/briefLabels';

describe('a text with fields', () => {
  test('is cut at them, and the parts joined are the text', () => {
    expect(cutAtFields('{{ place }}，还有人醒着')).toEqual([
      { at: 0, text: '{{ place }}', name: 'place' },
      { at: 11, text: '，还有人醒着', name: null },
    ]);
    const piece = fc.oneof(fc.string(), fc.constantFrom('{{place}}', '{{ 我的字段 }}', '{{', '}}', '{{\n}}'));
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        const parts = cutAtFields(text);
        expect(parts.map((part) => part.text).join('')).toBe(text);
        for (const { at, text: part } of parts) expect(text.startsWith(part, at)).toBe(true);
      }),
    );
  });

  test('is shown by their labels in the reader’s language, one’s own fields by their name', () => {
    expect(sayFields('zh', '{{place}}，还有人醒着')).toBe('〔地点〕，还有人醒着');
    expect(sayFields('en', 'Still open at {{place}}, {{gate}}')).toBe('Still open at [Place], [gate]');
    expect(sayFields('en', 'No field { here }')).toBe('No field { here }');
  });
});
