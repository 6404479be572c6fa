import type { FileKind } from '../../../core/importing/files';
import type { ImportRow } from '../../../core/importing/model';
import type { Failure } from '../../../core/result';
import type { SheetField } from '../../../core/sheets/recognise/fields';
import type { SheetMapping } from '../../../core/sheets/recognise/mapping';
import type { SheetChoice, SheetText, SheetWorld } from '../../../core/sheets/sheetRows';

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

/** A sheet as it was understood: what the columns are, and whether its rows are taken. */
export type SheetSeen = {
  readonly path: string;
  /** Empty for a text file, which is one sheet. */
  readonly sheet: string;
  readonly hidden: boolean;
  readonly taken: boolean;
  readonly mapping: SheetMapping;
  readonly text: SheetText | null;
};

/** What the user said about one sheet. */
export type SheetSaid = { readonly path: string; readonly sheet: string; readonly choice: SheetChoice };

export type ReadTask = {
  /** What the user chose: files, folders, or both. */
  readonly paths: readonly string[];
  /** The files found by an earlier thread that died over one of them; null to look for them. */
  readonly files: readonly FileRef[] | null;
  /** Where in `files` to begin. */
  readonly from: number;
  readonly staging: string;
  readonly world: SheetWorld;
  readonly choices: readonly SheetSaid[];
  /** Field by folded header, under the fingerprint of the headers it was chosen for. */
  readonly remembered: Readonly<Record<string, Readonly<Record<string, SheetField>>>>;
};

export type FromReader =
  /** What will be read, and how many files lie there that no reader knows. */
  | { readonly kind: 'files'; readonly files: readonly FileRef[]; readonly left: number }
  | { readonly kind: 'reading'; readonly index: number }
  | {
      readonly kind: 'rows';
      readonly index: number;
      readonly rows: readonly ImportRow[];
      readonly sheets?: readonly SheetSeen[];
    }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** Starts a reader; `died` is told when it ended without `done` or `failed`. `stop` ends it at once, unheard. */
export type SpawnReader = (
  task: ReadTask,
  hear: (message: FromReader) => void,
  died: () => void,
) => { readonly stop: () => void };
