import { basename } from 'node:path';
import { type Failure, failure, Refusal } from '../../core/result';
import type { FromPlanReader } from '../store/merging/reading';
import { type PlanTask, readReceived } from '../store/merging/received';

/** Records told at once: reading the text of so many takes the store no longer than it may keep a call waiting. */
const AT_ONCE = 200;

/** What a file system refuses is a failure with a remedy; a fault of our own stays one. */
function failureOf(error: unknown, file: string): Failure {
  if (error instanceof Refusal) return error.failure;
  const { code } = error as { readonly code?: unknown };
  if (code === 'ENOSPC') return failure('disk_full');
  if (typeof code === 'string' && /^E[A-Z]+$/.test(code)) return failure('file_unreadable', { file, place: code });
  throw error;
}

/** Reads a received plan and tells of it. */
export function tellReceived(task: PlanTask, tell: (message: FromPlanReader) => void): void {
  try {
    const { lawful, ...plan } = readReceived(task);
    for (let at = 0; at < lawful.length; at += AT_ONCE) {
      const some = lawful.slice(at, at + AT_ONCE);
      tell({ kind: 'records', text: JSON.stringify(some), count: some.length });
    }
    tell({ kind: 'read', plan });
  } catch (error) {
    tell({ kind: 'failed', failure: failureOf(error, basename(task.path)) });
  }
}
