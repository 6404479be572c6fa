import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical } from '../../../src/core/plan/canonical';

describe('canonical JSON', () => {
  it('is what the reference implementation of RFC 8785 writes', () => {
    const value = fc.anything({
      key: fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('__proto__', 'toString', '10', '9', '')),
      values: [
        fc.string({ unit: 'binary' }),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
      ],
      maxDepth: 4,
    });
    fc.assert(
      fc.property(value, (any) => {
        expect(canonical(any)).toBe(canonicalize(any));
      }),
      { numRuns: 150 },
    );
  });

  it('is itself when it is read and written again, whatever the order of keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (record) => {
        const reversed = Object.fromEntries(Object.entries(record).reverse());
        expect(canonical(reversed)).toBe(canonical(record));
        expect(canonical(JSON.parse(canonical(record)))).toBe(canonical(record));
      }),
      { numRuns: 100 },
    );
  });

  it('writes numbers in one way, leaves out what is undefined, and refuses what is no data', () => {
    expect(canonical({ b: undefined, a: [-0, 1e21, 1e-7, 0.1, undefined] })).toBe('{"a":[0,1e+21,1e-7,0.1,null]}');
    for (const none of [undefined, () => 0, Symbol('x'), Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => canonical(none)).toThrow();
    expect(() => canonical({ deep: [Number.NaN] })).toThrow();
  });
});
