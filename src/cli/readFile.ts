import { open, readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Lang } from '../core/model/records';
import { failure } from '../core/result';
import { cliWords } from '../core/words/cli';
import { say } from '../core/words/say';
import { exitCodes, type Io, Stop, stopped } from './io';

const MEBIBYTE = 1_048_576;
/** Longest Markdown file: far beyond any post, small enough to hold in memory several times. */
const MAX_TEXT_FILE = 8 * MEBIBYTE;

/** The bytes of a file, or one sentence that says why not. `file` is shown as the user wrote it. */
export async function readBytes(io: Io, lang: Lang, file: string, max: number): Promise<Uint8Array> {
  const path = resolve(io.cwd, file);
  const facts = await stat(path).catch(() => null);
  if (facts === null || !facts.isFile()) throw stopped(lang, failure('file_missing', { file }));
  if (facts.size > max)
    throw stopped(lang, failure('file_too_big', { file, limit: `${Math.floor(max / MEBIBYTE)} MB` }));
  try {
    return await readFile(path);
  } catch (error) {
    // It is there: what keeps us from it is said as what it is.
    throw stopped(lang, failure('file_unreadable', { file, place: (error as NodeJS.ErrnoException).code ?? '?' }));
  }
}

/** A UTF-8 text file. Anything else is refused rather than read as garbage. */
export async function readText(io: Io, lang: Lang, file: string): Promise<string> {
  const bytes = await readBytes(io, lang, file, MAX_TEXT_FILE);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Stop(say(cliWords, lang, 'file_not_utf8', { file }), exitCodes.badInput);
  }
}

/** The first bytes of a file and its size; null when it is not there. */
export async function readHead(path: string, length: number): Promise<{ head: Uint8Array; size: number } | null> {
  const handle = await open(path, 'r').catch(() => null);
  if (handle === null) return null;
  try {
    const { size } = await handle.stat();
    const head = new Uint8Array(Math.min(length, size));
    const { bytesRead } = await handle.read(head, 0, head.length, 0);
    return { head: head.subarray(0, bytesRead), size };
  } catch {
    return null;
  } finally {
    await handle.close();
  }
}
