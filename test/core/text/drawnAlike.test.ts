import { expect, test } from 'vitest';
import { asWritten } from '../../../src/core/text/drawnAlike';

const nothing: ReadonlySet<string> = new Set();

test('a sign that was drawn is the letter that was written, of several the one that was', () => {
  expect(asWritten('⻔⻓⼈⽂ 8〜9 ·', new Set('门长人文 8～9 •'))).toBe('门长人文 8～9 •');
  expect(asWritten('⼾', new Set('账戶'))).toBe('戶');
  expect(asWritten('⼾', new Set('账户'))).toBe('户');
});

test('what was written as it is drawn stays', () => {
  expect(asWritten('⻔·〜', new Set('⻔门·•〜～'))).toBe('⻔·〜');
  expect(asWritten('门长人文 ABC 👩‍👩‍👧', nothing)).toBe('门长人文 ABC 👩‍👩‍👧');
});

test('without anything to go by a radical is its letter, and other signs are themselves', () => {
  expect(asWritten('⼾⻔·〜', nothing)).toBe('户门·〜');
  const signs = Array.from({ length: 0x2fe0 - 0x2e80 }, (_, at) => String.fromCharCode(0x2e80 + at));
  const left = signs.filter((sign) => asWritten(sign, nothing) === sign);
  // One stands for no single letter; the rest are places that are given to no sign.
  expect(left.filter((sign) => /\p{Assigned}/u.test(sign))).toEqual(['⺀']);
});
