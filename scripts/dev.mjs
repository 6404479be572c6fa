/** npm run dev [-- switches]: the studio with hot reload; changes to main, preload and store restart it. */
import { join } from 'node:path';
import { forgetBuild } from './setup/build.mjs';
import { withDisplay } from './setup/display.mjs';
import { ready } from './setup/index.mjs';
import { root } from './setup/paths.mjs';
import { show } from './setup/run.mjs';
import { sandboxSwitches } from './setup/sandbox.mjs';
import { main } from './setup/say.mjs';

main(async (args) => {
  const { env } = await ready({ electron: true });
  forgetBuild('studio');
  const tool = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const switches = [...(await sandboxSwitches()), ...args];
  return withDisplay((display) =>
    show(process.execPath, [tool, 'dev', '--watch', '--', ...switches], { cwd: root, env: { ...env, ...display } }),
  );
});
