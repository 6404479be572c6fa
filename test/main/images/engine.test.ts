import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { imageFacts } from '../../../src/core/media/imageHeader';
import { moves } from '../../../src/core/media/moves';
import { type PictureWork, pictureWork } from '../../../src/core/media/pictureWork';
import { withoutPrivateParts } from '../../../src/core/media/privateParts/withoutPrivateParts';
import { type Engine, startEngine } from '../../../src/main/images/engine';
import { type Colour, pictureStudio, type Studio, withExif } from './pictures';

let engine: Engine;
let studio: Studio;
beforeAll(async () => {
  engine = await startEngine();
  studio = await pictureStudio();
});

const out = (name: string): string => join(studio.folder, name);
const whole = { crop: null, width: 80, height: 40, mime: 'image/jpeg', moves: false, limit: null } as const;
function make(from: string, to: string, work: Partial<PictureWork> = whole): string {
  const task = {
    kind: 'picture',
    from,
    name: 'a',
    format: '微博 · 帖子',
    to: out(to),
    work: { ...whole, ...work },
  } as const;
  expect(engine.run(task)).toMatchObject({ ok: true });
  return out(to);
}
const corners = (path: string): readonly Colour[] =>
  [
    [10, 10],
    [90, 10],
    [10, 90],
    [90, 90],
  ].map(([across = 0, down = 0]) => studio.colourAt(path, across, down));

describe('a picture leaves the studio', () => {
  /** Where the four quarters of the stored pixels are seen under each orientation (EXIF 2.3, table 6). */
  const turned: Readonly<Record<number, readonly Colour[]>> = {
    1: ['red', 'green', 'blue', 'white'],
    2: ['green', 'red', 'white', 'blue'],
    3: ['white', 'blue', 'green', 'red'],
    4: ['blue', 'white', 'red', 'green'],
    5: ['red', 'blue', 'green', 'white'],
    6: ['blue', 'red', 'white', 'green'],
    7: ['white', 'green', 'blue', 'red'],
    8: ['green', 'white', 'red', 'blue'],
  };

  test.each([1, 2, 3, 4, 5, 6, 7, 8])('upright, whichever way the camera was held (%i)', (orientation) => {
    const jpeg = readFileSync(studio.picture(`o${orientation}.jpg`, { format: '.jpg', settings: { Q: 95 } }));
    const from = studio.file(`exif${orientation}.jpg`, withExif(jpeg, orientation));
    const size = orientation < 5 ? { width: 80, height: 40 } : { width: 40, height: 80 };
    const made = make(from, `upright${orientation}.jpg`, { ...whole, ...size });
    expect(studio.sizeOf(made)).toEqual([size.width, size.height]);
    expect(corners(made)).toEqual(turned[orientation]);
  });

  /** Three frames of 40 × 20, ever lighter, in the kind the ending says. */
  function film(name: string, noisy = false): string {
    const { vips } = studio;
    const frame = (grey: number) =>
      noisy
        ? vips.Image.gaussnoise(480, 240, { mean: 128, sigma: 60, seed: grey })
            .cast('uchar')
            .bandjoin([
              vips.Image.gaussnoise(480, 240, { seed: grey + 1 }).cast('uchar'),
              vips.Image.gaussnoise(480, 240, { seed: grey + 2 }).cast('uchar'),
            ])
        : vips.Image.black(40, 20, { bands: 3 }).add(grey).cast('uchar');
    const frames = vips.Image.arrayjoin([0, 120, 240].map(frame), { across: 1 }).copy({ interpretation: 'srgb' });
    frames.setInt('page-height', noisy ? 240 : 20);
    return studio.file(name, frames.writeToBuffer(name.slice(name.lastIndexOf('.')), noisy ? { effort: 1 } : {}));
  }
  const framesOf = (path: string): number =>
    studio.fieldsOf(path).includes('n-pages')
      ? studio.vips.Image.newFromBuffer(readFileSync(path)).getInt('n-pages')
      : 1;
  const moving = { width: 40, height: 20, moves: true } as const;

  test.each(['.webp', '.gif'])('as it is when it moves and its kind is taken (%s)', (ending) => {
    const from = film(`moves${ending}`);
    expect(moves(new Uint8Array(readFileSync(from)))).toBe(true);
    const made = make(from, `moves-out${ending}`, { ...moving, mime: `image/${ending.slice(1)}` as 'image/gif' });
    expect(readFileSync(made).equals(withoutPrivateParts(new Uint8Array(readFileSync(from))))).toBe(true);
  });

  test('as a GIF with all its frames where only those may move, and as its first frame where nothing may', () => {
    const from = film('to-gif.webp');
    const gif = make(from, 'to-gif.gif', { ...moving, mime: 'image/gif' });
    expect([imageFacts(readFileSync(gif))?.mime, framesOf(gif), studio.sizeOf(gif)]).toEqual([
      'image/gif',
      3,
      [40, 20],
    ]);
    const still = make(from, 'still.jpg', { width: 40, height: 20 });
    expect([imageFacts(readFileSync(still))?.mime, framesOf(still), studio.sizeOf(still)]).toEqual([
      'image/jpeg',
      1,
      [40, 20],
    ]);
    expect(moves(new Uint8Array(readFileSync(studio.picture('one.gif', { format: '.gif' }))))).toBe(false);
  });

  test('within the bytes its format takes: less quality, then smaller, else a refusal that names picture, format and limit', () => {
    const { vips } = studio;
    const noise = vips.Image.gaussnoise(700, 525, { mean: 128, sigma: 70, seed: 1 }).cast('uchar');
    const busy = studio.file(
      'busy.png',
      noise.bandjoin([noise.invert(), noise]).copy({ interpretation: 'srgb' }).writeToBuffer('.png'),
    );
    const full = { width: 700, height: 525 };
    const free = readFileSync(make(busy, 'free.jpg', full)).length;
    for (const [mime, ending] of [
      ['image/jpeg', 'jpg'],
      ['image/png', 'png'],
      ['image/webp', 'webp'],
    ] as const) {
      const limit = mime === 'image/png' ? 120_000 : Math.floor(free / 2);
      const made = make(busy, `limited.${ending}`, { ...full, mime, limit });
      expect(readFileSync(made).length, ending).toBeLessThanOrEqual(limit);
      const [width = 0, height = 1] = studio.sizeOf(made);
      expect(width / height).toBeCloseTo(4 / 3, 1);
    }
    const loud = film('loud.gif', true);
    const limit = Math.floor(readFileSync(loud).length * 0.7);
    expect(framesOf(make(loud, 'quiet.gif', { ...moving, width: 480, height: 240, mime: 'image/gif', limit }))).toBe(3);
    expect(readFileSync(out('quiet.gif')).length).toBeLessThanOrEqual(limit);
    const never = {
      kind: 'picture',
      from: busy,
      name: '噪点.png',
      format: '微博 · 帖子',
      to: out('never2.jpg'),
    } as const;
    expect(engine.run({ ...never, work: { ...whole, ...full, limit: 1_000 } })).toEqual({
      ok: false,
      failure: { code: 'image_over_limit', params: { file: '噪点.png', format: '微博 · 帖子', limit: '0.001 MB' } },
    });
    expect(existsSync(out('never2.jpg'))).toBe(false);
  });

  test('without its place, its camera or anything else it carried', () => {
    const jpeg = readFileSync(studio.picture('gps-plain.jpg', { format: '.jpg' }));
    const from = studio.file('gps.jpg', withExif(jpeg, 1));
    expect(studio.fieldsOf(from).filter((name) => name.startsWith('exif'))).not.toEqual([]);
    const made = make(from, 'gps-out.jpg');
    expect(studio.fieldsOf(made).filter((name) => /^(exif|xmp|iptc|icc)/.test(name))).toEqual([]);
    expect(readFileSync(made).includes('Geheimcam')).toBe(false);
  });

  test('cut around the focal point', () => {
    const from = studio.picture('focal.png', { width: 400, height: 200 });
    const format = { family: 'image_note', ratios: ['1:2'], imageFormats: ['png'], limits: {} } as const;
    const picture = { width: 400, height: 200, mime: 'image/png', focalY: 500 };
    const right = pictureWork({ ...picture, focalX: 900 }, format);
    const left = pictureWork({ ...picture, focalX: 0 }, format);
    if (right === null || left === null) throw new Error('no work');
    expect(studio.sizeOf(make(from, 'right.png', right))).toEqual([100, 200]);
    expect(corners(out('right.png'))).toEqual(['green', 'green', 'white', 'white']);
    expect(corners(make(from, 'left.png', left))).toEqual(['red', 'red', 'blue', 'blue']);
  });

  test('smaller when it is larger than platforms show', () => {
    const from = studio.picture('large.jpg', { width: 4000, height: 1000, format: '.jpg' });
    const work = pictureWork(
      { width: 4000, height: 1000, mime: 'image/jpeg', focalX: 500, focalY: 500 },
      { family: 'article', ratios: [], imageFormats: [], limits: {} },
    );
    if (work === null) throw new Error('no work');
    expect(studio.sizeOf(make(from, 'small.jpg', work))).toEqual([2560, 640]);
    expect(corners(out('small.jpg'))).toEqual(['red', 'green', 'blue', 'white']);
  });

  test('as the same bytes every time', () => {
    const from = studio.picture('same.jpg', { width: 300, height: 200, format: '.jpg' });
    const work = {
      crop: { left: 40, top: 10, width: 150, height: 150 },
      width: 100,
      height: 100,
      mime: 'image/jpeg',
    } as const;
    expect(readFileSync(make(from, 'same1.jpg', work)).equals(readFileSync(make(from, 'same2.jpg', work)))).toBe(true);
  });

  test('in colours a screen knows, from print colours, sixteen bits and transparency', () => {
    const { vips } = studio;
    const cmyk = vips.Image.black(60, 60, { bands: 4 })
      .add([0, 255, 255, 0])
      .cast('uchar')
      .copy({ interpretation: 'cmyk' });
    const from = studio.file('cmyk.jpg', cmyk.writeToBuffer('.jpg'));
    const square = { crop: null, width: 60, height: 60, mime: 'image/jpeg' } as const;
    expect(studio.colourAt(make(from, 'rgb.jpg', square), 50, 50)).toBe('red');
    const deep = vips.Image.black(60, 60, { bands: 3 })
      .add([7710, 46260, 7710])
      .cast('ushort')
      .copy({ interpretation: 'rgb16' });
    expect(studio.colourAt(make(studio.file('deep.png', deep.writeToBuffer('.png')), 'deep.jpg', square), 50, 50)).toBe(
      'green',
    );
    const clear = vips.Image.black(60, 60, { bands: 4 }).copy({ interpretation: 'srgb' }).cast('uchar');
    expect(
      studio.colourAt(make(studio.file('clear.png', clear.writeToBuffer('.png')), 'clear.jpg', square), 50, 50),
    ).toBe('white');
  });
});

describe('a thumbnail', () => {
  test('is a small WebP of the upright picture', () => {
    const jpeg = readFileSync(studio.picture('t.jpg', { width: 800, height: 400, format: '.jpg' }));
    const from = studio.file('t6.jpg', withExif(jpeg, 6));
    const answer = engine.run({ kind: 'thumbnail', from, name: 't6.jpg', to: out('t.webp'), edge: 100 });
    expect(answer).toMatchObject({ ok: true, value: { width: 50, height: 100 } });
    expect(corners(out('t.webp'))).toEqual(['blue', 'red', 'white', 'green']);
  });
});

describe('a file that cannot be used is named with its reason, and the engine goes on', () => {
  const check = (name: string, bytes: Uint8Array) =>
    engine.run({ kind: 'check', from: studio.file(name, bytes), name });
  const refused = (code: string, name: string) => ({ ok: false, failure: { code, params: { file: name } } });

  test.each(['.jpg', '.png', '.webp', '.gif'])('when half of it is missing (%s)', (format) => {
    const sound = readFileSync(studio.picture(`half${format}`, { width: 600, height: 400, format }));
    expect(check(`whole${format}`, sound)).toMatchObject({ ok: true, value: { width: 600, height: 400 } });
    expect(check(`cut${format}`, sound.subarray(0, Math.floor(sound.length / 2)))).toMatchObject(
      refused('image_broken', `cut${format}`),
    );
    const task = {
      kind: 'picture',
      from: out(`cut${format}`),
      name: 'cut',
      format: '微博',
      to: out('never.jpg'),
      work: whole,
    } as const;
    expect(engine.run(task)).toMatchObject(refused('image_broken', 'cut'));
    expect(existsSync(out('never.jpg'))).toBe(false);
  });

  test('when its header claims more pixels than memory can hold, without decoding one', () => {
    const png = Buffer.from(readFileSync(studio.picture('bomb.png')));
    png.writeUInt32BE(60_000, 16);
    png.writeUInt32BE(60_000, 20);
    expect(check('bomb.png', png)).toEqual({
      ok: false,
      failure: { code: 'image_too_many_pixels', params: { file: 'bomb.png', width: 60_000, height: 60_000 } },
    });
  });

  test('when its bytes are noise behind a right beginning', () => {
    const sound = readFileSync(studio.picture('noise.png', { width: 600, height: 400 }));
    const noise = Buffer.from(sound);
    for (let at = 60; at < noise.length; at += 1) noise[at] = (at * 7919) & 0xff;
    expect(check('noise.png', noise)).toMatchObject(refused('image_broken', 'noise.png'));
    expect(check('empty.png', new Uint8Array(0))).toMatchObject(refused('file_empty', 'empty.png'));
    expect(check('logo.svg', Buffer.from('<svg xmlns="x"/>'))).toMatchObject(refused('image_svg', 'logo.svg'));
    expect(check('sound.png', sound)).toMatchObject({ ok: true });
  });
});
