import { useEffect, useRef, useState } from 'react';
import type { CallOutput, ExportChoiceInput, ExportProgress } from '../../../contract';
import { exportWords } from '../../../core/words/export';
import { useStudioHandle, useWords } from '../../state/StudioProvider';

export type Writing = {
  /** How far it is; null while nothing is written. */
  readonly progress: ExportProgress | null;
  readonly written: CallOutput<'export.write'> | null;
  readonly forget: () => void;
  /**
   * Asks for a folder, or takes the one of before with `again`, and writes. Answers what was written.
   * @param setup the choice as `setup.ts` prints it, remembered with the folder.
   */
  readonly write: (
    choice: ExportChoiceInput,
    setup: string,
    again: boolean,
  ) => Promise<CallOutput<'export.write'> | null>;
  readonly stop: () => void;
};

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
    write: async (choice, setup, again) => {
      if (job.current !== null) return null;
      const { act } = studio.getState();
      const before = again ? ((await act('export.last', {}))?.token ?? null) : null;
      const token = before ?? (await act('dialog.choose_folder', {}))?.token ?? null;
      if (token === null) return null;
      const mine = crypto.randomUUID();
      job.current = mine;
      stopped.current = false;
      setWritten(null);
      setProgress({ job: mine, stage: 'reading', done: 0, total: null });
      const done = await act('export.write', { choice, token, job: mine, setup });
      job.current = null;
      setProgress(null);
      setWritten(done);
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
