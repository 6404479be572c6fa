/** A folder as core may look at it; whoever has files hands one in. Paths are relative, with forward slashes. */
export type FolderView = {
  /** What lies in a folder, in any order; null when there is none of that name. `''` is the folder itself. */
  readonly list: (path: string) => readonly FolderEntry[] | null;
  /** A whole file. Throws the caller's own refusal when it cannot be read or is longer than `limit` bytes. */
  readonly read: (path: string, limit: number) => Uint8Array;
};

/** `other` is a link, a pipe, a device: nothing that a plan holds. */
export type FolderEntry = { readonly name: string; readonly kind: 'file' | 'folder' | 'other' };
