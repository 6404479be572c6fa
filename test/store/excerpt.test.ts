import { describe, expect, test } from 'vitest';
import { excerptOf } from '../../src/main/store/library/pieceText';

describe('The beginning of a text in lists', () => {
  test('is the whole text when that is short, on one line', () => {
    expect(excerptOf('夜里十点。\n灯还亮着。')).toBe('夜里十点。 灯还亮着。');
  });

  test.each([
    ['Chinese', '灯'.repeat(400), `${'灯'.repeat(160)}…`],
    ['Latin, between words', 'lamp '.repeat(80), `${'lamp '.repeat(32).trimEnd()}…`],
    ['Latin, never inside a word', `${'灯'.repeat(157)}lamps on`, `${'灯'.repeat(157)}…`],
    ['emoji, never inside one', `${'灯'.repeat(159)}😀😀`, `${'灯'.repeat(159)}…`],
  ])('says that there is more: %s', (_, body, excerpt) => {
    expect(excerptOf(body)).toBe(excerpt);
  });
});
