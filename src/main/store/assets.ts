import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { imageFacts } from '../../core/media/imageHeader';
import { createOp, type Op } from '../../core/plan/ops';
import { refuse } from '../../core/result';
import type { ReadDb } from './database';
import { writeWhole } from './durable';
import { readView } from './rows';

/** Largest picture we take, in bytes: what the widest platform accepts, with room. */
export const MAX_IMAGE = 20 * 1024 * 1024;

const extensions: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
};

export const assetFolder = (folder: string): string => join(folder, 'assets');

export type KeptImage = { readonly id: string; readonly ops: readonly Op[] };

/**
 * Keeps a picture under the hash of its bytes and describes it. The same bytes twice are one asset. Refuses
 * `image_unreadable` for anything but PNG, JPEG, GIF and WebP, and `image_too_big`.
 */
export function keepImage(db: ReadDb, folder: string, name: string, bytes: Uint8Array): KeptImage {
  if (bytes.length > MAX_IMAGE) refuse('image_too_big', { file: name, limit: '20 MB' });
  const header = imageFacts(bytes);
  const extension = header === null ? undefined : extensions[header.mime];
  if (header === null || extension === undefined) return refuse('image_unreadable', { file: name });
  const hash = createHash('sha256').update(bytes).digest('hex');
  const id = `a_${hash.slice(0, 24)}`;
  const target = join(assetFolder(folder), `${hash}.${extension}`);
  mkdirSync(assetFolder(folder), { recursive: true, mode: 0o700 });
  if (!existsSync(target)) writeWhole(target, bytes);
  if (readView(db, 'asset', id) !== null) return { id, ops: [] };
  const { mime, width, height } = header;
  return {
    id,
    ops: [
      createOp('asset', id, {
        name: name.toWellFormed().slice(0, 300),
        hash,
        mime,
        width,
        height,
        bytes: bytes.length,
      }),
    ],
  };
}

/** Reads a picture the user chose in a dialog. */
export function readChosen(path: string, limit: number): Uint8Array {
  const name = basename(path);
  if (!existsSync(path)) refuse('file_missing', { file: name });
  if (statSync(path).size > limit)
    refuse('file_too_big', { file: name, limit: `${Math.round(limit / 1024 / 1024)} MB` });
  return readFileSync(path);
}

/** The file name of an asset in the workspace's asset folder. */
export const assetFile = (hash: string, mime: string): string => `${hash}.${extensions[mime] ?? 'bin'}`;
