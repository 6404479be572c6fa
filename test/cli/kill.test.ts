import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { aFolder, runIn } from './runIn';

/** F4: whatever moment the command is killed in, its target is absent, old or new; the next run needs no help. */

const root = resolve(import.meta.dirname, '../..');
const here = aFolder();
const run = (argv: readonly string[]): ChildProcess =>
  spawn(process.execPath, [join(root, 'out/cli/juzhen.js'), ...argv], { cwd: here, stdio: 'ignore' });
const ended = (child: ChildProcess): Promise<void> => new Promise((done) => child.on('close', () => done()));

beforeAll(async () => {
  await ended(spawn(process.execPath, [join(root, 'scripts/juzhen.mjs'), '--help'], { stdio: 'ignore' }));
  for (const argv of [
    ['sample', 'plan.juzhen', '--today', '2026-10-11'],
    ['unpack', 'plan.juzhen', 'plan'],
  ])
    expect((await runIn(here, argv)).code).toBe(0);
}, 120_000);

/** Kills a command at several moments of its life, `check` after each. */
async function killed(argv: readonly string[], check: () => Promise<void>): Promise<void> {
  const begun = Date.now();
  await ended(run(argv));
  const whole = Date.now() - begun;
  for (let turn = 1; turn <= 4; turn += 1) {
    const child = run(argv);
    const end = ended(child);
    // The last half of its life is where it writes.
    const timer = setTimeout(() => child.kill('SIGKILL'), whole * (0.5 + turn / 10));
    await end;
    clearTimeout(timer);
    await check();
  }
}

describe('a command that is killed', { timeout: 120_000 }, () => {
  const whole = () => readFileSync(join(here, 'plan.juzhen'));

  test('leaves a packed file as it was, or whole', async () => {
    const folder = join(here, 'ahead/records/piece');
    cpSync(join(here, 'plan'), join(here, 'ahead'), { recursive: true });
    const [name = ''] = readdirSync(folder);
    const record = JSON.parse(readFileSync(join(folder, name), 'utf8')) as { at: string; fields: object };
    const later = { title: `ffffffffffff${record.at.slice(12)}` };
    writeFileSync(join(folder, name), JSON.stringify({ ...record, fields: { ...record.fields, title: '新' }, later }));
    const merge = ['merge', 'ahead', 'plan.juzhen', '--quiet', '-o'];
    expect((await runIn(here, [...merge, 'new.juzhen'])).code).toBe(0);
    const merged = readFileSync(join(here, 'new.juzhen'));
    expect(merged.equals(whole())).toBe(false);
    await killed([...merge, 'target.juzhen'], async () => {
      const there = existsSync(join(here, 'target.juzhen')) ? readFileSync(join(here, 'target.juzhen')) : whole();
      expect(there.equals(whole()) || there.equals(merged)).toBe(true);
      // So that there is something to lose the next time.
      cpSync(join(here, 'plan.juzhen'), join(here, 'target.juzhen'));
    });
  });

  test('leaves no folder, or a whole one', async () => {
    let number = 0;
    for (let turn = 0; turn < 3; turn += 1) {
      number += 1;
      const name = `folder${number}`;
      const child = run(['unpack', 'plan.juzhen', name]);
      const end = ended(child);
      const timer = setInterval(() => {
        // As soon as its writing shows.
        if (existsSync(join(here, name))) child.kill('SIGKILL');
      }, 1);
      setTimeout(() => child.kill('SIGKILL'), 300 + turn * 250);
      await end;
      clearInterval(timer);
      if (!existsSync(join(here, name))) continue;
      expect((await runIn(here, ['pack', name, `${name}.juzhen`])).code).toBe(0);
      expect(readFileSync(join(here, `${name}.juzhen`)).equals(whole())).toBe(true);
    }
    expect((await runIn(here, ['unpack', 'plan.juzhen', 'folder1'])).code).toBe(0);
  });
});
