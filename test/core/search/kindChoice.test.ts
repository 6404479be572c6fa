import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pieceKinds, subkinds } from '../../../src/core/model/vocabulary';
import { chooseKinds } from '../../../src/core/search/kindChoice';

describe('kinds and sub-kinds chosen together', () => {
  it('a kind stands beside a sub-kind of another one', () => {
    expect(chooseKinds(['scene'], ['scene', 'founder'])).toEqual({ kinds: ['scene'], subkinds: ['founder'] });
    expect(chooseKinds(['scene', 'founder'], ['scene', 'founder', 'lottery'])).toEqual({
      kinds: ['scene'],
      subkinds: ['founder', 'lottery'],
    });
  });

  it('a sub-kind narrows its own kind, and the kind takes its sub-kinds back in', () => {
    expect(chooseKinds(['scene', 'story'], ['scene', 'story', 'user'])).toEqual({
      kinds: ['scene'],
      subkinds: ['user'],
    });
    expect(chooseKinds(['scene', 'user'], ['scene', 'user', 'story'])).toEqual({
      kinds: ['scene', 'story'],
      subkinds: [],
    });
  });

  it('never holds a kind beside its own sub-kinds, and drops nothing else that was ticked', () => {
    const value = fc.constantFrom<string>(...pieceKinds, ...Object.values(subkinds).flat());
    fc.assert(
      fc.property(fc.uniqueArray(value), value, (before, ticked) => {
        const values = [...new Set([...before, ticked])];
        const chosen = chooseKinds(before, values);
        const all: readonly string[] = [...chosen.kinds, ...chosen.subkinds];
        for (const kind of chosen.kinds)
          expect(chosen.subkinds.some((one) => subkinds[kind].includes(one as never))).toBe(false);
        const familyOf = (one: string) =>
          pieceKinds.find((kind) => kind === one || subkinds[kind].includes(one as never));
        // What is left out has one of its own family in its place.
        for (const one of values)
          expect(all.includes(one) || all.some((other) => familyOf(other) === familyOf(one))).toBe(true);
        if (!before.includes(ticked)) expect(all).toContain(ticked);
      }),
    );
  });
});
