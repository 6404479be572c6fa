import type { FileKind } from '../../../core/importing/files';
import type { ImportRow } from '../../../core/importing/model';
import type { Failure } from '../../../core/result';

/**
 * What the store and the reader's thread say to each other. The reader opens files that a stranger may have made, in a
 * thread of its own with a bounded memory; the store gets drafts, and pictures as checked files in the staging folder.
 */
export type FileRef = {
  readonly path: string;
  /** The folder the user chose, or the file's own: pictures are taken from nowhere else. */
  readonly root: string;
  /** Path below the root with forward slashes, as messages name it. */
  readonly shown: string;
  readonly kind: FileKind;
};

export type ReadTask = {
  /** What the user chose: files, folders, or both. */
  readonly paths: readonly string[];
  /** The files found by an earlier thread that died over one of them; null to look for them. */
  readonly files: readonly FileRef[] | null;
  /** Where in `files` to begin. */
  readonly from: number;
  readonly staging: string;
};

export type FromReader =
  /** What will be read, and how many files lie there that no reader knows. */
  | { readonly kind: 'files'; readonly files: readonly FileRef[]; readonly left: number }
  | { readonly kind: 'reading'; readonly index: number }
  | { readonly kind: 'rows'; readonly index: number; readonly rows: readonly ImportRow[] }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** Starts a reader; `died` is told when it ended without `done` or `failed`. `stop` ends it at once, unheard. */
export type SpawnReader = (
  task: ReadTask,
  hear: (message: FromReader) => void,
  died: () => void,
) => { readonly stop: () => void };
