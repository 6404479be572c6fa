import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { ChunkingContext } from 'rolldown';

/** Names the chunk of modules that are reached from the entry by static imports alone; the others split by themselves. */
function firstChunk(entry: string) {
  let reached: Set<string> | null = null;
  return (id: string, graph: ChunkingContext): string | null => {
    if (reached === null) {
      reached = new Set([resolve(entry)]);
      for (const found of reached) for (const next of graph.getModuleInfo(found)?.importedIds ?? []) reached.add(next);
    }
    return reached.has(id) ? 'first' : null;
  };
}

/**
 * Three bundles from one source tree. Only what stands in `dependencies` (better-sqlite3, wasm-vips) stays outside
 * the main bundle. Targets are pinned to the oldest runtime the studio runs on, not derived from the installed one.
 */
const NODE = 'node20.18';
const CHROME = 'chrome130';

/** Each bundle lists the packages it carries with the words of their licences, as these ask for. */
const license = { fileName: 'third-party.md' };

export default defineConfig({
  main: {
    // Its build for Node starts threads of its own through `require`, which an ES module lacks; we zip in the store's thread.
    resolve: { alias: [{ find: /^fflate$/, replacement: 'fflate/browser' }] },
    build: {
      target: NODE,
      license,
      sourcemap: false,
      minify: true,
      rolldownOptions: {
        // Store, images, reader and proposer are entries of their own, because they are started as workers from a file.
        input: {
          index: 'src/main/index.ts',
          store: 'src/main/store/worker.ts',
          images: 'src/main/images/worker.ts',
          reader: 'src/main/reader/worker.ts',
          proposer: 'src/main/proposer/worker.ts',
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: NODE,
      license,
      sourcemap: false,
      minify: true,
      rolldownOptions: {
        input: { index: 'src/preload/index.ts' },
        // A sandboxed preload can only be CommonJS.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react()],
    build: {
      target: CHROME,
      license,
      sourcemap: false,
      minify: true,
      // `assets/` is the address of the workspace's own images.
      assetsDir: 'code',
      rolldownOptions: {
        input: { index: 'src/renderer/index.html' },
        // One chunk for all that the first screen needs: each chunk is a round trip through the shell.
        output: { codeSplitting: { groups: [{ name: firstChunk('src/renderer/main.tsx') }] } },
      },
    },
  },
});
