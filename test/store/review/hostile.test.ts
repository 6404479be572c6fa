import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { value } from '../../helpers/bridge';
import { handed, marksOf, out, standing, studio, take, withPieceInReview } from './pieceInReview';

withPieceInReview();

describe('files nobody should send', () => {
  const code = async (call: 'marks.preview' | 'marks.take' | 'review.open' | 'slip.preview', token: string) => {
    const answer = await studio.call(call, { token });
    return answer.ok ? null : answer.failure.code;
  };

  test('marks for another workspace are refused before anything is read from them', async () => {
    const review = await handed();
    const token = marksOf(review, [{ kind: 'approve' }], { workspace: 'w_other' });
    expect(await code('marks.preview', token)).toBe('file_elsewhere');
    expect(await code('marks.take', token)).toBe('file_elsewhere');
  });

  test('an approval with a made-up hash approves nothing', async () => {
    const review = await handed();
    await take(marksOf(review, [{ kind: 'approve', hash: 'f'.repeat(64) }]));
    expect((await standing())['weibo/post']).toBe('lapsed');
  });

  test('every file is told by what is in it, whatever it is called', async () => {
    const review = await handed();
    const folder = readdirSync(out).find((name) => name.includes('审阅')) ?? '';
    const path = join(out, '改过名.txt');
    writeFileSync(path, readFileSync(join(out, folder, review.names[1] ?? '')));
    expect(value(await studio.call('file.look', { token: studio.choose(path) }))).toEqual({
      kind: 'review',
      mine: true,
      name: '改过名.txt',
    });
    expect(value(await studio.call('review.open', { token: studio.choose(path) })).page).toEqual(review.page);
    expect(await code('marks.preview', studio.choose(path))).toBe('file_not_kind');
    expect(await code('slip.preview', studio.choose(path))).toBe('file_not_kind');
    expect(await code('review.open', studio.choose(join(out, 'nowhere')))).toBe('file_missing');
    expect(await code('review.open', studio.choose(out))).toBe('file_unreadable');
  });

  test('a review with one byte changed is refused with the place', async () => {
    const review = await handed();
    const folder = readdirSync(out).find((name) => name.includes('审阅')) ?? '';
    const bytes = readFileSync(join(out, folder, review.names[1] ?? ''));
    const path = join(out, 'torn.juzhen-review');
    for (const at of [60, 200, bytes.length - 30]) {
      const torn = Uint8Array.from(bytes);
      torn[at] = (torn[at] ?? 0) ^ 0xff;
      writeFileSync(path, torn);
      expect(['file_damaged', 'file_not_kind', 'file_unsafe_path']).toContain(
        await code('review.open', studio.choose(path)),
      );
    }
  });
});
