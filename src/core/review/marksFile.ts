import { digest } from '../model/ids';
import { canonical } from '../plan/canonical';
import { fileKindOf, MAX_MARKS } from '../plan/file/fileKind';
import { readJson } from '../plan/file/json';
import { err, type Failure, failure, ok, type Result } from '../result';
import { MARKS_VERSION, type MarksPage, marksPage } from './marksPage';

export const writeMarks = (page: MarksPage): string => `${canonical(page)}\n`;

/** Reads a file of marks. All or nothing. Failures: `file_not_kind`, `file_future`, `file_damaged {place}`, `file_too_big`. */
export function readMarks(bytes: Uint8Array, name: string): Result<MarksPage, Failure> {
  if (bytes.length > MAX_MARKS) return err(failure('file_too_big', { file: name, limit: `${MAX_MARKS >> 20} MB` }));
  const parsed = fileKindOf(bytes) === 'marks' ? readJson(bytes) : null;
  if (parsed === null || 'fault' in parsed) return err(failure('file_not_kind', { file: name, wanted: 'marks' }));
  const { version } = parsed.value as { readonly version?: unknown };
  if (typeof version === 'number' && version > MARKS_VERSION)
    return err(failure('file_future', { file: name, found: version, known: MARKS_VERSION }));
  const read = marksPage.safeParse(parsed.value);
  if (!read.success) {
    const place = (read.error.issues[0]?.path ?? []).join(' ');
    return err(failure('file_damaged', { file: name, place: place.slice(0, 300) }));
  }
  if (new Set(read.data.marks.map(({ id }) => id)).size !== read.data.marks.length)
    return err(failure('file_damaged', { file: name, place: 'marks' }));
  return ok(read.data);
}

/**
 * The id of the record a mark becomes: the same for everybody who takes the same file in, so that two planners who merge
 * have it once. It is made of names no other record is made of, so a forged file can touch nothing but marks.
 */
export const markRecordId = ({ review, reader }: Pick<MarksPage, 'review' | 'reader'>, id: string): string =>
  `r_${digest(`mark\n${review}\n${reader}\n${id}`).slice(0, 24)}`;
