import type { ExportFile, ExportModel } from '../types';
import { paperPage } from './page';

/** The view as a page to open, send and print. */
export const runPaper = (model: ExportModel): readonly ExportFile[] =>
  model.entries.length === 0 ? [] : [{ path: 'schedule.html', content: paperPage(model) }];

/** The same page, to be printed as PDF. */
export const runPrint = (model: ExportModel): readonly ExportFile[] =>
  model.entries.length === 0
    ? []
    : [{ path: 'schedule.pdf', content: { print: paperPage(model), key: 'schedule.pdf' } }];
