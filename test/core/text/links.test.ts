import fc from 'fast-check';
import twitter from 'twitter-text';
import { describe, expect, it } from 'vitest';
import { urlsIn } from '../../../src/core/text/links';
import { hostileText } from './hostile';

const ours = (text: string) => urlsIn(text).map((link) => link.url);

/** Domains, protocols and separators in every order: where the two would differ if they did. */
const addressText = fc
  .array(
    fc.constantFrom(
      'http://',
      'https://',
      'HTTP://',
      'www',
      'mi',
      'a-b',
      'a_b',
      '-x',
      'x-',
      't.co',
      '.com',
      '.COM',
      '.cn',
      '.中国',
      '.网站',
      '.рф',
      '.comx',
      '.co.uk',
      '.xn--p1ai',
      '.',
      '/',
      '/a(b)c',
      '/a((b)c)',
      '/(',
      '/@u/',
      '/x.',
      '/ü',
      '?',
      '?q=1',
      '?q=1.',
      '?中',
      ':80',
      ':',
      ' ',
      '，',
      '。',
      '官网',
      '的',
      '米'.repeat(20),
      'é',
      '-',
      '_',
      '@',
      '#',
      '$',
      '(',
      ')',
      '"',
      '\u200e',
      '\ufeff',
      '😀',
      'x',
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(''));

describe('urlsIn', () => {
  it('finds addresses with and without a protocol', () => {
    expect(ours('官网https://www.mi.com，看 mi.com/a_(b) 或 3.14、e.g. 不算')).toEqual([
      'https://www.mi.com',
      'mi.com/a_(b)',
    ]);
    expect(ours('a@b.com #mi.com $mi.com')).toEqual([]);
    expect(ours('见 http://t.co/abc。')).toEqual(['http://t.co/abc']);
  });

  it('finds exactly what the reference library for X finds', () => {
    fc.assert(
      fc.property(fc.oneof({ weight: 4, arbitrary: addressText }, hostileText), (text) => {
        const expected = twitter.extractUrlsWithIndices(text).map((link) => [link.indices[0], link.url.length]);
        expect(urlsIn(text).map((link) => [link.start, link.end - link.start])).toEqual(expected);
      }),
      { numRuns: 20_000 },
    );
  }, 60_000);

  it('stays linear on a long run without spaces', () => {
    for (const unit of ['很长的一段话。', 'mi.com', 'http://', 'a.', '/(', 'http://mi.com/(a(']) {
      urlsIn(unit.repeat(15_000));
    }
  }, 5_000);
});
