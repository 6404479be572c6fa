import { createHash, randomBytes } from 'node:crypto';
import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import type { KeptFile } from '../../../contract';
import { assetIdOf } from '../../../core/media/assetId';
import { type MediaFacts, mediaEndings, mediaFacts } from '../../../core/media/mediaHeader';
import { moves } from '../../../core/media/moves';
import type { FileView } from '../../../core/media/mp4Header';
import { withoutPrivateParts } from '../../../core/media/privateParts/withoutPrivateParts';
import { createOp, type Op } from '../../../core/plan/ops';
import { refuse } from '../../../core/result';
import { writeWhole } from '../../../disk/durable';
import type { ReadDb } from '../database';
import { viewFile } from '../files/fileView';
import { readView } from '../rows';

/** Largest picture we take, in bytes: what the widest platform accepts, with room. */
export const MAX_IMAGE = 20 * 1024 * 1024;
/** Largest film or sound, in bytes: it travels in plan files, which have their own bound. */
export const MAX_FILM = 200 * 1024 * 1024;

export const assetFolder = (folder: string): string => join(folder, 'assets');

/** The file name of an asset in the workspace's asset folder. */
export const assetFile = (hash: string, mime: string): string => `${hash}.${mediaEndings[mime] ?? 'bin'}`;

export type KeptImage = { readonly id: string; readonly ops: readonly Op[] };

/** Keeps a picture under the hash of its bytes and describes it, for texts that bring their pictures along. */
export function keepImage(db: ReadDb, folder: string, name: string, bytes: Uint8Array): KeptImage {
  const { file } = keepBytes(folder, name, bytes);
  return takeOps(db, folder, [{ name, file }])[0] ?? refuse('image_unreadable', { file: name });
}

/**
 * Puts a picture's bytes beside the database under their hash, without what they tell about their maker: so no export
 * can carry it out. What cannot be used is refused by its real reason; the name's ending is never asked.
 */
export function keepBytes(folder: string, name: string, bytes: Uint8Array): KeptFile {
  const { mime } = known(name, { size: bytes.length, at: (from, length) => bytes.subarray(from, from + length) });
  const clean = withoutPrivateParts(bytes);
  const file = assetFile(createHash('sha256').update(clean).digest('hex'), mime);
  const target = join(assetFolder(folder), file);
  mkdirSync(assetFolder(folder), { recursive: true, mode: 0o700 });
  if (!existsSync(target)) writeWhole(target, clean);
  return { name, file };
}

/** Takes a chosen file in. A film is copied under the hash of the copy's bytes; however large, it is never read whole. */
export function keepFile(folder: string, path: string): KeptFile {
  const name = basename(path);
  if (!existsSync(path)) refuse('file_missing', { file: name });
  if (!statSync(path).isFile()) refuse('media_unreadable', { file: name });
  const { mime, kind } = inspect(path, name);
  if (kind === 'picture') return keepBytes(folder, name, readFileSync(path));
  mkdirSync(assetFolder(folder), { recursive: true, mode: 0o700 });
  const copy = join(assetFolder(folder), `incoming.${randomBytes(6).toString('hex')}.part`);
  try {
    copyFileSync(path, copy);
    // Some systems copy the date along: a film of last year is not left over since last year.
    const now = new Date();
    utimesSync(copy, now, now);
    const file = assetFile(hashOf(copy), mime);
    const target = join(assetFolder(folder), file);
    if (existsSync(target)) rmSync(copy);
    else renameSync(copy, target);
    return { name, file };
  } catch (error) {
    rmSync(copy, { force: true });
    throw error;
  }
}

/** The records of kept files that have none yet, each described from its own bytes. */
export function takeOps(db: ReadDb, folder: string, files: readonly KeptFile[]): readonly KeptImage[] {
  const made = new Set<string>();
  return files.map(({ name, file }) => {
    const path = join(assetFolder(folder), file);
    if (!existsSync(path)) refuse('file_missing', { file: name });
    const [hash = ''] = file.split('.');
    const id = assetIdOf(hash);
    if (made.has(id) || readView(db, 'asset', id) !== null) return { id, ops: [] };
    made.add(id);
    const { kind, ...facts } = inspect(path, name);
    const animated = kind === 'picture' && moves(readFileSync(path));
    const called = name.toWellFormed().slice(0, 300);
    return {
      id,
      ops: [createOp('asset', id, { name: called, hash, bytes: statSync(path).size, ...facts, moves: animated })],
    };
  });
}

/** Facts of a file on disk; refuses by its real reason. */
const inspect = (path: string, name: string): MediaFacts => viewFile(path, (file) => known(name, file));

function known(name: string, file: FileView): MediaFacts {
  const facts = mediaFacts(file);
  if (!facts.ok)
    return refuse(facts.error.code, { file: name, ...(facts.error.kind ? { kind: facts.error.kind } : {}) });
  const picture = facts.value.kind === 'picture';
  if (picture && file.size > MAX_IMAGE) refuse('image_too_big', { file: name, limit: '20 MB' });
  if (!picture && file.size > MAX_FILM) refuse('image_too_big', { file: name, limit: '200 MB' });
  return facts.value;
}

function hashOf(path: string): string {
  const hash = createHash('sha256');
  const handle = openSync(path, 'r');
  try {
    const piece = Buffer.alloc(1024 * 1024);
    for (;;) {
      const read = readSync(handle, piece);
      if (read === 0) return hash.digest('hex');
      hash.update(piece.subarray(0, read));
    }
  } finally {
    closeSync(handle);
  }
}
