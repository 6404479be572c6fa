import { mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '../../../..');

/** One seeded fault: a line of the real source, and what stands there instead. */
export type Mutation = { readonly file: string; readonly from: string; readonly to: string };

/**
 * The module `entry` built from the real source with one line changed, and imported. The line must stand there exactly
 * once: a mutant of code that has moved on would prove nothing.
 */
export async function mutated<T>(
  entry: string,
  { file, from, to }: Mutation,
  external: readonly string[] = [],
): Promise<T> {
  const outDir = mkdtempSync(join(root, 'node_modules', '.juzhen-mutant-'));
  let changed = 0;
  try {
    await build({
      root,
      configFile: false,
      logLevel: 'error',
      plugins: [
        {
          name: 'mutant',
          enforce: 'pre',
          transform(code, id) {
            if (!id.endsWith(file)) return null;
            changed += code.split(from).length - 1;
            return { code: code.replace(from, () => to), map: null };
          },
        },
      ],
      build: {
        ssr: entry,
        outDir,
        target: 'node20',
        minify: false,
        rollupOptions: { output: { entryFileNames: 'mutant.mjs' } },
      },
      // Packages stay outside: they are found from node_modules, where the mutant lies.
      ssr: { external: [...external] },
    });
    if (changed !== 1) throw new Error(`${file} has “${from}” ${changed} times, not once.`);
    return (await import(pathToFileURL(join(outDir, 'mutant.mjs')).href)) as T;
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}
