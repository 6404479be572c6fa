import { z } from 'zod';
import { changeLabel } from '../../core/plan/labels';
import { opSchema } from '../../core/plan/ops';
import type { BackupFile } from '../backups';
import { type ExportPreview, exportChoice, exportJob, exportSetup } from '../exports';
import type { HistoryState, HistoryStep } from '../history';
import type { PictureJob, PrintJob } from '../pictures';
import { changeNumber, nothing, store, token } from './spec';

/** Changes and how they are taken back, and the ways out: exports and backups. */
export const keepingCalls = {
  /** Ops under one label: one transaction, one step of undo. Answers the ids of records that changed. */
  'change.make': store(z.object({ label: changeLabel, ops: z.array(opSchema).min(1).max(5_000) }).strict()).returns<{
    readonly changed: number;
  }>(),

  'history.state': store(nothing).returns<HistoryState>(),
  /** Takes back the latest change, or nothing when its number is not above `after`. */
  'history.undo': store(z.object({ after: changeNumber }).strict()).returns<HistoryStep>(),
  'history.redo': store(z.object({ after: changeNumber }).strict()).returns<HistoryStep>(),

  'export.preview': store(z.object({ choice: exportChoice }).strict()).returns<ExportPreview>(),
  /** What must be made of which pictures before an export can be written; the shell has it made. */
  'export.pictures': store(z.object({ choice: exportChoice }).strict()).returns<readonly PictureJob[]>(),
  /** Pages that must be printed before the same choice can be written; the shell prints them. */
  'export.prints': store(z.object({ choice: exportChoice }).strict()).returns<readonly PrintJob[]>(),
  /** Writes into a new folder below the chosen one, all or nothing. */
  'export.write': store(
    z
      .object({
        choice: exportChoice,
        token,
        job: exportJob.optional(),
        /** The choice as the screen keeps it: remembered with the folder, for `export.last`. */
        setup: exportSetup.optional(),
      })
      .strict(),
  ).returns<{
    readonly folder: string;
    readonly files: number;
    readonly bytes: number;
  }>(),

  /** Stops an export that is on its way: it is refused as `cancelled`, and nothing of it stays. */
  'export.cancel': store(z.object({ job: exportJob }).strict()).returns<null>(),

  'backup.list': store(nothing).returns<readonly BackupFile[]>(),
  'backup.make': store(nothing).returns<BackupFile>(),
  /** Saves the present first, then puts the chosen copy in its place. */
  'backup.restore': store(z.object({ name: z.string().regex(/^[0-9A-Za-z_.-]{1,120}$/) }).strict()).returns<null>(),
} as const;
