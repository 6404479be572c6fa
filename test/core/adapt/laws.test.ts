import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { adapt } from '../../../src/core/adapt/adapt';
import { noVoice } from '../../../src/core/adapt/draft';
import type { Source } from '../../../src/core/adapt/types';
import type { Format } from '../../../src/core/platforms/pack';
import { allFormats, anySource, anyVoice, keepSource, longSource } from './anySource';
import { type Case, caseOf, laws } from './lawTable';

/** One run is one text of at most 4 kB for one format. */
const RUNS = Number(process.env.JUZHEN_PROPERTY_RUNS ?? 2_000);
/** Generous: the machine may be busy with other suites. */
const PATIENCE = 600_000;

const spoken = new Map(laws.map(({ name }) => [name, 0]));

function holdAll(given: Case): void {
  for (const { name, holds } of laws) if (holds(given)) spoken.set(name, (spoken.get(name) ?? 0) + 1);
}

/** Formats by name, so that a counterexample can be read. */
const named = new Map(allFormats.map((format) => [format.ref, format]));
const formatOf = (ref: string): Format => named.get(ref) as Format;
const some = (of: (format: Format) => boolean) => fc.constantFrom(...allFormats.filter(of).map(({ ref }) => ref));
const anyRef = some(() => true);
const tight = some(({ format: { limits, threads, count } }) => {
  const most = Math.min(
    limits.body_max ?? limits.total_max ?? Number.POSITIVE_INFINITY,
    limits.body_max_bytes ?? Number.POSITIVE_INFINITY,
  );
  return !threads && most <= 500 * (count.body === 'utf8_bytes' ? 4.1 : 1);
});

describe('The laws of adaptation', { timeout: PATIENCE }, () => {
  test('hold for any text in any format', () => {
    fc.assert(
      fc.property(anySource, anyRef, anyVoice, (source, ref, voice) =>
        holdAll(caseOf(source, formatOf(ref), voice, true)),
      ),
      { numRuns: RUNS, endOnFailure: true },
    );
  });

  test('hold for texts too long for their format', () => {
    fc.assert(
      fc.property(longSource, tight, anyVoice, (source, ref, voice) => {
        const given = caseOf(source, formatOf(ref), voice);
        holdAll(given);
        fc.pre(!given.fits);
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  });

  test('hold where tags stand apart from the text, and something must be kept', () => {
    fc.assert(
      fc.property(
        keepSource,
        some(({ format }) => format.tags.where === 'apart'),
        anyVoice,
        (source, ref, voice) => holdAll(caseOf(source, formatOf(ref), voice)),
      ),
      { numRuns: RUNS, endOnFailure: true },
    );
  });

  test('and text that is not text never throws, comes out well formed and within the limits', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.string({
        unit: fc.constantFrom('\ud83d', '\ude00', '\u202e', '\u200b', 'ا', '#', '@', '{{', '}}', '\n', '。', '\0'),
        maxLength: 400,
      }),
    );
    fc.assert(
      fc.property(hostile, hostile, anyRef, (title, text, ref) => {
        const format = formatOf(ref);
        const source: Source = {
          title,
          kind: 'scene',
          subkind: null,
          lang: 'zh',
          brief: {},
          body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: text || ' ' }] }] },
          tags: [text],
          link: text,
          images: [],
        };
        const variant = adapt({ source, format, voice: { ...noVoice(source), signOff: text, standingTags: [title] } });
        expect(JSON.stringify(variant).isWellFormed()).toBe(true);
        for (const { value, limit, field } of variant.counts)
          if (limit !== null) expect(value, field).toBeLessThanOrEqual(limit);
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  });
});

test('Each law was held against as many cases as promised', () => {
  const seldom = [...spoken].filter(([, cases]) => cases < RUNS);
  expect(seldom).toEqual([]);
});

afterAll(() => {
  if (process.env.JUZHEN_LAWS === 'count')
    for (const [name, cases] of spoken) process.stdout.write(`${String(cases).padStart(7)}  ${name}\n`);
});
