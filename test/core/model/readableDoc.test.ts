import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { docSchema } from '../../../src/core/model/doc';
import { isReadableDoc } from '../../../src/core/model/readableDoc';

/** Values at the edges of every rule: most combinations are nearly a body, many are one. */
const odd = fc.constantFrom<unknown>(
  ...[undefined, null, '', '夜', '夜\ud83d', 'x'.repeat(40), 'x'.repeat(41), 'x'.repeat(81), 'x'.repeat(201)],
  ...['y'.repeat(4_096), 'y'.repeat(4_097), 0, 1, 4, 5, 1.5, 2 ** 60, -1, true, false, [], {}, ['weibo/post'], [7]],
  Array.from({ length: 65 }, () => 'x'),
);
/** An object of which each member is as it should be, mostly; else something odd, or not there. */
const members = (spec: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<unknown> =>
  fc
    .record(
      Object.fromEntries(
        Object.entries(spec).map(([name, good]) => [
          name,
          fc.oneof({ weight: 24, arbitrary: good }, { weight: 1, arbitrary: odd }),
        ]),
      ),
    )
    .map((made) => JSON.parse(JSON.stringify(made)) as unknown);

const switches = { keep: fc.boolean(), lead: fc.boolean(), optional: fc.boolean() };
const marks = members({
  id: fc.constantFrom('a1', null),
  only: fc.constant(['weibo']),
  not: fc.constant([]),
  ...switches,
});
const absent = fc.constant(undefined);
const attrs = fc.oneof(absent, marks);
const mark = fc.oneof(
  members({ type: fc.constantFrom('bold', 'italic', 'strike', 'code', 'underline', 'glow') }),
  members({ type: fc.constant('link'), attrs: members({ href: fc.constant('https://example.com') }) }),
);
const token = members({ id: fc.constant('t1'), label: fc.constantFrom('夜拍', null) });
const inline = fc.oneof(
  members({
    type: fc.constant('text'),
    text: fc.constant('江边'),
    marks: fc.oneof(absent, fc.array(mark, { maxLength: 9 })),
  }),
  members({ type: fc.constantFrom('hardBreak', 'sparkle'), attrs }),
  members({ type: fc.constantFrom('hashtag', 'mention'), attrs: token }),
  members({ type: fc.constant('field'), attrs: members({ name: fc.constant('deadline') }) }),
);
const content = fc.oneof(absent, fc.array(inline, { maxLength: 3 }));
const withMarks = (more: Readonly<Record<string, fc.Arbitrary<unknown>>>) =>
  members({ id: fc.constant('b1'), ...more });
const { block } = fc.letrec<{ block: unknown }>((tie) => {
  const blocks = fc.array(tie('block'), { maxLength: 2 });
  const items = fc.array(members({ type: fc.constant('listItem'), content: blocks }), { maxLength: 2 });
  return {
    block: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      members({ type: fc.constantFrom('paragraph', 'poll'), attrs, content }),
      members({ type: fc.constant('heading'), attrs: withMarks({ level: fc.constantFrom(1, 2, 3, 4) }), content }),
      members({ type: fc.constant('horizontalRule'), attrs }),
      members({ type: fc.constant('codeBlock'), attrs, content: fc.constant([{ type: 'text', text: 'a' }]) }),
      members({ type: fc.constant('image'), attrs: withMarks({ src: fc.constant('a_1') }) }),
      members({ type: fc.constant('blockquote'), attrs, content: blocks }),
      members({ type: fc.constant('bulletList'), attrs, content: items }),
      members({
        type: fc.constant('orderedList'),
        attrs: fc.oneof(absent, withMarks({ start: fc.constant(3) })),
        content: items,
      }),
    ),
  };
});

describe('asking whether a body can be read', () => {
  it('answers as the schema does, whatever a file says', () => {
    const found = { readable: 0, other: 0 };
    fc.assert(
      fc.property(members({ type: fc.constant('doc'), content: fc.array(block, { maxLength: 3 }) }), (doc) => {
        const expected = docSchema.safeParse(doc).success;
        found[expected ? 'readable' : 'other'] += 1;
        expect(isReadableDoc(doc)).toBe(expected);
      }),
      { numRuns: 1_500 },
    );
    // Both kinds were met often.
    expect(Math.min(found.readable, found.other)).toBeGreaterThan(100);
  });

  it('leaves to the schema what is longer, wider or deeper than usual', () => {
    const paragraph = { type: 'paragraph' };
    const nested = (levels: number): unknown =>
      levels === 0 ? paragraph : { type: 'blockquote', content: [nested(levels - 1)] };
    const wide = (count: number) => ({ type: 'doc', content: Array.from({ length: count }, () => paragraph) });
    for (const doc of [wide(501), wide(10_000), { type: 'doc', content: [nested(60)] }])
      expect(isReadableDoc(doc)).toBe(true);
    const start = {
      type: 'orderedList',
      attrs: { start: 2 ** 60 },
      content: [{ type: 'listItem', content: [paragraph] }],
    };
    for (const doc of [{ type: 'doc', content: [start] }, wide(10_001), null, [], 'doc', { type: 'doc' }])
      expect(isReadableDoc(doc)).toBe(false);
  });
});
