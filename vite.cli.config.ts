import { defineConfig } from 'vite';

/** The command line: one ES module for plain Node 20, everything in it, no Electron and no native module. */
export default defineConfig({
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: 'src/cli/index.ts',
    outDir: 'out/cli',
    target: 'node20',
    minify: false,
    rolldownOptions: { output: { format: 'es', entryFileNames: 'juzhen.js', codeSplitting: false } },
  },
});
