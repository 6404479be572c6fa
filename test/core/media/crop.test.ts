import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cropAround, fitWithin, nearestRatio, ratioOf } from '../../../src/core/media/crop';
import { MAX_EDGE, pictureWork } from '../../../src/core/media/pictureWork';

const side = fc.integer({ min: 1, max: 20_000 });
const thousandths = fc.integer({ min: 0, max: 1000 });
const ratio = fc.constantFrom('1:1', '3:4', '4:5', '16:9', '9:16', '2.35:1');

describe('cutting a picture to a ratio', () => {
  test('reads ratios, whole and with a point, and nothing else', () => {
    expect(['3:4', '2.35:1', '1:0', '0:1', 'wide', '-1:2', '1:2:3'].map(ratioOf)).toEqual([
      0.75,
      2.35,
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  test('takes the ratio that cuts the least off', () => {
    const weibo = ['1:1', '3:4', '16:9'];
    expect(nearestRatio({ width: 1600, height: 900 }, weibo)).toBe(16 / 9);
    expect(nearestRatio({ width: 900, height: 1600 }, weibo)).toBe(3 / 4);
    expect(nearestRatio({ width: 1000, height: 990 }, weibo)).toBe(1);
    expect(nearestRatio({ width: 1000, height: 990 }, [])).toBe(null);
  });

  test('the focal point is in the middle unless an edge is in the way, and always inside', () => {
    expect(cropAround({ width: 400, height: 200 }, 1, { focalX: 500, focalY: 500 })).toEqual({
      left: 100,
      top: 0,
      width: 200,
      height: 200,
    });
    fc.assert(
      fc.property(side, side, ratio, thousandths, thousandths, (width, height, text, focalX, focalY) => {
        const area = cropAround({ width, height }, ratioOf(text) ?? 1, { focalX, focalY });
        expect(Object.values(area).every(Number.isInteger)).toBe(true);
        expect(area.left >= 0 && area.top >= 0).toBe(true);
        expect(area.left + area.width <= width && area.top + area.height <= height).toBe(true);
        expect(area.width === width || area.height === height).toBe(true);
        const [x, y] = [(width * focalX) / 1000, (height * focalY) / 1000];
        expect(x >= area.left - 1 && x <= area.left + area.width + 1).toBe(true);
        expect(y >= area.top - 1 && y <= area.top + area.height + 1).toBe(true);
      }),
    );
  });

  test('making smaller keeps the shape and never makes larger', () => {
    expect(fitWithin({ width: 4000, height: 1000 }, 2560)).toEqual({ width: 2560, height: 640 });
    expect(fitWithin({ width: 40, height: 10 }, 2560)).toEqual({ width: 40, height: 10 });
  });
});

describe('what becomes of a picture on its way out', () => {
  const note = { family: 'image_note', ratios: ['3:4'], imageFormats: ['jpg', 'png', 'webp'], limits: {} } as const;
  const photo = { width: 4000, height: 3000, mime: 'image/jpeg', focalX: 250, focalY: 500 };

  test('a note asks for its ratio, an article only for a sensible size', () => {
    expect(pictureWork(photo, note)).toEqual({
      crop: { left: 0, top: 0, width: 2250, height: 3000 },
      width: 1920,
      height: 2560,
      mime: 'image/jpeg',
      moves: false,
      limit: null,
    });
    expect(pictureWork(photo, { ...note, family: 'article' })).toEqual({
      crop: null,
      width: 2560,
      height: 1920,
      mime: 'image/jpeg',
      moves: false,
      limit: null,
    });
  });

  test('a picture that has the ratio but for a few pixels stays whole', () => {
    expect(pictureWork({ ...photo, width: 1500, height: 1999 }, note)).toMatchObject({ crop: null });
  });

  test('a kind the format does not take becomes JPEG; what moves stays so where the format lets it', () => {
    const feed = { ...note, imageFormats: ['jpg'] };
    expect(pictureWork({ ...photo, mime: 'image/webp' }, feed)).toMatchObject({ mime: 'image/jpeg' });
    expect(pictureWork({ ...photo, mime: 'image/png' }, note)).toMatchObject({ mime: 'image/png' });
    expect(pictureWork({ ...photo, mime: 'image/png' }, { ...note, imageFormats: [] })).toMatchObject({
      mime: 'image/png',
    });
    const gif = { ...photo, mime: 'image/gif' };
    const webp = { ...photo, mime: 'image/webp', moves: true };
    expect(
      pictureWork(gif, { ...note, imageFormats: ['jpg', 'gif'], limits: { image_max_mb: 5, gif_max_mb: 15 } }),
    ).toEqual({
      crop: null,
      width: 4000,
      height: 3000,
      mime: 'image/gif',
      moves: true,
      limit: 15_000_000,
    });
    expect(pictureWork(webp, note)).toMatchObject({ mime: 'image/webp', moves: true, crop: null });
    expect(pictureWork(webp, { ...note, imageFormats: ['jpg', 'gif'] })).toMatchObject({
      mime: 'image/gif',
      moves: true,
    });
    expect(pictureWork(webp, feed)).toMatchObject({ mime: 'image/jpeg', moves: false, width: 1920 });
    expect(pictureWork(gif, feed)).toMatchObject({ mime: 'image/jpeg', moves: false });
  });

  test('never larger than it was, whatever it measures', () => {
    fc.assert(
      fc.property(side, side, ratio, thousandths, thousandths, (width, height, text, focalX, focalY) => {
        const work = pictureWork({ width, height, focalX, focalY, mime: 'image/png' }, { ...note, ratios: [text] });
        if (work === null) throw new Error('no work');
        const area = work.crop ?? { width, height };
        expect(work.width <= area.width && work.height <= area.height).toBe(true);
        expect(Math.max(work.width, work.height) <= MAX_EDGE).toBe(true);
      }),
    );
  });
});
