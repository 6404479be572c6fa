import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseChapters, printChapters } from '../../../../src/core/adapt/chapters';
import { adaptTo, aFormat, aSource, reasonsOf } from '../aSource';

const h = (text: string) => ({
  type: 'heading' as const,
  attrs: { level: 2 as const },
  content: [{ type: 'text' as const, text }],
});
const long = '巷口的面馆还开着，老板娘把门口那盏灯又擦了一遍，问我们是不是拍广告的，我们说不是，是来数灯的，她笑了。';

describe('A film', () => {
  test('states the rate its seconds come from, and what the format allows', () => {
    const { extra } = adaptTo('facebook/reel', aSource({ blocks: [long] }));
    expect(extra.timing).toEqual({
      seconds: (extra.script ?? []).reduce((sum, { seconds }) => sum + seconds, 0),
      rate: { han: 4.5, words: 2.5 },
      min: 3,
      max: 90,
    });
    const slow = adaptTo('facebook/reel', aSource({ blocks: [long] }), { format: { speech: { han: 3, words: 2 } } });
    expect(slow.extra.timing?.seconds).toBeGreaterThan(extra.timing?.seconds ?? 0);
  });

  test('opens with its title where the first sentence takes long to say, without what stands in brackets', () => {
    const variant = adaptTo('douyin/video', aSource({ title: '数完四十七盏灯（上）', blocks: [long] }));
    expect(variant.extra.script?.[0]?.voice).toBe('数完四十七盏灯');
    expect(reasonsOf(variant)).toContain('title_as_hook');
  });

  test('keeps the opening a person marked as the lead, or one that is short', () => {
    const marked = {
      type: 'paragraph' as const,
      attrs: { lead: true },
      content: [{ type: 'text' as const, text: long }],
    };
    for (const block of [marked, '还有哪盏灯亮着？']) {
      const variant = adaptTo('douyin/video', aSource({ title: '数灯', blocks: [block] }));
      expect(reasonsOf(variant)).not.toContain('title_as_hook');
    }
  });

  test('has chapters from its headings, the first at nought, none shorter than the platform takes', () => {
    const blocks = ['开场。', h('面馆'), long, h('一句'), '短。', h('改题'), long, h('回家'), long];
    const { extra } = adaptTo('youtube/video', aSource({ title: '数灯', blocks }));
    expect(extra.chapters?.map(({ title }) => title)).toEqual(['面馆', '改题', '回家']);
    expect(extra.chapters?.[0]?.at).toBe(0);
    expect(printChapters(extra.chapters ?? [])).toMatch(/^0:00 面馆\n0:\d\d 改题\n/);
  });

  test('says why it has none: too few, or no room in the description that takes them', () => {
    expect(reasonsOf(adaptTo('youtube/video', aSource({ blocks: [h('面馆'), long] })))).toContain('too_few_chapters');
    const blocks = ['开', '合', '转'].flatMap((name) => [h(name), long]);
    const { limits } = aFormat('youtube/video').format;
    const body = adaptTo('youtube/video', aSource({ blocks })).body;
    const full = { ...limits, body_max_bytes: new TextEncoder().encode(body).length };
    const variant = adaptTo('youtube/video', aSource({ blocks }), { format: { limits: full } });
    expect(variant.extra.chapters).toBeUndefined();
    expect(reasonsOf(variant)).toContain('no_room_chapters');
  });

  test('takes the chapters a person wrote', () => {
    const { extra } = adaptTo('bilibili/video', aSource(), {
      overrides: { chapters: '0:00 出发\n1:02:05 改题\n没有时间' },
    });
    expect(extra.chapters).toEqual([
      { at: 0, title: '出发' },
      { at: 3725, title: '改题' },
      { at: 3725, title: '没有时间' },
    ]);
  });

  test('shows as many lines of subtitles at a time, as wide, as its format does', () => {
    const { extra } = adaptTo('douyin/video', aSource({ title: '', blocks: [long] }), {
      format: { subtitles: { lineWidth: 12, lines: 2 } },
    });
    const cues = (extra.srt ?? '').split('\n\n').map((cue) => cue.trimEnd().split('\n').slice(2));
    expect(cues[0]).toHaveLength(2);
    for (const line of cues.flat()) expect([...line].length).toBeLessThanOrEqual(6);
  });
});

test('Chapters written as text read back as they were', () => {
  const chapter = fc.record({
    at: fc.integer({ min: 0, max: 90_000 }),
    title: fc.constantFrom('', '灯', 'a b', '1:05 夜', '12'),
  });
  fc.assert(
    fc.property(fc.array(chapter, { maxLength: 5 }), (chapters) => {
      expect(parseChapters(printChapters(chapters))).toEqual(chapters);
    }),
    { numRuns: 300 },
  );
});
