import { copyFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { aFolder, fixtures, runIn } from './runIn';

/** What `validate` says of the files a review and the hand-over desk send; told by what is in them, whatever they are called. */
let here = '';
beforeEach(() => {
  here = aFolder();
  for (const kind of ['review', 'marks', 'slip'])
    copyFileSync(join(fixtures, `review/format-1.juzhen-${kind}`), join(here, `${kind}.txt`));
});

describe('validate', () => {
  test('says what a review, a file of marks and a slip hold, in both languages', async () => {
    const zh = await runIn(here, ['validate', 'review.txt', 'marks.txt', 'slip.txt', '--lang', 'zh']);
    expect([zh.code, zh.err]).toEqual([0, '']);
    expect(zh.out.split('\n').filter((line) => line !== '')).toEqual([
      '「review.txt」完整：送审文件，小林 2026-10-09，1 段文字，1 张配图',
      '  工作区 w1',
      '「marks.txt」完整：批注文件，老周 2026-10-09，通过 1，要改 0，批注 0，改字 1',
      '  工作区 w1',
      '「slip.txt」完整：发布回执，小满 2026-10-09，1 处排期，3 件事实',
      '  工作区 w1',
    ]);
    const en = await runIn(here, ['validate', 'slip.txt', '--lang', 'en']);
    expect(en.out).toContain('is whole: a slip of the desk, 小满, 2026-10-09, 1 placement, 3 facts');
  });

  test('as JSON, for scripts', async () => {
    const { out } = await runIn(here, ['validate', 'marks.txt', '--json']);
    expect(JSON.parse(out)).toEqual({
      files: [
        {
          file: 'marks.txt',
          kind: 'marks',
          workspace: 'w1',
          by: '老周',
          day: '2026-10-09',
          holds: { approve: 1, change: 0, comment: 0, suggest: 1 },
        },
      ],
    });
  });

  test('refuses a torn or mutated one with exit code 4 and one sentence that names it', async () => {
    truncateSync(join(here, 'review.txt'), 700);
    writeFileSync(join(here, 'marks.txt'), '{"format":"juzhen-marks","version":1,"marks":[{}]}');
    for (const file of ['review.txt', 'marks.txt']) {
      const { code, out, err } = await runIn(here, ['validate', file, '--lang', 'en']);
      expect([code, out]).toEqual([4, '']);
      expect(err).toMatch(new RegExp(`${file}.*(damaged|not a Juzhen)`));
      expect(err.trimEnd().split('\n')).toHaveLength(1);
    }
  });
});
