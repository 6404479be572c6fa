import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../setup/paths.mjs';
import { attempt } from '../setup/run.mjs';
import { say } from '../setup/say.mjs';
import { failed, passed } from './outcome.mjs';

/** Each folder has its own compiler settings, which decide what it may see; the root has the config files. */
const FOLDERS = ['src/core', 'src/contract', 'src/main', 'src/preload', 'src/renderer', 'src/cli', 'test', '.'];
const AT_A_TIME = 2;

const node = (path, ...args) => attempt(process.execPath, [join(root, 'node_modules', path), ...args], { cwd: root });
const biome = (...args) => node('@biomejs/biome/bin/biome', 'ci', '--colors=off', ...args);

/** The checks that run no code of ours, by the name that --only takes. */
export const STATIC_CHECKS = {
  types: checkTypes,
  lint: async () => judge('lint', [await biome('--formatter-enabled=false')]),
  format: async () => judge('format', [await biome('--linter-enabled=false', '--assist-enabled=false')]),
};

async function checkTypes() {
  const folders = FOLDERS.filter((folder) => existsSync(join(root, folder, 'tsconfig.json')));
  const results = [];
  while (folders.length > 0) {
    const batch = folders.splice(0, AT_A_TIME);
    results.push(
      ...(await Promise.all(batch.map((folder) => node('typescript/bin/tsc', '--noEmit', '--pretty', '-p', folder)))),
    );
  }
  return judge('types', results);
}

function judge(name, results) {
  const broken = results.filter(({ code }) => code !== 0);
  if (broken.length === 0) return passed(name);
  for (const { output } of broken) say(output.trim());
  return failed(name);
}
