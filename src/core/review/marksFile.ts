import { z } from 'zod';
import { digest, idSchema } from '../model/ids';
import { text } from '../model/json';
import { canonical } from '../plan/canonical';
import { fileFormats, fileKindOf, MAX_MARKS } from '../plan/file/fileKind';
import { readJson } from '../plan/file/json';
import { err, type Failure, failure, ok, type Result } from '../result';
import { wallDateSchema } from '../time/wall';
import { offset, reviewTarget } from './reviewFile';

/**
 * What a reviewer answers, as one small text file that a browser can write as well as the studio: verdicts on whole
 * texts, remarks on single sentences, and what the reader would write instead.
 */
export const MARKS_VERSION = 1;

const mark = z.object({
  /** Its own name within the reader's answers: the same mark saved again replaces itself. */
  id: z.string().regex(/^[A-Za-z0-9_.-]{1,80}$/),
  target: reviewTarget,
  /** Of the words that were read (`textHash`). */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  kind: z.enum(['approve', 'change', 'comment', 'suggest']),
  /** The text it is about; empty for all of them. */
  field: text(40),
  at: offset.nullable(),
  quote: text(4_000),
  comment: text(20_000),
  suggestion: text(20_000).nullable(),
});
export type Mark = z.infer<typeof mark>;

export const marksPage = z.object({
  format: z.literal(fileFormats.marks),
  version: z.literal(MARKS_VERSION),
  workspace: idSchema,
  /** The review file it answers. */
  review: idSchema,
  /** One reader's answers to one review, whoever they say they are. */
  reader: idSchema,
  by: text(200),
  day: wallDateSchema,
  marks: z.array(mark).max(5_000),
});
export type MarksPage = z.infer<typeof marksPage>;

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
