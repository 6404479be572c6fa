import { chmodSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { OpenedReview, SavedMarks } from '../../../contract';
import { fileFormats } from '../../../core/plan/file/fileExtensions';
import { Refusal } from '../../../core/result';
import { writeMarks } from '../../../core/review/marksFile';
import { MARKS_VERSION } from '../../../core/review/marksPage';
import { readReview } from '../../../core/review/reviewFile';
import { syncFolder, writeWhole } from '../../../disk/durable';
import { readReceived } from '../files/received';
import { wordedFor } from '../files/writeFolder';
import { dataAddress } from './handing';

/** Opens somebody's review to read it here. Nothing of it comes into the plan. */
export function openReview(path: string): OpenedReview {
  const { bytes, name } = readReceived(path);
  const read = readReview(bytes, name);
  if (!read.ok) throw new Refusal(read.error);
  const { workspaceId, page, pictures, ...rest } = read.value;
  const shown = [...pictures].flatMap(([file, picture]) => {
    const address = file.endsWith('.webp') ? dataAddress(picture) : null;
    return address === null ? [] : [[file, address] as const];
  });
  return { workspaceId, page, pictures: Object.fromEntries(shown), ...rest };
}

/** Writes a reader's marks where they chose to; the file is there whole or not at all, for whoever they send it to. */
export function saveMarks(marks: SavedMarks, path: string): { readonly file: string } {
  saveFile(path, writeMarks({ format: fileFormats.marks, version: MARKS_VERSION, ...marks }));
  return { file: basename(path) };
}

/** One file for others, at the place the user chose. */
export function saveFile(path: string, content: string | Uint8Array): void {
  try {
    writeWhole(path, content);
    chmodSync(path, 0o644);
    syncFolder(dirname(path));
  } catch (error) {
    throw wordedFor(error, dirname(path));
  }
}
