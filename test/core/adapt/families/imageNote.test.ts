import { describe, expect, test } from 'vitest';
import type { SourceImage } from '../../../../src/core/adapt/types';
import { adaptTo, aSource } from '../aSource';

const image = (src: string, width: number, height: number, more: Partial<SourceImage> = {}): SourceImage => ({
  src,
  name: `${src}.jpg`,
  alt: '一盏灯',
  mime: 'image/jpeg',
  width,
  height,
  bytes: 1_000,
  ...more,
});

describe('A note of pictures', () => {
  test('begins with the cover of the piece, wherever that stands in the text', () => {
    const { extra } = adaptTo(
      'xiaohongshu/note_image',
      aSource({
        images: [image('cover', 3, 4), image('a', 3, 4)],
        blocks: [{ type: 'image', attrs: { src: 'a' } }, '灯。', { type: 'image', attrs: { src: 'cover' } }],
      }),
    );
    expect(extra.images).toEqual(['cover', 'a']);
  });

  test('cuts every picture to the ratio of the first, around its own focal point', () => {
    const { extra } = adaptTo(
      'douyin/image_text',
      aSource({ images: [image('a', 900, 1600), image('b', 1600, 900, { focalX: 1000, focalY: 500 })] }),
    );
    expect(extra.slots).toEqual([
      { asset: 'a', ratio: '9:16', focal: { x: 500, y: 500 }, crop: null },
      {
        asset: 'b',
        ratio: '9:16',
        focal: { x: 1000, y: 500 },
        crop: { left: 1600 - 506, top: 0, width: 506, height: 900 },
      },
    ]);
    expect(extra.covers?.map(({ place, ratio }) => [place, ratio])).toEqual([['first', '3:4']]);
  });

  test('lists its topics apart, as they are typed', () => {
    const { extra } = adaptTo('xiaohongshu/note_image', aSource({ tags: ['夜拍', '长沙'] }));
    expect(extra.topics).toEqual(['#夜拍', '#长沙']);
    expect(adaptTo('weibo/post', aSource({ tags: ['夜拍'] })).extra.topics).toBeUndefined();
  });
});

test('Pictures of a post each take the ratio that cuts the least off; an article keeps them whole', () => {
  const images = [image('a', 900, 900), image('b', 1600, 900)];
  expect(adaptTo('weibo/post', aSource({ images })).extra.slots?.map(({ ratio }) => ratio)).toEqual(['1:1', '16:9']);
  expect(adaptTo('wechat_oa/article', aSource({ images })).extra.slots).toBeUndefined();
});
