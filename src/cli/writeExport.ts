import { randomBytes } from 'node:crypto';
import { lstat, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import type { ExportContent, ExportFile } from '../core/export/types';
import { withoutPrivateParts } from '../core/media/privateParts/withoutPrivateParts';
import type { Lang } from '../core/model/records';
import { writeZip } from '../core/plan/file/zip';
import { failure } from '../core/result';
import { cliWords } from '../core/words/cli';
import { speaker } from '../core/words/say';
import { type Io, stopped } from './io';
import { progress } from './progress';
import { writing } from './writing';

/** Bytes of a picture carried in the plan, by the id of its record; null where it is not. */
export type Pictures = (assetId: string) => Uint8Array | null;

/**
 * Writes files below `out` as they come, all or nothing: first aside under a name nobody has, then moved into place once
 * all of them are there. Files of those names are replaced, others stay. Answers the paths written, and those whose
 * picture is not in the plan.
 */
export async function writeExport(
  io: Io,
  lang: Lang,
  out: string,
  files: Iterable<ExportFile> | AsyncIterable<ExportFile>,
  pictures: Pictures,
): Promise<{ readonly written: readonly string[]; readonly missing: readonly string[] }> {
  const root = resolve(io.cwd, out);
  const told = progress(io, Number.POSITIVE_INFINITY, (count) =>
    speaker(cliWords, lang)('progress_files', { count: count - (count % 50) }),
  );
  return writing(lang, out, async () => {
    const before = await lstat(root).catch(() => null);
    if (before === null) await mkdir(dirname(root), { recursive: true });
    // Beside or in the folder itself: a rename must not cross to another disk.
    const fresh = join(before === null ? dirname(root) : root, `.juzhen-${randomBytes(6).toString('hex')}.part`);
    const written: string[] = [];
    const missing: string[] = [];
    try {
      await mkdir(fresh);
      for await (const { path, content } of files) {
        const target = resolve(fresh, path);
        if (!target.startsWith(fresh + sep))
          throw stopped(lang, failure('file_unsafe_path', { file: out, place: path }));
        const bytes = bytesOf(content, pictures);
        if (bytes === null) {
          missing.push(path);
          continue;
        }
        await mkdir(dirname(target), { recursive: true });
        await writeFile(target, bytes);
        written.push(path);
        told.at(written.length);
      }
      if (before === null) await rename(fresh, root);
      else await moveInto(root, fresh, written);
    } finally {
      told.end();
      await rm(fresh, { recursive: true, force: true });
    }
    return { written, missing };
  });
}

async function moveInto(root: string, fresh: string, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await rename(join(fresh, path), join(root, path));
  }
}

/** Without a window nothing is cut, scaled or printed: originals go out, without what they tell about their maker. */
function bytesOf(content: ExportContent, pictures: Pictures): Uint8Array | string | null {
  if (typeof content === 'string' || content instanceof Uint8Array) return content;
  if ('made' in content || 'print' in content) return null;
  if ('assetId' in content) {
    const bytes = pictures(content.assetId);
    return bytes === null ? null : withoutPrivateParts(bytes);
  }
  const parts = content.archive.map((part) => ({ path: part.path, bytes: bytesOf(part.content, pictures) }));
  if (parts.some(({ bytes }) => bytes === null)) return null;
  return writeZip(
    parts.map(({ path, bytes }) => ({
      path,
      bytes: typeof bytes === 'string' ? Buffer.from(bytes) : (bytes as Uint8Array),
    })),
    (path) => /\.(?:png|jpe?g|gif|webp)$/.test(path),
  );
}
