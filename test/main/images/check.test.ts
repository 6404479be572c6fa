import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { Refusal } from '../../../src/core/result';
import { checkPicture } from '../../../src/main/images/check';
import { startEngine } from '../../../src/main/images/engine';
import { pictureStudio, type Studio } from './pictures';

let studio: Studio;
let check: (picture: string | Uint8Array, name: string) => Promise<string>;
beforeAll(async () => {
  studio = await pictureStudio();
  const engine = await startEngine();
  const images = { run: async (task: Parameters<typeof engine.run>[0]) => engine.run(task) };
  check = (picture, name) =>
    checkPicture(images, picture, name, () => join(studio.folder, 'assets')).then(
      () => 'taken',
      (error: unknown) => {
        if (!(error instanceof Refusal)) throw error;
        return `${error.failure.code} ${error.failure.params.file}`;
      },
    );
});

describe('a picture that comes in by drop, paste or dialog is read through first', () => {
  test('the same answer for a file and for bytes, and nothing is left beside the assets', async () => {
    const path = studio.picture('sound.png', { width: 600, height: 400 });
    const sound = readFileSync(path);
    const cut = sound.subarray(0, Math.floor(sound.length / 2));
    const cases: readonly (readonly [string, Uint8Array, string])[] = [
      ['夜景.png', sound, 'taken'],
      ['半张.png', cut, 'image_broken 半张.png'],
      ['图标.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'image_svg 图标.svg'],
      ['空.png', new Uint8Array(0), 'file_empty 空.png'],
      ['字.png', Buffer.from('these are only words under the name of a picture'), 'media_unreadable 字.png'],
      ['IMG_1.jpg', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0', 'latin1'), 'image_heic IMG_1.jpg'],
    ];
    for (const [name, bytes, answer] of cases) {
      expect(await check(new Uint8Array(bytes), name)).toBe(answer);
      expect(await check(studio.file(name, bytes), name)).toBe(answer);
    }
    expect(existsSync(join(studio.folder, 'assets'))).toBe(true);
    expect(readdirSync(join(studio.folder, 'assets'))).toEqual([]);
  });
});
