import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { whenLeaving } from '../setup/leaving.mjs';
import { root } from '../setup/paths.mjs';
import { show } from '../setup/run.mjs';
import { outcomeOfVitest } from './outcome.mjs';

/** Runs vitest in our terminal and counts from its report, which is written to a folder of this run's own. */
export async function runVitest(name, args, env) {
  const folder = mkdtempSync(join(tmpdir(), 'juzhen-test-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const callOff = whenLeaving(remove);
  const report = join(folder, 'report.json');
  try {
    const code = await show(
      process.execPath,
      [
        join(root, 'node_modules', 'vitest', 'vitest.mjs'),
        'run',
        ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
        ...args,
      ],
      { cwd: root, env },
    );
    return outcomeOfVitest(name, code, read(report));
  } finally {
    remove();
    callOff();
  }
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
