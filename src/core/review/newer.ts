/** What a file of a later version says of itself, and how much of it this one does not understand and leaves in the file. */
export type Newer = { readonly version: number; readonly leftOut: number };

/** A file as it was read; `newer` stands where a later version wrote it. */
export type MaybeNewer = { readonly newer?: Newer };

export const newerOf = ({ newer }: MaybeNewer): MaybeNewer => (newer === undefined ? {} : { newer });
