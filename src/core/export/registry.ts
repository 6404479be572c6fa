import { runCopyPack } from './copyPack';
import { runCsv } from './csv';
import { runIcs } from './ics';
import { runMarkdown } from './markdown';
import type { Exporter, ExporterId } from './types';

/**
 * Every way out of the studio but the plan file. An exporter is pure: it names files and their contents, the shell
 * writes them. To add one: a file beside this, an entry here, its id in `types.ts`, a golden case in the tests.
 */
export const exporters = {
  copy_pack: { id: 'copy_pack', extension: '', run: runCopyPack },
  csv: { id: 'csv', extension: 'csv', run: runCsv },
  ics: { id: 'ics', extension: 'ics', run: runIcs },
  markdown: { id: 'markdown', extension: '', run: runMarkdown },
} as const satisfies { readonly [K in ExporterId]: Exporter & { readonly id: K } };
