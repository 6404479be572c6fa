import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CallName, callNames, calls } from '../../src/contract';
import { answer, type Handlers } from '../../src/main/answer';
import { limits } from '../../src/main/measure';
import { examples } from './examples';

/** Handlers that only note that they were reached, so that "refused before anything happens" can be seen. */
function aCounter() {
  const reached: string[] = [];
  const handlers = Object.fromEntries(callNames.map((name) => [name, () => reached.push(name)]));
  return { reached, handlers: handlers as unknown as Handlers };
}

const deep = (levels: number): unknown => {
  let value: unknown = 'x';
  for (let n = 0; n < levels; n++) value = n % 2 === 0 ? [value] : { a: value };
  return value;
};
const cyclic = (): unknown => {
  const circle: Record<string, unknown> = {};
  circle.self = circle;
  return circle;
};
const getter = (): unknown =>
  Object.defineProperty({}, 'id', { enumerable: true, get: () => expect.fail('a getter was run') });
const polluting = (): unknown => JSON.parse('{"__proto__":{"isAdmin":true},"id":"x"}');
const THEN = 'then';
const thenable = (): unknown => ({ [THEN]: () => expect.fail('a thenable was awaited') });
class Piece {
  readonly id = 'p_1';
}

/** Values that are right nowhere in the contract, made once because some are large. */
const never: readonly (readonly [string, unknown])[] = (
  [
    ['NaN', () => Number.NaN],
    ['infinity', () => Number.POSITIVE_INFINITY],
    ['a fraction', () => 0.5],
    ['a huge number', () => 1e308],
    ['a bigint', () => 1n],
    ['a symbol', () => Symbol('x')],
    ['a function', () => () => 'x'],
    ['a date', () => new Date(0)],
    ['a map', () => new Map([['a', 1]])],
    ['a set', () => new Set([1])],
    ['a pattern', () => /x/],
    ['a promise', () => Promise.resolve('x')],
    ['a class instance', () => new Piece()],
    ['a getter', getter],
    ['a circle', cyclic],
    ['a deep array', () => deep(10_000)],
    ['a very deep array', () => deep(1_000_000)],
    ['a million values', () => new Array(1_000_000).fill(0)],
    ['an endless sparse array', () => new Array(4_000_000_000)],
    ['a polluting object', polluting],
    ['an own constructor', () => ({ constructor: { prototype: { isAdmin: true } } })],
    ['another typed array', () => new Float64Array(8)],
    ['a bare buffer', () => new ArrayBuffer(8)],
    ['a too large byte array', () => new Uint8Array(limits.bytes + 1)],
    ['a text of 100 MB', () => 'x'.repeat(100_000_000)],
    ['text with a lone surrogate and more than it may', () => '\ud800'.repeat(2_100_000)],
    ['a thenable', thenable],
  ] as const
).map(([what, make]) => [what, make()]);

/** Names that mean something to a prototype, a parser or a careless handler. */
const extraKeys = (
  '__proto__ constructor prototype toString valueOf toJSON hasOwnProperty isPrototypeOf __defineGetter__ then length ' +
  'path file folder cwd sql where db cmd args env name id ids token by 0 -1'
).split(' ');
const withKey = (name: CallName, key: string, value: unknown): unknown => {
  const input: Record<string, unknown> = { ...(examples[name] as object) };
  Object.defineProperty(input, key, { value, enumerable: true, configurable: true, writable: true });
  return input;
};
const isOptional = (name: CallName, key: string): boolean => {
  const shape = calls[name].input.shape as Record<string, { safeParse: (value: unknown) => { success: boolean } }>;
  return shape[key]?.safeParse(undefined).success ?? true;
};

/** All hostile inputs for one call: `[what, input]`. */
function* hostile(name: CallName): Generator<readonly [string, unknown]> {
  for (const [what, value] of never) yield [what, value];
  for (const value of [undefined, null, true, 0, '', 'x', [], [[]]]) yield [`top-level ${String(value)}`, value];
  for (const key of extraKeys) if (!Object.hasOwn(examples[name], key)) yield [`extra ${key}`, withKey(name, key, 'x')];
  for (const key of Object.keys(examples[name])) {
    for (const [what, value] of never) yield [`${key} is ${what}`, withKey(name, key, value)];
    if (!isOptional(name, key)) yield [`${key} is missing`, withKey(name, key, undefined)];
  }
}

describe('hostile calls', () => {
  test.each(callNames)('%s refuses every one of them, and nothing runs', async (name) => {
    const { reached, handlers } = aCounter();
    const prototypeKeys = Object.getOwnPropertyNames(Object.prototype).length;
    let tried = 0;
    for (const [what, input] of hostile(name)) {
      const result = await answer(handlers, name, input, (_, error) => expect.fail(`${what}: ${String(error)}`));
      expect(result, what).toMatchObject({ ok: false, failure: { code: 'bad_input' } });
      tried += 1;
    }
    expect(reached).toEqual([]);
    expect(tried).toBeGreaterThanOrEqual(60);
    expect(Object.getOwnPropertyNames(Object.prototype)).toHaveLength(prototypeKeys);
    expect(({} as { isAdmin?: unknown }).isAdmin).toBeUndefined();
  });

  test.each([
    '',
    'piece',
    'piece.drop',
    '__proto__',
    'constructor',
    'hasOwnProperty',
    null,
    undefined,
    7,
    {},
    ['piece.open'],
  ])('an unknown name is refused: %j', async (name) => {
    const { reached, handlers } = aCounter();
    expect(await answer(handlers, name, {})).toMatchObject({ ok: false, failure: { code: 'bad_input' } });
    expect(reached).toEqual([]);
  });

  test('whatever is sent, the answer is data, and a handler runs only on input that fits its schema', async () => {
    const { reached, handlers } = aCounter();
    const anything = fc.anything({ withBigInt: true, withMap: true, withSet: true, withTypedArray: true, maxDepth: 4 });
    const input = fc.oneof(
      anything,
      fc.constantFrom(...callNames).chain((name) => fc.record({ ...mapValues(examples[name], () => anything) })),
    );
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.constantFrom(...callNames), fc.string()), input, async (name, value) => {
        reached.length = 0;
        const result = await answer(handlers, name, value, (_, error) => expect.fail(String(error)));
        const fits = Object.hasOwn(calls, name) && calls[name as CallName].input.safeParse(value).success;
        expect(result.ok).toBe(reached.length === 1);
        if (reached.length === 1) expect(fits).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  test('ten thousand bad calls in a row are refused, and none of them runs', async () => {
    const { reached, handlers } = aCounter();
    for (let n = 0; n < 10_000; n++) expect((await answer(handlers, 'piece.open', { id: `${n} ` })).ok).toBe(false);
    expect(reached).toEqual([]);
  });
});

const mapValues = <T extends object, V>(value: T, to: () => V): { [K in keyof T]: V } =>
  Object.fromEntries(Object.keys(value).map((key) => [key, to()])) as { [K in keyof T]: V };
