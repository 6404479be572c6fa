import { join } from 'node:path';
import { writeCase } from '../../../core/article/pasteCase';
import type { PasteInput } from '../../../core/article/pasteInput';
import { refuse } from '../../../core/result';
import { writeDurably } from '../../../disk/durable';

/** Beside the workspace's database: cases are files to hand on, no part of the plan. */
const FOLDER = 'paste-cases';

/** Keeps a case as a file; the same case is the same file. Answers its place below the workspace. */
export function keepCase(folder: string, input: PasteInput): { readonly file: string } {
  const made = writeCase(input) ?? refuse('bad_input', { field: 'theirs' });
  const path = join(folder, FOLDER, made.name);
  try {
    writeDurably(path, made.text);
  } catch (error) {
    return refuse('folder_not_writable', { folder: FOLDER, reason: String(error) });
  }
  return { file: `${FOLDER}/${made.name}` };
}
