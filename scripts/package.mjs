/**
 * npm run package [-- --dir]: packs the studio into release/. With the official Electron, as
 * installers; --dir leaves it a plain folder. With any other runtime it is always a folder, for
 * trying out and never for shipping: the fallback is an old Chromium without security fixes.
 */
import { join } from 'node:path';
import { ready } from './setup/index.mjs';
import { root } from './setup/paths.mjs';
import { main, say } from './setup/say.mjs';
import { electronNeedsBinding } from './setup/sqlite-binding.mjs';

main(async (args) => {
  const { runtime, binding } = await ready({ electron: true, builds: ['studio'] });
  const mayShip = runtime.source === 'official';
  const { build } = await import('electron-builder');
  const made = await build({
    projectDir: root,
    dir: !mayShip || args.includes('--dir'),
    config: {
      extends: join(root, 'electron-builder.yml'),
      electronVersion: runtime.version,
      ...(!mayShip && { electronDist: runtime.dist }),
      ...(electronNeedsBinding(runtime.version) && {
        extraResources: [{ from: binding, to: 'better_sqlite3.node' }],
      }),
    },
    publish: 'never',
  });
  process.stdout.write(`Packed on Electron ${runtime.version}: ${made.join(', ') || join(root, 'release')}\n`);
  if (!mayShip) say(`Do not ship this: its Electron ${runtime.version} (${runtime.source}) is for trying out only.`);
});
