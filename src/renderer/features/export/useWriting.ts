import { useEffect, useRef, useState } from 'react';
import type { CallOutput, ExportChoiceInput, ExportProgress } from '../../../contract';
import { exportWords } from '../../../core/words/export';
import { useStudioHandle, useWords } from '../../state/StudioProvider';

export type Writing = {
  /** How far it is; null while nothing is written. */
  readonly progress: ExportProgress | null;
  readonly written: CallOutput<'export.write'> | null;
  readonly forget: () => void;
  /** Asks for a folder, or takes the one of before with `again`, and writes. Answers what was written. */
  readonly write: (choice: ExportChoiceInput, again: boolean) => Promise<CallOutput<'export.write'> | null>;
  readonly stop: () => void;
};

/** The folder that was chosen last since the studio started. */
let lastFolder: string | null = null;

/** Writes one export at a time, follows it, and stops it. */
export function useWriting(): Writing {
  const studio = useStudioHandle();
  const [progress, setProgress] = useState<ExportProgress | null>(null);
  const [written, setWritten] = useState<CallOutput<'export.write'> | null>(null);
  const t = useWords(exportWords);
  const job = useRef<string | null>(null);
  const stopped = useRef(false);
  useEffect(
    () =>
      studio.api.on('exporting', (fact) => {
        if (fact.progress.job === job.current) setProgress(fact.progress);
      }),
    [studio],
  );
  return {
    progress,
    written,
    forget: () => setWritten(null),
    write: async (choice, again) => {
      if (job.current !== null) return null;
      const { act } = studio.getState();
      const token =
        again && lastFolder !== null ? lastFolder : ((await act('dialog.choose_folder', {}))?.token ?? null);
      if (token === null) return null;
      lastFolder = token;
      const mine = crypto.randomUUID();
      job.current = mine;
      stopped.current = false;
      setWritten(null);
      setProgress({ job: mine, stage: 'reading', done: 0, total: null });
      const done = await act('export.write', { choice, token, job: mine });
      job.current = null;
      setProgress(null);
      setWritten(done);
      // A folder that could not be written into is asked for anew.
      if (done === null && !stopped.current) lastFolder = null;
      if (done === null && stopped.current) studio.getState().notify({ message: t('write.stopped') });
      return done;
    },
    stop: () => {
      if (job.current === null) return;
      stopped.current = true;
      void studio.getState().act('export.cancel', { job: job.current });
    },
  };
}
