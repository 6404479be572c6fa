/** A stretch of the clean file, in order: of the original, or written anew. */
export type Part = Uint8Array;

/** The stretches of a clean file; null when the bytes are not of this kind. What is broken is left for the decoder to refuse. */
export type Clean = (file: Uint8Array, view: DataView) => readonly Part[] | null;

export function latin(file: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...file.subarray(at, at + length));
}
