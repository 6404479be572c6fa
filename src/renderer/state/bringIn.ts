import type { Answer, KeptFile } from '../../contract';
import { assetIdOf } from '../../core/media/assetId';
import { type Failure, failure } from '../../core/result';
import type { Studio } from './studio';

/** Something to be taken in, by the name a refusal calls it. `keep` lays it beside the database, checked. */
export type Arrival = { readonly name: string; readonly keep: () => Promise<Answer<KeptFile>> };

/** What became of each arrival: the id of its asset, or why not. `known` were there before, by the same bytes. */
export type Brought = {
  readonly outcomes: readonly (
    | { readonly name: string; readonly id: string }
    | { readonly name: string; readonly failure: Failure }
  )[];
  readonly ids: readonly string[];
  readonly known: readonly string[];
};

/** A file that was dropped or pasted. One that lies on the disk goes by its place there, never through the page. */
export const arrivalOf = (studio: Studio, file: File): Arrival => ({
  name: file.name,
  keep: async () => {
    const dropped = await studio.api.drop([file]);
    if (dropped.ok) return studio.api.call('asset.keep', { token: dropped.value.token });
    return keepBytes(studio, file.name, file.size, async () => new Uint8Array(await file.arrayBuffer()));
  },
});

/** A picture that stood inside pasted markup. */
export const arrivalOfBytes = (studio: Studio, name: string, bytes: Uint8Array<ArrayBuffer>): Arrival => ({
  name,
  keep: () => keepBytes(studio, name, bytes.length, async () => bytes),
});

/** A file that was chosen in a dialog. */
export const arrivalOfChoice = (studio: Studio, { token, name }: { token: string; name: string }): Arrival => ({
  name,
  keep: () => studio.api.call('asset.keep', { token }),
});

/** Bytes over this are not carried to the store at all: its own limit is lower for pictures and says so. */
const MOST_BYTES = 20 * 1024 * 1024;

async function keepBytes(
  studio: Studio,
  name: string,
  size: number,
  read: () => Promise<Uint8Array<ArrayBuffer>>,
): Promise<Answer<KeptFile>> {
  if (size > MOST_BYTES) return { ok: false, failure: failure('image_too_big', { file: name, limit: '20 MB' }) };
  return studio.api.call('asset.keep_bytes', { name: name.slice(0, 300), bytes: await read() });
}

/** Most files that get their records in one go, as `asset.take` has it. */
const MOST = 500;

/**
 * Keeps one arrival after the other and records what was kept as one step of undo. `fits` says which of them are
 * wanted; another is refused with its failure and gets no record.
 */
export async function bringIn(
  studio: Studio,
  arrivals: readonly Arrival[],
  fits: (kept: KeptFile) => Failure | null = () => null,
): Promise<Brought> {
  const outcomes: Brought['outcomes'][number][] = [];
  const files: KeptFile[] = [];
  for (const { name, keep } of arrivals) {
    const kept = await keep();
    const refused = kept.ok ? fits(kept.value) : kept.failure;
    if (refused !== null) outcomes.push({ name, failure: refused });
    else if (kept.ok) {
      files.push(kept.value);
      outcomes.push({ name, id: assetIdOf(kept.value.file) });
    }
  }
  const ids: string[] = [];
  const known: string[] = [];
  for (let from = 0; from < files.length; from += MOST) {
    const taken = await studio.getState().act('asset.take', { files: files.slice(from, from + MOST) });
    if (taken === null) return { outcomes: outcomes.filter((one) => 'failure' in one), ids, known };
    ids.push(...taken.ids);
    known.push(...taken.known);
  }
  return { outcomes, ids, known };
}
