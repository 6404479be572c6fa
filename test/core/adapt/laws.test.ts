import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adapt } from '../../../src/core/adapt/adapt';
import { type Context, type Draft, emptyDraft, noVoice } from '../../../src/core/adapt/draft';
import { bodyRoom } from '../../../src/core/adapt/room';
import { blocks } from '../../../src/core/adapt/steps/blocks';
import { fit as fitStep, slackOf } from '../../../src/core/adapt/steps/fit';
import { opening } from '../../../src/core/adapt/steps/opening';
import { order } from '../../../src/core/adapt/steps/order';
import type { Source, Variant } from '../../../src/core/adapt/types';
import { count } from '../../../src/core/platforms/counters';
import type { Format } from '../../../src/core/platforms/pack';
import { graphemes } from '../../../src/core/text/grapheme';
import { utf8Length } from '../../../src/core/text/length';
import { allFormats, anyFormat, anySource, anyVoice, urls } from './anySource';

/** One run is one source for one format. */
const RUNS = Number(process.env.JUZHEN_PROPERTY_RUNS ?? 300);
const runs = { numRuns: RUNS };
/** Generous: the machine may be busy with other suites. */
const PATIENCE = 240_000;

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** The posts as pasted. */
const postsOf = (variant: Variant): readonly string[] => (variant.parts.length > 1 ? variant.parts : [variant.body]);

function blocksOf(source: Source, format: Format, voice = noVoice(source)): { draft: Draft; context: Context } {
  const context: Context = { source, format, voice, overrides: {}, keep: new Set() };
  const draft = [blocks, opening, order].reduce((current, step) => step(current, context), emptyDraft);
  return { draft, context };
}

describe('Adapting any source to any format', { timeout: PATIENCE }, () => {
  test('never goes over a hard limit of title, body, posts, digest, tags or images', () => {
    fc.assert(
      fc.property(anySource, anyFormat, anyVoice, (source, format, voice) => {
        const variant = adapt({ source, format, voice });
        const { limits, count: units } = format.format;
        for (const { field, unit, value, limit } of variant.counts)
          if (limit !== null) expect(value, `${format.ref} ${field} ${unit}`).toBeLessThanOrEqual(limit);
        if (variant.title !== null && limits.title_max !== undefined)
          expect(count(units.title, variant.title)).toBeLessThanOrEqual(limits.title_max);
        for (const post of postsOf(variant)) {
          const measured = units.bodyOn === 'html_source' ? (variant.extra.html ?? '') : post;
          const max = units.body === 'utf8_bytes' ? limits.body_max_bytes : limits.body_max;
          if (max !== undefined) expect(count(units.body, measured), format.ref).toBeLessThanOrEqual(max);
          if (limits.body_max_bytes !== undefined)
            expect(utf8Length(measured), format.ref).toBeLessThanOrEqual(limits.body_max_bytes);
          if (limits.total_max !== undefined)
            expect(count(units.body, (variant.title ?? '') + measured)).toBeLessThanOrEqual(limits.total_max);
        }
      }),
      runs,
    );
  });

  test('leaves every sentence of the source in the result or in the trace', () => {
    fc.assert(
      fc.property(anySource, anyFormat, anyVoice, (source, format, voice) => {
        const variant = adapt({ source, format, voice });
        const shown = lettersOf(`${variant.title ?? ''} ${variant.body}`);
        const traced = variant.trace.map((entry) => lettersOf(entry.before));
        const { draft } = blocksOf(source, format);
        for (const sentence of draft.all.flatMap((paragraph) => paragraph.sentences)) {
          const letters = lettersOf(sentence.source);
          const found = shown.includes(letters) || traced.some((before) => before.includes(letters));
          expect(found, `${format.ref}: ${sentence.source}`).toBe(true);
        }
      }),
      runs,
    );
  });

  test('never divides an address: every one it shows is one of the source', () => {
    fc.assert(
      fc.property(anySource, anyFormat, anyVoice, (source, format, voice) => {
        const variant = adapt({ source, format, voice });
        for (const post of postsOf(variant))
          for (const { index } of post.matchAll(/https?:\/\//g))
            expect(
              urls.some((url) => post.startsWith(url, index) && !/[A-Za-z0-9/]/.test(post.charAt(index + url.length))),
              `${format.ref}: ${post.slice(index, index + 60)}`,
            ).toBe(true);
      }),
      runs,
    );
  });

  test('never divides a grapheme: no cluster is shown that the source does not hold', () => {
    fc.assert(
      fc.property(anySource, anyFormat, (source, format) => {
        const { draft } = blocksOf(source, format);
        const known = new Set(
          [
            source.title,
            ...Object.values(source.brief),
            ...draft.all.flatMap((p) => p.sentences.map((s) => s.source)),
          ].flatMap((text) => [...graphemes(text.toLowerCase())]),
        );
        const variant = adapt({ source, format });
        // A tag of several words is joined with capitals, so a letter may change its case, never its parts.
        for (const cluster of graphemes(variant.body.toLowerCase()))
          if (/[\u200d\ufe0f\u20e3]|\p{Regional_Indicator}|\p{Emoji_Modifier}|\u0301/u.test(cluster))
            expect(known.has(cluster), `${format.ref} ${cluster}`).toBe(true);
      }),
      runs,
    );
  });

  test('keeps what is marked keep, or says that it cannot', () => {
    fc.assert(
      fc.property(anySource, anyFormat, anyVoice, (source, format, voice) => {
        const variant = adapt({ source, format, voice });
        if (variant.findings.some(({ code }) => code === 'cannot_fit')) return;
        const shown = lettersOf(variant.body);
        const rewritten = variant.trace.filter(
          ({ step }) => step === 'links' || step === 'tags' || step === 'mentions',
        );
        const { draft } = blocksOf(source, format);
        for (const paragraph of draft.all.filter(({ keep }) => keep))
          for (const sentence of paragraph.sentences) {
            const letters = lettersOf(sentence.source);
            const there =
              shown.includes(letters) || rewritten.some(({ before }) => lettersOf(before).includes(letters));
            expect(there, `${format.ref}: ${sentence.source}`).toBe(true);
          }
      }),
      runs,
    );
  });

  test('takes away nothing for length when the text fits', () => {
    fc.assert(
      fc.property(anySource, anyFormat, (source, format) => {
        const { draft, context } = blocksOf(source, format);
        const rooms = bodyRoom(context, draft.title);
        if (rooms.length > 0 && slackOf(draft, context, rooms).some((left) => left < 0)) return;
        const variant = adapt({ source, format });
        expect(variant.trace.filter(({ step }) => step === 'fit')).toEqual([]);
        expect(variant.parts.length).toBe(1);
      }),
      runs,
    );
  });

  test('is maximal: no sentence it took for length could return', () => {
    fc.assert(
      fc.property(
        anySource,
        fc.constantFrom(...allFormats.filter(({ format }) => !format.threads)),
        anyVoice,
        (source, format, voice) => {
          const { draft, context } = blocksOf(source, format, voice);
          const rooms = bodyRoom(context, draft.title);
          const fitted = fitStep(draft, context);
          if (fitted === draft) return;
          const hanging = fitted.trace
            .filter(({ reason }) => reason === 'heading_without_text')
            .map(({ before }) => before);
          let tried = 0;
          const stay = new Set(fitted.paragraphs.flatMap((paragraph) => paragraph.sentences));
          for (const paragraph of draft.paragraphs)
            for (const sentence of paragraph.sentences) {
              if (stay.has(sentence) || hanging.includes(sentence.source) || tried++ > 8) continue;
              const back = draft.paragraphs.flatMap((other) => {
                const sentences = other.sentences.filter((given) => given === sentence || stay.has(given));
                const shown =
                  sentences.length > 0 || (other.sentences.length === 0 && fitted.paragraphs.includes(other));
                return shown ? [{ ...other, sentences }] : [];
              });
              const slack = slackOf({ ...fitted, paragraphs: back }, context, rooms);
              expect(
                slack.some((left) => left < 0),
                `${format.ref}: ${sentence.source}`,
              ).toBe(true);
            }
        },
      ),
      runs,
    );
  });

  test('gives the same variant twice', () => {
    fc.assert(
      fc.property(anySource, anyFormat, anyVoice, (source, format, voice) => {
        expect(adapt({ source, format, voice })).toEqual(adapt({ source, format, voice }));
      }),
      { numRuns: Math.min(RUNS, 300) },
    );
  });

  test('separates tags from the text where the platform does', () => {
    fc.assert(
      fc.property(
        anySource,
        fc.constantFrom(...allFormats.filter(({ format }) => format.tags.where === 'apart')),
        (source, format) => {
          // `a##b#` leaves open which signs belong together.
          fc.pre(!JSON.stringify(source).includes('##'));
          const variant = adapt({ source, format });
          for (const tag of variant.tags.filter((name) => !/^\d+$/.test(name)))
            expect(variant.body.replace(/[A-Za-z0-9_]#/g, ' ')).not.toContain(`#${tag}`);
        },
      ),
      runs,
    );
  });

  test('survives text that is not text', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.string({
        unit: fc.constantFrom('\ud83d', '\ude00', '\u202e', '\u200b', 'ا', '#', '@', '{{', '}}', '\n', '。', '\0'),
        maxLength: 400,
      }),
    );
    fc.assert(
      fc.property(hostile, hostile, anyFormat, (title, text, format) => {
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
      runs,
    );
  });
});
