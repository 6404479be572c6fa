import { refusedRow } from '../../../core/importing/draft';
import { failure } from '../../../core/result';
import type { FileRef, FromReader, ReadTask, SpawnReader } from './protocol';

/** A reader that says nothing for so long, in milliseconds, is stuck in its file. */
const MAX_SILENCE = 60_000;

/**
 * Reads files through a reader's thread, and outlives it: a file that takes it down, by memory or by time, becomes one
 * refused row, and another thread goes on behind it.
 */
export function superviseReading(
  spawn: SpawnReader,
  task: Omit<ReadTask, 'files' | 'from'>,
  hear: (message: FromReader) => void,
  maxSilence = MAX_SILENCE,
): { readonly stop: () => void } {
  let files: readonly FileRef[] | null = null;
  let at = 0;
  let thread: { readonly stop: () => void } | null = null;
  let silence: NodeJS.Timeout | undefined;
  let ended = false;

  const end = (): void => {
    ended = true;
    clearTimeout(silence);
    thread?.stop();
  };
  const watch = (): void => {
    clearTimeout(silence);
    silence = setTimeout(() => {
      thread?.stop();
      lost();
    }, maxSilence);
  };
  function lost(): void {
    if (ended) return;
    const file = files?.[at];
    if (files === null || file === undefined) {
      end();
      hear({
        kind: 'failed',
        failure: failure('reading_stopped', { file: task.paths[0]?.split(/[\\/]/).at(-1) ?? '' }),
      });
      return;
    }
    const name = file.shown.split('/').at(-1) ?? file.shown;
    const source = { file: name, path: file.shown, line: null, sheet: null };
    hear({ kind: 'rows', index: at, rows: [refusedRow(source, failure('reading_stopped', { file: name }))] });
    at += 1;
    start();
  }
  function start(): void {
    watch();
    thread = spawn(
      { ...task, files, from: at },
      (message) => {
        if (ended) return;
        watch();
        if (message.kind === 'files') files = message.files;
        if (message.kind === 'reading') at = message.index;
        if (message.kind === 'done' || message.kind === 'failed') end();
        hear(message);
      },
      lost,
    );
  }
  start();
  return { stop: end };
}
