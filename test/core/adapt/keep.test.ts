import { describe, expect, it } from 'vitest';
import { canKeep } from '../../../src/core/adapt/keep';
import type { Source, SourceImage, TraceEntry, Variant, Voice } from '../../../src/core/adapt/types';
import type { BlockNode } from '../../../src/core/model/doc';
import type { FormatPack } from '../../../src/core/platforms/pack';
import { adaptTo, aSource, p } from './aSource';

type Case = {
  readonly ref: string;
  readonly source: Source;
  readonly voice?: Partial<Voice>;
  readonly format?: Partial<FormatPack>;
  /** Where what was kept must stand. */
  readonly stands: (variant: Variant, kept: string) => boolean;
};

const heading = (text: string): BlockNode => ({
  type: 'heading',
  attrs: { level: 2 },
  content: [{ type: 'text', text }],
});
const long = Array.from({ length: 40 }, (_, at) => `第${at}盏灯在江边亮了一夜，没有人去关它。`);
const inBody = (variant: Variant, kept: string): boolean => variant.body.includes(kept);
const picture = (name: string): SourceImage => ({
  src: `${name}.jpg`,
  name,
  alt: '',
  mime: 'image/jpeg',
  width: 1200,
  height: 900,
  bytes: 9_000,
});

const cases: Readonly<Record<string, Case>> = {
  only_elsewhere: {
    ref: 'weibo/post',
    source: aSource({ blocks: ['都看。', p('只给推特。', { only: ['x'] })] }),
    stands: inBody,
  },
  not_here: {
    ref: 'weibo/post',
    source: aSource({ blocks: ['都看。', p('微博不发。', { not: ['weibo'] })] }),
    stands: inBody,
  },
  same_as_title: { ref: 'zhihu/article', source: aSource({ blocks: [heading('今晚开拍'), '正文。'] }), stands: inBody },
  no_title_here: { ref: 'weibo/post', source: aSource(), format: { title: 'none' }, stands: inBody },
  heading_without_text: {
    ref: 'zhihu/article',
    source: aSource({ blocks: ['正文。', heading('空小标题')] }),
    stands: inBody,
  },
  optional_first: {
    ref: 'xiaohongshu/note_image',
    source: aSource({
      blocks: [
        p(
          '可省的一句，它要占掉不少地方，所以放不下的时候先去掉它，别的都还在，一个字也没有动，读的人不会觉得少了什么。',
          { optional: true },
        ),
        ...long,
      ],
    }),
    format: { limits: { title_max: 20, body_max: 300 } },
    stands: inBody,
  },
  repetition: {
    ref: 'xiaohongshu/note_image',
    source: aSource({ blocks: [...long.slice(0, 20), long[3] ?? ''] }),
    format: { limits: { title_max: 20, body_max: 300 } },
    stands: inBody,
  },
  too_long: {
    ref: 'xiaohongshu/note_image',
    source: aSource({ blocks: long }),
    format: { limits: { title_max: 20, body_max: 300 } },
    stands: inBody,
  },
  tier_without_asides: {
    ref: 'wechat_private/wecom_group',
    source: aSource({ blocks: ['今晚开门。', p('门口那条路在修。', { optional: true })] }),
    voice: { tier: { tier: 'active', tone: '', earlyHours: 0 } },
    stands: inBody,
  },
  too_long_to_say: {
    ref: 'douyin/video',
    source: aSource({ blocks: long }),
    format: { limits: { video_max_s: 30, body_max: 5_000 } },
    stands: ({ extra }, kept) => (extra.script ?? []).some(({ voice }) => voice.includes(kept.replace(/。$/, ''))),
  },
  link_not_clickable: {
    ref: 'xiaohongshu/note_image',
    source: aSource({ link: 'https://tingan.example.com/lamps' }),
    stands: inBody,
  },
  too_many_tags: {
    ref: 'xiaohongshu/note_image',
    source: aSource({ tags: ['夜拍', '渡船', '江边'] }),
    format: { limits: { tags_max: 2 } },
    stands: ({ tags }, kept) => tags.includes(kept),
  },
  tags_too_long: {
    ref: 'youtube/video',
    source: aSource({ tags: ['夜拍', '一个很长很长的标签'] }),
    format: { limits: { tags_total_max: 11 } },
    stands: ({ tags }, kept) => tags.includes(kept),
  },
  too_many_images: {
    ref: 'xiaohongshu/note_image',
    source: aSource({ images: ['甲', '乙', '丙'].map(picture) }),
    format: { limits: { images_max: 2 } },
    stands: ({ extra }, kept) => extra.images?.includes(`${kept}.jpg`) === true,
  },
};

const removed = ({ trace }: Variant, reason: string): TraceEntry | undefined =>
  trace.find((entry) => entry.action === 'removed' && entry.reason === reason);

describe('keeping what was removed', () => {
  it.each(Object.entries(cases))('brings back what went for %s', (reason, { ref, source, voice, format, stands }) => {
    const more = { ...(voice === undefined ? {} : { voice }), ...(format === undefined ? {} : { format }) };
    const entry = removed(adaptTo(ref, source, more), reason);
    expect(entry, 'something was removed').toBeDefined();
    if (entry === undefined) return;
    expect(canKeep(entry)).toBe(true);
    const kept = adaptTo(ref, source, { ...more, keep: [entry.before] });
    expect(kept.trace.filter((other) => other.action === 'removed' && other.before === entry.before)).toEqual([]);
    expect(stands(kept, entry.before)).toBe(true);
  });

  it('writes out a sentence that was nothing but an address, where the platform has no links', () => {
    const source = aSource({ blocks: ['规则在这里。', 'https://tingan.example.com/rules'] });
    const entry = removed(adaptTo('xiaohongshu/note_image', source), 'link_not_clickable');
    expect(entry?.before).toBe('https://tingan.example.com/rules');
    const kept = adaptTo('xiaohongshu/note_image', source, { keep: [entry?.before ?? ''] });
    expect(kept.body).toContain('https://tingan.example.com/rules');
  });

  it('offers no button where keeping could do nothing', () => {
    const variant = adaptTo('x/post', aSource({ blocks: [`没有停顿的一句${'灯'.repeat(400)}。`, '短的。'] }));
    const entry = removed(variant, 'sentence_too_long');
    expect(entry === undefined ? null : canKeep(entry)).toBe(false);
  });
});
