import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openLog, traceOf } from '../../src/main/log';

const canary = '夜拍挑战-canary-9f3';

test('a line says when and what, and an error without its words or its folders', () => {
  const home = mkdtempSync(join(tmpdir(), 'juzhen-log-'));
  const log = openLog(home, () => 0);
  log({ kind: 'call_broke', call: 'piece.write', ...traceOf(new TypeError(canary)) });
  log({ kind: 'shell_broke', ...traceOf(Object.assign(new Error(canary), { code: 'ENOSPC' })) });
  log({ kind: 'shell_broke', ...traceOf(canary) });
  const text = readFileSync(join(home, 'logs/studio.log'), 'utf8');
  expect(text).not.toContain(canary);
  expect(text).not.toContain(home);
  expect(text).not.toContain('node_modules/');
  const lines = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines[0]).toMatchObject({
    at: '1970-01-01T00:00:00.000Z',
    trace: expect.arrayContaining([expect.stringMatching(/:\d+:\d+$/)]),
  });
  expect(lines.map(({ at: _, trace: __, ...line }) => line)).toEqual([
    { kind: 'call_broke', call: 'piece.write', error: 'TypeError' },
    { kind: 'shell_broke', error: 'Error ENOSPC' },
    { kind: 'shell_broke', error: 'string' },
  ]);
  expect(statSync(join(home, 'logs/studio.log')).mode & 0o777).toBe(0o600);
});

test('the log never grows beyond four files of a megabyte', () => {
  const home = mkdtempSync(join(tmpdir(), 'juzhen-log-'));
  const log = openLog(home);
  const trace = Array.from({ length: 8 }, () => 'x'.repeat(60_000));
  for (let n = 0; n < 20; n++) log({ kind: 'shell_broke', error: 'x', trace });
  expect(readdirSync(join(home, 'logs')).sort()).toEqual([
    'studio.log',
    'studio.log.1',
    'studio.log.2',
    'studio.log.3',
  ]);
});
