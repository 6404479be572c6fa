import { describe, expect, test } from 'vitest';
import { occurrences, replaceOccurrences } from '../../../src/core/text/occurrences';

describe('occurrences', () => {
  test('are taken literally and without overlap, in any case unless asked', () => {
    expect(occurrences('a.b A.B axb', 'a.b', false)).toEqual([0, 4]);
    expect(occurrences('a.b A.B axb', 'a.b', true)).toEqual([0]);
    expect(occurrences('灯灯灯', '灯灯', true)).toEqual([0]);
    expect(occurrences('anything', '', false)).toEqual([]);
    for (const sign of '\\^$.*+?()[]{}|/-') expect(occurrences(`x${sign}`, sign, true)).toEqual([1]);
  });

  test('are replaced by exactly what is given', () => {
    expect(replaceOccurrences('渡口的灯，渡口', '渡口', '$& $1', false)).toBe('$& $1的灯，$& $1');
  });
});
