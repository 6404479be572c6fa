/**
 * npm start [-- --out DIR]: installs what is missing, builds, and opens the studio. Without a
 * display it walks the main job by itself and shows what that made.
 */
import { join, relative, resolve } from 'node:path';
import { displayIsMissing, withDisplay } from './setup/display.mjs';
import { ready } from './setup/index.mjs';
import { root } from './setup/paths.mjs';
import { show } from './setup/run.mjs';
import { sandboxSwitches } from './setup/sandbox.mjs';
import { main, Problem, say } from './setup/say.mjs';

main(async (args) => {
  const { env, runtime } = await ready({ electron: true, builds: ['studio'] });
  if (displayIsMissing()) return walkAlone(args, env);
  say('Opening the studio');
  return show(runtime.exec, ['.', ...(await sandboxSwitches()), '--sample-first', ...args], { cwd: root, env });
});

async function walkAlone(args, env) {
  const outDir = outFolder(args);
  say('No display: walking the main job on a virtual one');
  const { walk } = await import('./walk.mjs');
  const made = await withDisplay((display) => walk({ env: { ...env, ...display }, outDir }));
  const lines = made.map(({ path, what }) => `  ${relative(outDir, path)}  ${what}`);
  process.stdout.write([`Made in ${outDir}:`, ...lines, ''].join('\n'));
  return 0;
}

function outFolder(args) {
  const at = args.indexOf('--out');
  if (at < 0) return join(root, 'studio-output');
  if (!args[at + 1]) throw new Problem('--out needs a folder.');
  return resolve(args[at + 1]);
}
