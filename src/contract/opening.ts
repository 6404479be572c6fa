import type { FileKind } from '../core/plan/file/fileExtensions';

/** What was chosen, dropped or double-clicked, told by its first bytes and not by its name, before anything is read. */
export type FileLook = {
  readonly name: string;
  /** Null for anything but a file of the studio: articles and sheets, for the import to read. */
  readonly kind: FileKind | null;
  /** It belongs to the workspace that is open: a copy of this plan, marks on it, its slip. */
  readonly mine: boolean;
};
