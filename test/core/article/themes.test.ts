import { describe, expect, it } from 'vitest';
import { adapt } from '../../../src/core/adapt/adapt';
import { noVoice } from '../../../src/core/adapt/draft';
import { contrast, readColour } from '../../../src/core/article/colours';
import {
  DAY_PAGE,
  DAY_TEXT,
  NIGHT_PAGE,
  NIGHT_TEXT,
  nightGround,
  nightInk,
  type Rgb,
} from '../../../src/core/article/nightColours';
import { readStyle } from '../../../src/core/article/styles';
import { articleRoles, themeIdOf, themeIds, themes } from '../../../src/core/article/themes';
import { aFormat, aSource } from '../adapt/aSource';

const partOf = (style: string, name: string): Rgb | null => {
  const value = readStyle(style).find(([known]) => known === name)?.[1];
  return value === undefined ? null : readColour(value);
};

/** Roles that stand inside others: their ink has to read on every ground it may meet. */
const within = {
  marker: ['item'],
  strong: ['text', 'quote', 'cell'],
  inline_code: ['text', 'quote'],
  note: ['text', 'quote', 'cell'],
} as const;

describe('themes of a WeChat article', () => {
  const pairs = themeIds.flatMap((id) =>
    articleRoles.flatMap((role) => {
      const around = role in within ? within[role as keyof typeof within] : [role];
      return around.map((ground) => ({ id, role, ground }));
    }),
  );

  it.each(pairs)('$id: $role reads on the ground of $ground by day and at night', ({ id, role, ground }) => {
    const under = partOf(themes[id][ground], 'background-color');
    const ink = partOf(themes[id][role], 'color') ?? partOf(themes[id][ground], 'color');
    expect(contrast(ink ?? DAY_TEXT, under ?? DAY_PAGE)).toBeGreaterThanOrEqual(4.5);
    const dark = under === null ? NIGHT_PAGE : nightGround(under);
    // Text without a colour of its own on a ground is read as the day's text colour, as WeChat does.
    const lit = ink === null && under === null ? NIGHT_TEXT : nightInk(ink ?? DAY_TEXT, dark);
    expect(contrast(lit, dark)).toBeGreaterThanOrEqual(4.5);
  });

  it('leave out no role that a plain article has, and take no more letters than a long article can spare', () => {
    for (const id of themeIds)
      for (const role of articleRoles) expect(themes[id][role].length, `${id} ${role}`).toBeLessThanOrEqual(190);
    for (const id of themeIds) expect(themes[id].text.length, id).toBeLessThanOrEqual(40);
  });

  it('are the variant’s own, else its account’s, else plain; an unknown name is passed over', () => {
    expect(themeIdOf('clay', 'pine')).toBe('clay');
    expect(themeIdOf('', 'pine')).toBe('pine');
    expect(themeIdOf('nothing like it', undefined, null)).toBe('plain');
  });

  it('are measured with the text: a long one fills its room in each of them, and none goes over', () => {
    const long = aSource({
      blocks: Array.from({ length: 400 }, (_, at) =>
        at % 4 === 0
          ? { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: `第${at}盏` }] }
          : `第${at}盏灯在江边亮了一夜，没有人去关它，也没有人问起它的来历。`,
      ),
    });
    const format = aFormat('wechat_oa/article');
    for (const theme of themeIds) {
      const { counts, extra } = adapt({ source: long, format, theme });
      const limit = format.format.limits.body_max ?? 0;
      expect(counts.find(({ field }) => field === 'body')?.value, theme).toBeLessThanOrEqual(limit);
      expect([...(extra.html ?? '')].length, theme).toBeGreaterThan(limit - 400);
    }
  });

  it('change the HTML and its count, never the words', () => {
    const source = aSource({ title: '数灯', blocks: ['老周只数灯。', '六个人跟着他。'] });
    const format = aFormat('wechat_oa/article');
    const made = themeIds.map((theme) => adapt({ source, format, theme }));
    expect(new Set(made.map(({ body }) => body)).size).toBe(1);
    const voiced = adapt({ source, format, voice: { ...aVoice, theme: 'inkline' } });
    expect(voiced.extra.html).toBe(made[1]?.extra.html);
    expect(voiced.extra.html).not.toBe(made[0]?.extra.html);
    for (const { extra, counts } of made)
      expect(counts.find(({ field }) => field === 'body')?.value).toBe([...(extra.html ?? '')].length);
  });
});

const aVoice = noVoice({ lang: 'zh' });

describe('colours at night', () => {
  it.each([
    ['a white ground becomes the dark page', nightGround([255, 255, 255]), [25, 25, 25]],
    ['a light grey ground becomes a dark grey', nightGround([245, 245, 245]), [35, 35, 35]],
    ['a pale tint is dimmed, not darkened', nightGround([232, 245, 240]), [183, 194, 190]],
    ['a deep colour stays', nightGround([50, 64, 143]), [50, 64, 143]],
    ['black ink is lifted, not to white', nightInk([0, 0, 0]), [163, 163, 163]],
    ['white ink stays', nightInk([255, 255, 255]), [255, 255, 255]],
    ['ink of the middle stays, however badly it reads', nightInk([95, 103, 116]), [95, 103, 116]],
  ] as const)('%s', (_, made, expected) => {
    expect(made).toEqual(expected);
  });
});
