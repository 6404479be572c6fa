import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planJson } from '../../../../src/core/plan/file/write';
import { at, codeOf, packed, picture, pictureName, plan, read, small, watchThePrototype, withPlan } from './handmade';

watchThePrototype();

describe('a torn or changed file', () => {
  const whole = packed({ ...small, assets: new Map([[pictureName, picture]]) });

  it('I2: is refused at every length short of the whole', () => {
    for (let length = 0; length < whole.length; length += 1) {
      const code = codeOf(whole.subarray(0, length));
      expect(length < 4 ? 'file_not_plan' : 'file_damaged').toBe(code);
    }
    expect(codeOf(whole)).toBe('read');
  });

  it('I2: is refused with a tail of zeros, or with two halves put together', () => {
    for (const step of [1, 2, 22, 100, 1000])
      expect(codeOf(Uint8Array.from([...whole, ...new Uint8Array(step)]))).toBe('file_damaged');
    const zeroed = whole.slice();
    zeroed.fill(0, Math.floor(whole.length / 2));
    expect(codeOf(zeroed)).toBe('file_damaged');
    const other = packed({ ...small, workspaceId: 'w2', assets: new Map() });
    expect(
      codeOf(Uint8Array.from([...whole.subarray(0, whole.length / 2), ...other.subarray(other.length / 2)])),
    ).not.toBe('read');
  });

  it('I1: with any byte changed is refused, or holds exactly the same plan', () => {
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (where, flip) => {
        const changed = whole.slice();
        changed[where] = (changed[where] ?? 0) ^ flip;
        const result = read(changed);
        if (result.ok) expect(packed(result.value)).toEqual(whole);
      }),
      { numRuns: 3000 },
    );
  });

  it('I1: with pieces of JSON swapped is refused, or can be written canonically', () => {
    const text = planJson(small);
    const mutation = fc.record({
      from: fc.nat(text.length - 1),
      cut: fc.nat(12),
      put: fc.constantFrom('', '0', '-1', '1e9', 'null', '[]', '{}', '"x"', '"__proto__"', ',', ':', '}'),
    });
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 3 }), (mutations) => {
        const changed = mutations.reduce(
          (current, { from, cut, put }) => current.slice(0, from) + put + current.slice(from + cut),
          text,
        );
        const result = read(withPlan(changed));
        if (!result.ok) {
          expect(['file_damaged', 'file_future', 'file_too_big']).toContain(result.error.code);
          return;
        }
        const canonically = packed(result.value);
        const again = read(canonically);
        expect(again.ok && packed(again.value)).toEqual(canonically);
      }),
      { numRuns: 3000 },
    );
  });

  it('names the record and the field that is wrong', () => {
    const place = (records: unknown, clocks?: string[]) => {
      const result = read(withPlan(plan(records, clocks)));
      return result.ok ? 'read' : `${result.error.code} ${result.error.params.place}`;
    };
    expect(place({ piece: { p1: { at: 9, fields: { title: 'x' } } } })).toBe('file_damaged piece p1 at');
    expect(place({ piece: { p1: { at: 0, fields: { title: 'x' }, later: { title: 7 } } } })).toBe(
      'file_damaged piece p1 later title',
    );
    expect(place({ piece: { p1: { at: 0, fields: { title: 'x' }, later: { notes: 0 } } } })).toBe(
      'file_damaged piece p1 later notes',
    );
    expect(place({ piece: { p1: { fields: { title: 'x' } } } })).toBe('file_damaged piece p1 at');
    expect(place({ piece: { p1: { at: 0.5, fields: { title: 'x' } } } })).toBe('file_damaged piece p1 at');
    expect(place({ piece: { 'p 1': {} } })).toBe('file_damaged piece p 1');
    expect(place({ piece: { p1: { sets: { tags: { 夜: 'x' } } } } })).toBe('file_damaged piece p1 tags 夜');
    expect(place({ piece: { p1: { body: [] } } })).toBe('file_damaged piece p1 body');
    expect(place({ piece: { p1: { body: [{ id: 'short', doc: {} }] } } })).toBe('file_damaged piece p1 body');
    expect(place({ piece: { p1: { deleted: { at: 0 } } } })).toBe('file_damaged piece p1 deleted');
    expect(place({ piece: { p1: { extra: 1 } } })).toBe('file_damaged piece p1 extra');
    expect(place({ piece: [] })).toBe('file_damaged piece');
    expect(place({ 'no/type': {} })).toBe('file_damaged records no/type');
    expect(place({}, ['nonsense'])).toBe('file_damaged clocks 0');
    expect(place({ piece: { p1: { sets: { tags: ['夜'] } } } })).toBe('file_damaged piece p1 tags 夜');
    expect(place({ piece: { p1: { at: 0, fields: { title: 'x' }, sets: { tags: ['夜', '夜'] } } } })).toBe(
      'file_damaged piece p1 tags',
    );
    expect(place({}, [at(2), at(1)])).toBe('file_damaged clocks 1');
  });
});
