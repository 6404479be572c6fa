import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adapt } from '../../../src/core/adapt/adapt';
import { parseShots, printShots } from '../../../src/core/adapt/shotText';
import { secondsToSay } from '../../../src/core/adapt/speech';
import { lineWidth, subtitleLines } from '../../../src/core/adapt/subtitleLines';
import { halfWidths } from '../../../src/core/text/length';
import { allFormats, anySource } from './anySource';
import { adaptTo, aFormat, aSource, p } from './aSource';

describe('An article for WeChat', () => {
  const formats = allFormats.filter(({ format }) => format.markup === 'wechat_html');

  test('carries inline styles only, and nothing the editor would drop', () => {
    fc.assert(
      fc.property(anySource, fc.constantFrom(...formats), (source, format) => {
        const html = adapt({ source, format }).extra.html ?? '';
        expect(html).not.toMatch(/<[^>]*\s(class|id|on\w+|data-\w+)=/i);
        expect(html).not.toMatch(/<(script|style|link|iframe|a|svg)\b/i);
        expect(html).not.toMatch(/style="[^"]*(position|var\(|url\(|;\s*$)/i);
        for (const [, name = ''] of html.matchAll(/<\/?([a-z0-9]+)/g))
          expect([
            'p',
            'h1',
            'h2',
            'h3',
            'h4',
            'table',
            'tr',
            'td',
            'span',
            'blockquote',
            'pre',
            'hr',
            'img',
            'br',
            'sup',
            'strong',
            'em',
            's',
            'code',
            'u',
          ]).toContain(name);
      }),
      { numRuns: 200 },
    );
  });

  test('is counted on its source and stays under 20,000, however long the piece', () => {
    const variant = adaptTo(
      'wechat_oa/article',
      aSource({
        blocks: Array.from(
          { length: 900 },
          (_, index) => `第 ${index} 段写的是同一条街上的另外一盏灯，以及灯下面坐着的那个人。`,
        ),
      }),
    );
    const counted = variant.counts.find(({ field }) => field === 'body');
    expect(counted?.value).toBe(variant.extra.html?.length);
    expect(counted?.value).toBeLessThanOrEqual(19_999);
    expect(counted?.value).toBeGreaterThan(19_800);
  });

  test('writes each list item as one paragraph, marks as tags, and what people typed as text', () => {
    const { extra } = adaptTo(
      'wechat_oa/article',
      aSource({
        images: [{ src: 'a"1', name: 'a', alt: '灯 <b>', mime: 'image/jpeg', width: 1, height: 1, bytes: 1 }],
        blocks: [
          {
            type: 'bulletList',
            content: [
              { type: 'listItem', content: [p('面馆')] },
              { type: 'listItem', content: [p('修车摊')] },
            ],
          },
          { type: 'paragraph', content: [{ type: 'text', text: '<script>', marks: [{ type: 'bold' }] }] },
          { type: 'image', attrs: { src: 'a"1' } },
        ],
      }),
    );
    expect(extra.html?.replace(/ style="[^"]+"/g, '')).toBe(
      '<p>• 面馆</p><p>• 修车摊</p><p><strong>&lt;script&gt;</strong></p><p><img src="a&quot;1" alt="灯 &lt;b&gt;"></p>',
    );
  });

  test('has a digest of whole sentences within the limit', () => {
    expect(adaptTo('wechat_oa/article', aSource({ blocks: ['第一句。第二句。'] })).extra.digest).toBe(
      '第一句。第二句。',
    );
    const { digest } = adaptTo('weibo/article', aSource({ blocks: [`${'很长的一句'.repeat(20)}。短的 3 句。`] })).extra;
    expect(digest).toBe('短的 3 句。');
  });
});

describe('A video', () => {
  test('gets a script: the hook first, pictures from the piece, seconds at the stated rate', () => {
    const source = aSource({
      images: [{ src: 'a', name: 'a', alt: '巷口的面馆', mime: 'image/jpeg', width: 1, height: 1, bytes: 1 }],
      blocks: [
        '夜里十点以后，还有哪盏灯亮着？',
        { type: 'image', attrs: { src: 'a' } },
        '卖炒粉的还在，一份 12 元。@汀岸 说#夜拍#见 https://tingan.example/a 。',
      ],
    });
    const { extra } = adaptTo('douyin/video', source);
    expect(extra.script?.[0]).toEqual({
      seconds: 3,
      picture: '巷口的面馆',
      voice: '夜里十点以后，还有哪盏灯亮着？',
      caption: '还有哪盏灯亮着？',
    });
    expect(extra.script?.[1]?.voice).toBe('卖炒粉的还在，一份 12 元。');
    expect(extra.script?.[1]?.caption).toBe('一份 12 元');
    for (const shot of extra.script ?? []) expect(shot.seconds).toBe(Math.max(2, Math.ceil(secondsToSay(shot.voice))));
  });

  test('takes no longer to say than the format allows; what is not said is in the trace', () => {
    const source = aSource({
      blocks: Array.from({ length: 60 }, (_, index) => `第 ${index} 盏灯在第 ${index} 条街上亮着。`),
    });
    const variant = adaptTo('facebook/reel', source);
    const total = (variant.extra.script ?? []).reduce((sum, { seconds }) => sum + seconds, 0);
    expect(total).toBeLessThanOrEqual(90);
    expect(total).toBeGreaterThan(60);
    expect(variant.trace.filter(({ reason }) => reason === 'too_long_to_say').length).toBeGreaterThan(20);
  });

  test('has subtitles that cover the script without gaps and respect the width of a line', () => {
    fc.assert(
      fc.property(
        anySource,
        fc.constantFrom(...allFormats.filter(({ format }) => format.family === 'video')),
        (source, format) => {
          const { script = [], srt = '' } = adapt({ source, format }).extra;
          const cues = srt.split('\n\n').filter((cue) => cue.trim() !== '');
          let before = '00:00:00,000';
          for (const [index, cue] of cues.entries()) {
            const [number, times = '', line = '', ...more] = cue.trimEnd().split('\n');
            const [from = '', to = ''] = times.split(' --> ');
            expect([number, more]).toEqual([String(index + 1), []]);
            expect(from >= before && to >= from, times).toBe(true);
            expect(halfWidths(line) <= lineWidth[source.lang] || line.length <= 12, line).toBe(true);
            before = to;
          }
          if (script.length === 0) expect(srt).toBe('');
        },
      ),
      { numRuns: 200 },
    );
  });

  test('breaks subtitle lines at clauses, then between words, never before a closing mark', () => {
    expect(subtitleLines('卖炒粉的，修车的，值班的护士站，等女儿下晚自习的那扇窗。', 'zh')).toEqual([
      '卖炒粉的，修车的，值班的护士站，',
      '等女儿下晚自习的那扇窗。',
    ]);
    expect(subtitleLines('The window waiting for a daughter to come home from her evening class', 'en')).toEqual([
      'The window waiting for a daughter to come',
      'home from her evening class',
    ]);
    for (const line of subtitleLines('灯'.repeat(39).concat('。'), 'zh')) expect(line.startsWith('。')).toBe(false);
  });

  test('has a cover line short enough to read', () => {
    expect(adaptTo('douyin/video', aSource({ title: '凌晨一点的面，和还亮着的那盏灯，都在等人' })).extra.cover).toBe(
      '凌晨一点的面',
    );
  });
});

test('A script written as text reads back as it was', () => {
  const word = fc.constantFrom('灯', 'a b', 'x|y', '\\', '');
  const shot = fc.record({
    seconds: fc.integer({ min: 1, max: 600 }),
    picture: word,
    voice: fc.constantFrom('夜里十点。', 'a|b'),
    caption: word,
  });
  fc.assert(
    fc.property(fc.array(shot, { minLength: 1, maxLength: 5 }), (script) => {
      expect(parseShots(printShots(script))).toEqual(script);
    }),
  );
});

test('Every format gives a variant of a plain piece whose counts name each field, unit and limit once', () => {
  for (const { ref } of allFormats) {
    const variant = adaptTo(ref, aSource({ tags: ['夜拍'], link: 'https://tingan.example/a' }));
    const keys = variant.counts.map(({ field, unit, limit }) => `${field}/${unit}/${limit}`);
    expect(new Set(keys).size, ref).toBe(keys.length);
    expect(
      variant.counts.some(({ field }) => field === 'body'),
      ref,
    ).toBe(true);
    expect(variant.counts.some(({ field }) => field === 'title')).toBe(variant.title !== null);
    expect(variant.title === null).toBe(aFormat(ref).format.title !== 'field');
  }
});
