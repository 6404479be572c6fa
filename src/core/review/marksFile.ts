import { z } from 'zod';
import { digest } from '../model/ids';
import { integer } from '../model/json';
import { canonical } from '../plan/canonical';
import { fileKindOf, MAX_MARKS } from '../plan/file/fileKind';
import { readJson } from '../plan/file/json';
import { err, type Failure, failure, ok, type Result } from '../result';
import { MARKS_VERSION, type MarksPage, mark, marksPage } from './marksPage';
import type { MaybeNewer } from './newer';

export const writeMarks = (page: MarksPage): string => `${canonical(page)}\n`;

/**
 * Reads a file of marks. All or nothing; of a later version what is understood, and how many marks are not.
 * Failures: `file_not_kind`, `file_future`, `file_damaged {place}`, `file_too_big`.
 */
export function readMarks(bytes: Uint8Array, name: string): Result<MarksPage & MaybeNewer, Failure> {
  if (bytes.length > MAX_MARKS) return err(failure('file_too_big', { file: name, limit: `${MAX_MARKS >> 20} MB` }));
  const parsed = fileKindOf(bytes) === 'marks' ? readJson(bytes) : null;
  if (parsed === null || 'fault' in parsed) return err(failure('file_not_kind', { file: name, wanted: 'marks' }));
  const head = laterPage.safeParse(parsed.value);
  const newer = head.success && head.data.version > MARKS_VERSION ? head.data : null;
  const future = () => err(failure('file_future', { file: name, found: newer?.version ?? 0, known: MARKS_VERSION }));
  if (newer !== null && newer.reads > MARKS_VERSION) return future();
  const understood = newer?.marks.filter((one) => mark.safeParse(one).success);
  const read = marksPage.safeParse(
    newer === null ? parsed.value : { ...(parsed.value as object), version: MARKS_VERSION, marks: understood },
  );
  if (!read.success && newer !== null) return future();
  if (!read.success) {
    const place = (read.error.issues[0]?.path ?? []).join(' ');
    return err(failure('file_damaged', { file: name, place: place.slice(0, 300) }));
  }
  if (new Set(read.data.marks.map(({ id }) => id)).size !== read.data.marks.length)
    return err(failure('file_damaged', { file: name, place: 'marks' }));
  if (newer === null) return ok(read.data);
  const leftOut = newer.marks.length - read.data.marks.length;
  return ok({ ...read.data, newer: { version: newer.version, leftOut } });
}

/** What is asked of a page before its version is known: a later one may hold marks of kinds that do not exist yet. */
const laterPage = z.object({
  version: integer.min(1),
  reads: integer.default(1),
  marks: z.array(z.unknown()).max(5_000),
});

/**
 * The id of the record a mark becomes: the same for everybody who takes the same file in, so that two planners who merge
 * have it once. It is made of names no other record is made of, so a forged file can touch nothing but marks.
 */
export const markRecordId = ({ review, reader }: Pick<MarksPage, 'review' | 'reader'>, id: string): string =>
  `r_${digest(`mark\n${review}\n${reader}\n${id}`).slice(0, 24)}`;
