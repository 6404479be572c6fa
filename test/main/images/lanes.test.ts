import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { PictureJob } from '../../../src/contract';
import { failure, Refusal } from '../../../src/core/result';
import type { ImageLanes } from '../../../src/main/images/lanes';
import { createLanes, lanesFor } from '../../../src/main/images/lanes';
import type { ImageAnswer, ImageTask } from '../../../src/main/images/task';
import { withPicturesMade } from '../../../src/main/pictures';

const done: ImageAnswer = { ok: true, value: { width: 1, height: 1, bytes: 1, sha256: '' } };
const check = (name: string): ImageTask => ({ kind: 'check', from: name, name });

/** Threads that keep their tasks until they are let go. */
function held(count: number) {
  const asked: string[][] = Array.from({ length: count }, () => []);
  const waiting: (() => void)[] = [];
  let made = 0;
  const lanes = createLanes('nowhere', count, () => {
    const own = asked[made++] ?? [];
    return {
      run: (task) => {
        own.push(task.name);
        return new Promise((answer) => waiting.push(() => answer(done)));
      },
      close: () => Promise.resolve(),
    };
  });
  return {
    lanes,
    asked,
    letGo: (): void => {
      for (const go of waiting.splice(0)) go();
    },
  };
}

test('one task after the other keeps to one thread, several at once go to as many as there are', async () => {
  const { lanes, asked, letGo } = held(3);
  for (const name of ['a', 'b']) {
    const answer = lanes.run(check(name));
    letGo();
    await answer;
  }
  expect(asked).toEqual([['a', 'b'], [], []]);
  const all = ['c', 'd', 'e', 'f'].map((name) => lanes.run(check(name)));
  expect(asked).toEqual([['a', 'b', 'c', 'f'], ['d'], ['e']]);
  letGo();
  await Promise.all(all);
});

test('a core stays for the screen, and there are three threads at most', () => {
  expect([1, 2, 4, 32].map(lanesFor)).toEqual([1, 1, 3, 3]);
});

const job = (key: string): PictureJob => ({
  key,
  file: `${key}.jpg`,
  name: key,
  place: '微博',
  work: { crop: null, width: 1, height: 1, mime: 'image/jpeg', moves: false, limit: null },
  asset: key,
});

test('pictures are made side by side; one that is refused ends all, and nobody still writes when the export is told', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'juzhen-lanes-'));
  let running = 0;
  let most = 0;
  const begun: string[] = [];
  const images: ImageLanes = {
    lanes: 2,
    run: async ({ name }) => {
      begun.push(name);
      running += 1;
      most = Math.max(most, running);
      await new Promise((next) => setTimeout(next, name === 'slow' ? 30 : 5));
      running -= 1;
      return name === 'bad' ? { ok: false, failure: failure('image_broken', { file: name }) } : done;
    },
  };
  const desktop = { print: () => Promise.reject(new Error('nothing to print')) };
  const told: number[] = [];
  const jobs = ['a', 'b', 'c', 'd'].map(job);
  const watch = (count: number): void => void told.push(count);
  expect(await withPicturesMade({ images, desktop }, folder, { pictures: jobs }, async () => '写好了', watch)).toBe(
    '写好了',
  );
  expect([begun, most]).toEqual([['a', 'b', 'c', 'd'], 2]);
  expect(told).toEqual([...told].sort());

  begun.length = 0;
  const refused = ['slow', 'bad', 'never', 'never'].map(job);
  await expect(
    withPicturesMade({ images, desktop }, folder, { pictures: refused }, async () => '写好了'),
  ).rejects.toThrow(Refusal);
  expect([begun, running]).toEqual([['slow', 'bad'], 0]);
  rmSync(folder, { recursive: true, force: true });
});
