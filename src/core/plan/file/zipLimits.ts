import { refuse } from '../../result';

/** What a zip without extensions can hold: the highest number of each field means "look elsewhere". */
export const ZIP_FILES = 0xfffe;
export const ZIP_BYTES = 0xfffffffe;

/** Refuses `zip_too_big` for more than a plain zip can hold; many programs open nothing else. `bytes` before packing are the most it can become. */
export function checkZip({ files, bytes }: { readonly files: number; readonly bytes: number }): void {
  if (files > ZIP_FILES || bytes > ZIP_BYTES)
    refuse('zip_too_big', { files, size: `${(bytes / 1_000_000_000).toFixed(1)} GB` });
}
