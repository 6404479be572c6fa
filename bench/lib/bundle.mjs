import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

/**
 * Bundles a TypeScript module of `src/` for this Node, as the studio's own build does, and imports it: what is measured
 * is what ships. The bundle lies below node_modules so that the native package is found; it is removed on exit.
 */
export async function load(entry) {
  const outDir = mkdtempSync(join(process.cwd(), 'node_modules', '.juzhen-bench-'));
  process.on('exit', () => rmSync(outDir, { recursive: true, force: true }));
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: entry,
      outDir,
      target: 'node20',
      minify: false,
      rollupOptions: { output: { entryFileNames: 'bundle.mjs' } },
    },
    ssr: { noExternal: true, external: ['better-sqlite3'] },
  });
  return import(pathToFileURL(join(outDir, 'bundle.mjs')).href);
}
