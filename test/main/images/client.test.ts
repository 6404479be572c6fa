import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { failure } from '../../../src/core/result';
import { createImages, type Images } from '../../../src/main/images/client';

const worker = join(import.meta.dirname, '../../fixtures/worker/images.mjs');
const opened: Images[] = [];
const images = (task = 60_000): Images => {
  const made = createImages(worker, { task, rest: 60_000 });
  opened.push(made);
  return made;
};
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});
const ask = (studio: Images, from: string, name = from) => studio.run({ kind: 'check', from, name });

describe('the image thread', () => {
  test('answers each task to whoever asked, from one thread', async () => {
    const studio = images();
    const answers = await Promise.all(['a', 'b', 'c'].map((name) => ask(studio, 'fine', name)));
    expect(answers.map((answer) => answer.ok && answer.value.sha256)).toEqual(['a', 'b', 'c']);
    expect(new Set(answers.map((answer) => answer.ok && answer.value.width)).size).toBe(1);
  });

  test.each(['dies', 'throws'])(
    'a file it does not survive is refused by name, the next has a fresh thread (%s)',
    async (end) => {
      const studio = images();
      const [first, second, third] = await Promise.all([
        ask(studio, 'fine'),
        ask(studio, end, 'x.jpg'),
        ask(studio, 'fine'),
      ]);
      expect(second).toEqual({ ok: false, failure: failure('image_stopped', { file: 'x.jpg' }) });
      if (!first?.ok || !third?.ok) throw new Error('refused');
      expect(third.value.width).not.toBe(first.value.width);
    },
  );

  test('a file that takes for ever is stopped and refused by name, and the work goes on', async () => {
    const studio = images(300);
    const [slow, next] = await Promise.all([ask(studio, 'hangs', 'x.jpg'), ask(studio, 'fine')]);
    expect(slow).toEqual({ ok: false, failure: failure('image_slow', { file: 'x.jpg' }) });
    expect(next).toMatchObject({ ok: true });
  });

  test('closing answers what still waits', async () => {
    const studio = images();
    const waiting = [ask(studio, 'hangs', 'a'), ask(studio, 'fine', 'b')];
    await studio.close();
    expect(await Promise.all(waiting)).toEqual(
      ['a', 'b'].map((file) => ({ ok: false, failure: failure('image_stopped', { file }) })),
    );
  });
});
