import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../src/core/result';
import { digestOfFile, readPlanAt } from '../../../src/main/store/files/planOnDisk';
import { wordedFor } from '../../../src/main/store/files/writeFolder';

const refusedBy = (act: () => unknown): unknown => {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.failure;
  }
};

describe('what the file system refuses', () => {
  // A socket cannot be opened by anybody, not even by an administrator: what a file held by another program is on Windows.
  it.runIf(process.platform !== 'win32')('is a sentence about the file when a plan cannot be opened', async () => {
    const home = mkdtempSync(join(tmpdir(), 'juzhen-refused-'));
    const file = join(home, '开着.juzhen');
    const holder = createServer().listen(file);
    await once(holder, 'listening');
    const failure = { code: 'file_unreadable', params: { file: '开着.juzhen', place: 'ENXIO' } };
    expect(refusedBy(() => digestOfFile(file))).toEqual(failure);
    expect(refusedBy(() => readPlanAt(file, () => {}))).toEqual(failure);
    holder.close();
    rmSync(home, { recursive: true });
  });

  // A full stick is not a full workspace: `disk_full` would say that the plan itself cannot be kept.
  it.each([
    ['ENOSPC', 'disk_full_there'],
    ['EDQUOT', 'disk_full_there'],
    ['EROFS', 'folder_not_writable'],
    ['EBUSY', 'folder_not_writable'],
  ])('is a sentence about the folder when nothing can be written there: %s', (code, said) => {
    const error = Object.assign(new Error(code), { code });
    expect(wordedFor(error, '/U盘')).toMatchObject({ failure: { code: said, params: { folder: '/U盘' } } });
  });

  it('stays an error of ours when it says nothing about files', () => {
    const error = new Error('a bug');
    expect(wordedFor(error, '/U盘')).toBe(error);
  });
});
