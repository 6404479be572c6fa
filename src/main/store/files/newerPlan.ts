import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { digestBytes } from '../../../core/model/ids';
import type { Json } from '../../../core/model/json';
import type { Newer } from '../../../core/plan/file/content';
import { joinNewer, type NewerWith } from '../../../core/plan/merge';
import { syncFolder, writeWhole } from '../../../disk/durable';
import { assetFolder } from '../assets/assets';
import { prepared, type ReadDb, type WriteDb } from '../database';
import { writeMeta } from '../migrations';

/**
 * What a plan file of a later format brought beside records and pictures, kept until it is written back: its number and
 * members of its manifest in the database, its files beside the pictures under their digests.
 */
const PLACE = 'plan_newer';
type Stored = NewerWith<string>;

const stored = z.object({
  version: z.number(),
  manifest: z.record(z.string(), z.json()),
  files: z.record(z.string(), z.string()).optional(),
});

/** Null for none. */
function readStored(db: ReadDb): Stored | null {
  const row = prepared(db, 'SELECT value FROM meta WHERE key = ?').get(PLACE) as { value: string } | undefined;
  if (row === undefined) return null;
  const { version, manifest, files } = stored.parse(JSON.parse(row.value));
  return {
    version,
    manifest: manifest as Readonly<Record<string, Json>>,
    ...(files === undefined ? {} : { files: new Map(Object.entries(files)) }),
  };
}

const jsonOf = ({ version, manifest, files }: Stored): string =>
  JSON.stringify({
    version,
    manifest,
    ...(files === undefined ? {} : { files: Object.fromEntries([...files].sort(([a], [b]) => (a < b ? -1 : 1))) }),
  });

const storedOf = ({ version, manifest, files }: Newer): Stored => ({
  version,
  manifest,
  ...(files === undefined
    ? {}
    : { files: new Map([...files].map(([path, bytes]) => [path, digestBytes(bytes)] as const)) }),
});

const nameOf = (digest: string): string => `${digest}.kept`;

/** As it leaves again; a file that somebody took out of the folder by hand is left out. */
export function readNewer(db: ReadDb, folder: string): Newer | undefined {
  const found = readStored(db);
  if (found === null) return undefined;
  const { version, manifest, files } = found;
  if (files === undefined) return { version, manifest };
  const bytes = [...files].flatMap(([path, digest]): [string, Uint8Array][] => {
    const file = join(assetFolder(folder), nameOf(digest));
    return existsSync(file) ? [[path, new Uint8Array(readFileSync(file))]] : [];
  });
  return { version, manifest, files: new Map(bytes) };
}

/** Digests of the files that are kept: they have no record that names them. */
export const keptDigests = (db: ReadDb): readonly string[] => [...(readStored(db)?.files?.values() ?? [])];

/** Puts the files beside the pictures; before the transaction that names them. */
export function writeKeptFiles(folder: string, newer: Newer | undefined): void {
  if (newer?.files === undefined) return;
  const home = assetFolder(folder);
  mkdirSync(home, { recursive: true, mode: 0o700 });
  for (const bytes of newer.files.values()) {
    const target = join(home, nameOf(digestBytes(bytes)));
    if (!existsSync(target)) writeWhole(target, bytes);
  }
  syncFolder(home);
}

/** Keeps it beside what is kept already; answers whether anything was new. */
export function addNewer(db: WriteDb, newer: Newer): boolean {
  const before = readStored(db) ?? undefined;
  const after = joinNewer(before, storedOf(newer), (digest) => digest) as Stored;
  const json = jsonOf(after);
  if (before !== undefined && json === jsonOf(before)) return false;
  writeMeta(db, PLACE, json);
  return true;
}
