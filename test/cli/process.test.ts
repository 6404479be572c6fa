import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aFolder, fixtures, type Ran } from './runIn';

const root = resolve(import.meta.dirname, '../..');

/** The command as people run it: the script builds the bundle when it is stale, then runs it in plain Node. */
function juzhen(argv: readonly string[], stdin = ''): Promise<Ran> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [resolve(root, 'scripts/juzhen.mjs'), ...argv], { cwd: root });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    child.on('error', fail).on('close', (code) => done({ code: code ?? -1, out, err }));
    child.stdin.end(stdin);
  });
}

describe('The command line as a process', { timeout: 180_000 }, () => {
  test('adapts, with JSON alone on standard output', async () => {
    const { code, out } = await juzhen(['adapt', resolve(fixtures, 'cli/lottery.md'), '--to', 'all', '--json']);
    expect(code).toBe(1);
    expect((JSON.parse(out) as { variants: readonly unknown[] }).variants).toHaveLength(46);
  });
  test('counts from standard input', async () => {
    expect(await juzhen(['count', '--rule', 'bluesky', '--json'], '["👨‍👩‍👧‍👦灯"]')).toMatchObject({
      code: 0,
      out: '[2]\n',
    });
  });
  test('writes the sample, checks it and exports it', async () => {
    const folder = aFolder();
    const plan = resolve(folder, 'plan.juzhen');
    expect(await juzhen(['sample', plan, '--today', '2026-10-11', '--lang', 'en'])).toMatchObject({
      code: 0,
      out: `${plan}\n`,
    });
    expect((await juzhen(['check', plan])).code).toBeLessThan(2);
    expect((await juzhen(['export', plan, '--out', resolve(folder, 'out')])).code).toBe(0);
  });
  test('ends with 4 and one sentence when a file is not there', async () => {
    expect(await juzhen(['adapt', 'gone.md', '--lang', 'en'])).toEqual({
      code: 4,
      out: '',
      err: '“gone.md” is not there. It may have been moved or renamed; choose it again.\n',
    });
  });
});
