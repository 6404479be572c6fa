import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { withDisplay } from '../setup/display.mjs';
import { ready } from '../setup/index.mjs';
import { root } from '../setup/paths.mjs';
import { show } from '../setup/run.mjs';
import { Problem, say } from '../setup/say.mjs';

/**
 * Runs the plain Node programs `<folder>/*.mjs`, one after another, with the built studio, Electron
 * and a display in their environment. Answers 1 if any of them failed.
 */
export async function runFolder(folder, args) {
  const all = programsIn(folder);
  if (args.includes('--list')) {
    process.stdout.write(all.map((name) => `${name}\n`).join(''));
    return 0;
  }
  // From the first option on, everything is the programs' own: `npm run bench -- editor --pairs 41`.
  const first = args.findIndex((arg) => arg.startsWith('--'));
  const [named, options] = first < 0 ? [args, []] : [args.slice(0, first), args.slice(first)];
  const unknown = named.filter((name) => !all.includes(name));
  if (unknown.length > 0)
    throw new Problem(`There is no ${unknown.join(', ')} in ${folder}. There are: ${all.join(', ') || 'none'}.`);

  const names = named.length > 0 ? named : all;
  if (names.length === 0) throw new Problem(`There is nothing in ${folder} to run.`);
  const { env } = await ready({ electron: true, builds: ['studio', 'cli'] });
  return withDisplay((display) => runAll(folder, names, options, { ...env, ...display }));
}

async function runAll(folder, names, options, env) {
  let code = 0;
  for (const name of names) {
    say(`Running ${name}`);
    const ended = await show(process.execPath, [join(root, folder, `${name}.mjs`), ...options], { cwd: root, env });
    if (ended !== 0) {
      say(`${name} ended with code ${ended}`);
      code = 1;
    }
  }
  return code;
}

const programsIn = (folder) =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder))
        .filter((file) => file.endsWith('.mjs'))
        .map((file) => basename(file, '.mjs'))
        .sort()
    : [];
