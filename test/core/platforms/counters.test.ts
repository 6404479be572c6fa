import fc from 'fast-check';
import twitter from 'twitter-text';
import { describe, expect, it } from 'vitest';
import { countBy, counters, ruleIds } from '../../../src/core/platforms/counters/index';
import { counterIds } from '../../../src/core/platforms/pack';
import vectors from '../../fixtures/platforms/counting-vectors.json';
import conformance from '../../fixtures/platforms/twitter-text-conformance.json';
import { hostileText } from '../text/hostile';

type Vector = { readonly text?: string; readonly tags?: readonly string[]; readonly label?: string } & Readonly<
  Record<string, unknown>
>;

/** The column of a vector that holds the figure, per rule; the plain units stand side by side in one table. */
const columns: Readonly<Record<string, readonly (readonly [rule: string, column: string])[]>> = {
  bluesky: [
    ['bluesky', 'graphemes'],
    ['utf8_bytes', 'utf8_bytes'],
  ],
  generic_units: ['code_points', 'utf16_units', 'graphemes', 'utf8_bytes', 'half_width_ceil'].map(
    (unit) => [unit, unit] as const,
  ),
  youtube_tags: [['youtube_tags', 'count_with_commas']],
};

const cases = Object.entries(vectors.rules).flatMap(([id, rule]) =>
  (rule.vectors as readonly Vector[]).flatMap((vector) =>
    (columns[id] ?? [[id, 'count'] as const]).map(([name, column]) => ({
      rule: name,
      item: vector.tags ?? vector.text,
      expected: vector[column],
      label: vector.label ?? JSON.stringify(vector.tags ?? vector.text).slice(0, 40),
    })),
  ),
);

describe('counting rules', () => {
  it('hold every published vector', () => {
    expect(cases.length).toBeGreaterThan(120);
    for (const { rule, item, expected, label } of cases) {
      expect(countBy(rule, item), `${rule}: ${label}`).toBe(expected);
    }
  });

  it('exist for every unit a pack may name, and answer null for anything else', () => {
    for (const id of counterIds) expect(ruleIds).toContain(id);
    expect(countBy('no_such_rule', 'text')).toBeNull();
    expect(countBy('toString', 'text')).toBeNull();
    expect(countBy('code_points', ['text'])).toBeNull();
    expect(countBy('youtube_tags', 'text')).toBeNull();
  });

  it('hold the conformance cases published with the reference library for X', () => {
    expect(conformance.cases).toHaveLength(24);
    for (const { description, text, weightedLength, valid } of conformance.cases) {
      const whole = text.map((piece) =>
        typeof piece === 'string' ? piece : String(piece[0]).repeat(Number(piece[1])),
      );
      expect(counters.twitter_v3(whole.join('')), description).toBe(weightedLength);
      // The one case that is invalid for another reason than its length carries characters no post may hold.
      if (!whole.join('').includes('\uFFFF')) expect(weightedLength <= 280, description).toBe(valid);
    }
  });

  it('agree with the reference library for X on any text', () => {
    const emojiText = fc
      .array(
        fc.constantFrom(
          ...'👨 👩 👦 👧 ❤ 💋 🏽 🏳 🌈 🏴 ☠ 👁 🗨 🏋 🕵 ⛹ 🏃 👮 👯 🧞 🤷 🖐 ☝ ✌ 🦸 🧑 🦰 🧕 🙋 ♀ ♂ ⚕ ⚖ ✈ 🚀 ✨ 🫠 ☺ ⭐ ™ © # 1 * 🇨 🇳 🇺 🇸 🇦 🇬 a 米'.split(
            ' ',
          ),
          '\u200d',
          '\ufe0f',
          '\ufe0e',
          '\u20e3',
          ' ',
          '🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}',
          'mi.com',
          '👩‍💻',
          '❤️‍🔥',
          '👨‍👩‍👧‍👦',
          '1️⃣',
        ),
        { maxLength: 12 },
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(emojiText, hostileText), (text) => {
        expect(counters.twitter_v3(text)).toBe(twitter.parseTweet(text).weightedLength);
      }),
      { numRuns: 20_000 },
    );
  }, 60_000);

  it('never throw, never count below nothing, and never count an addition as less, for plain units', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (left, right) => {
        for (const id of counterIds) expect(counters[id](left)).toBeGreaterThanOrEqual(0);
        for (const id of ['code_points', 'utf16_units', 'graphemes', 'utf8_bytes', 'half_width'] as const) {
          expect(counters[id](`${left} ${right}`)).toBeGreaterThanOrEqual(counters[id](left));
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('read Weibo addresses as the composer does', () => {
    expect(counters.weibo_half('看https://www.mi.com/su7很好')).toBe(1 + 10 + 2);
    expect(counters.weibo_half('http://t.cn/A6abcdEF')).toBe(10);
    expect(counters.weibo_half(`http://weibo.com/${'a'.repeat(60)}`)).toBe(10);
    expect(counters.weibo_half('\u0080\u0081')).toBe(2);
  });

  it('count Mastodon addresses and mentions only where they become links', () => {
    expect(counters.mastodon('aahttp://mi.com')).toBe(15);
    expect(counters.mastodon('mi.com')).toBe(6);
    expect(counters.mastodon(`http://example.com/valid?${'#foo?'.repeat(1000)}`)).toBe(5025);
    expect(counters.mastodon(`@alice@${'b'.repeat(500)}.com`)).toBe(511);
    expect(counters.mastodon('🏳️‍⚧️'.repeat(500))).toBe(500);
    expect(counters.mastodon('a@alice@example.com')).toBe(19);
  });
});
