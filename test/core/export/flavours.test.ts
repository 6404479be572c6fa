import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tableFlavours } from '../../../src/core/export/flavours';
import { plainHtml } from '../../../src/core/export/plainHtml';
import { readHtml } from './readHtml';

describe('plain text beside itself with formats', () => {
  it('keeps paragraphs, lines and spaces, and runs nothing', () => {
    expect(plainHtml('第一段\n第二行\n\n第二段')).toBe('<p>第一段<br>第二行</p><p>第二段</p>');
    expect(plainHtml('a  b')).toBe('<p style="white-space:pre-wrap">a  b</p>');
    expect(plainHtml('<img src=x onerror=alert(1)>')).toBe('<p>&lt;img src=x onerror=alert(1)&gt;</p>');
    expect(plainHtml('')).toBe('');
  });

  it('says every word of any text, in order', () => {
    const words = (text: string): string => text.replaceAll(/\s/g, '');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        // What a page cannot hold is no letter of a text.
        fc.pre(!/[\0\p{Cc}\ufeff]/u.test(text.replaceAll(/[\r\n\t]/g, '')));
        expect(words(readHtml(plainHtml(text)).texts('p').join(''))).toBe(words(text));
      }),
    );
  });
});

describe('rows on the clipboard', () => {
  it('are cells between tabs and a table, guarded alike', () => {
    const { text, html } = tableFlavours([
      ['标题', '次数'],
      ['=SUM(灯)', '-3'],
      ['两\n行', '引"号'],
    ]);
    expect(text).toBe('标题\t次数\r\n\'=SUM(灯)\t-3\r\n"两\n行"\t"引""号"');
    const tree = readHtml(html);
    expect(tree.texts('th')).toEqual(['标题', '次数']);
    expect(tree.texts('td')).toEqual(["'=SUM(灯)", '-3', '两行', '引"号']);
  });
});
