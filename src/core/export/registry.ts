import { runCopyPack } from './copyPack';
import { runCsv } from './csv';
import { runDocx } from './docx/run';
import { runIcs } from './ics';
import { runJson } from './json';
import { runMarkdown } from './markdown';
import type { ExporterId, ExportOptions } from './options';
import { runPaper, runPrint } from './paper/run';
import type { Exporter, ExportFiles, ExportModel } from './types';
import { runXlsx } from './xlsx';

/**
 * Every way out of the studio but the plan file. To add one: a file beside this, its id and options in `options.ts`, a
 * row here, its name in `words/export.ts`, a golden case in the tests.
 */
export const exporters = {
  copy_pack: { id: 'copy_pack', extension: '', where: 'anywhere', run: runCopyPack },
  csv: { id: 'csv', extension: 'csv', where: 'anywhere', run: runCsv },
  xlsx: { id: 'xlsx', extension: 'xlsx', where: 'anywhere', run: runXlsx },
  ics: { id: 'ics', extension: 'ics', where: 'anywhere', run: runIcs },
  markdown: { id: 'markdown', extension: '', where: 'anywhere', run: runMarkdown },
  json: { id: 'json', extension: 'json', where: 'anywhere', run: runJson },
  html: { id: 'html', extension: 'html', where: 'anywhere', run: runPaper },
  pdf: { id: 'pdf', extension: 'pdf', where: 'desktop', run: runPrint },
  docx: { id: 'docx', extension: '', where: 'anywhere', run: runDocx },
} as const satisfies Exporters;

type Exporters = { readonly [K in ExporterId]: Exporter<K> };
const table: Exporters = exporters;

/** The files of one form, one after the other. */
export const filesIn = <K extends ExporterId>(id: K, model: ExportModel, options: ExportOptions): ExportFiles =>
  table[id].run(model, options[id]);
