import { describe, expect, it } from 'vitest';
import { documentCodes, sheetCodes } from '../../../src/core/importing/messages';
import { warningCodes } from '../../../src/core/markdown/problems';
import { langs } from '../../../src/core/model/records';
import { failureCodes } from '../../../src/core/result';
import { sayRowMessage } from '../../../src/core/words/importing';

/** Every parameter any reader gives. */
const params = {
  encoding: 'GB18030',
  count: 2,
  name: '图 1.png',
  account: '汀岸',
  platform: 'weibo',
  rule: 'post.fold',
  column: '日期',
  value: '10/11/26',
  read: '2026-11-10',
  limit: 500,
  days: 400,
  title: '夜拍',
  day: '10月9日',
  time: '18:30',
  found: 7,
  expected: 6,
  files: 70_000,
  size: '5 GB',
};

describe('sayRowMessage', () => {
  it('says every code of a row in both languages, with nothing left open', () => {
    for (const lang of langs)
      for (const code of [
        ...documentCodes,
        ...sheetCodes,
        ...warningCodes,
        'missing_image' as const,
        ...failureCodes,
      ]) {
        const said = sayRowMessage(lang, { code, params });
        expect(said, code).not.toMatch(/[{}]|undefined/);
        expect(said.length, code).toBeGreaterThan(3);
      }
  });

  it('says a message whose reader forgot a parameter instead of throwing', () => {
    for (const code of [...documentCodes, ...sheetCodes])
      expect(sayRowMessage('en', { code, params: {} }), code).not.toMatch(/[{}]/);
  });
});
