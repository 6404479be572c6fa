import { z } from 'zod';
import { idSchema } from '../../core/model/ids';
import { text } from '../../core/model/json';
import type { OccasionFile } from '../../core/occasions/ics/takeIcs';
import {
  type ImportCard,
  type ImportDetail,
  type ImportState,
  importChoice,
  importRows,
  sheetChoice,
} from '../importing';
import { nothing, store, token } from './spec';

/** What comes from outside: articles and sheets, and calendars of occasions. */
export const bringingCalls = {
  /** What taking in a calendar file would do; nothing is changed. */
  'occasion.read': store(z.object({ token }).strict()).returns<OccasionFile>(),
  /** Reads the file again and takes it in as one step of undo; with nothing to do nothing is written. */
  'occasion.take': store(z.object({ token }).strict()).returns<OccasionFile>(),

  /** Begins the dry run of an import from what was chosen or dropped; a reading that runs is given up for it. */
  'import.start': store(z.object({ token }).strict()).returns<ImportState>(),
  'import.state': store(nothing).returns<ImportState | null>(),
  /** Reads again with what the user says about the columns of one sheet. */
  'import.remap': store(
    z.object({ job: idSchema, path: text(4_096), sheet: text(300), choice: sheetChoice }).strict(),
  ).returns<ImportState>(),
  'import.rows': store(importRows).returns<{ readonly items: readonly ImportCard[]; readonly total: number }>(),
  'import.row': store(z.object({ job: idSchema, index: z.number().int().min(0) }).strict()).returns<ImportDetail>(),
  /** Gives an import up: before it is applied nothing has changed, while it is being applied nothing will have. */
  'import.cancel': store(z.object({ job: idSchema }).strict()).returns<null>(),
  /** Takes the chosen rows as one change. Answers at once; `importing` events tell how far it is. */
  'import.apply': store(z.object({ job: idSchema, choice: importChoice }).strict()).returns<ImportState>(),
} as const;
