import { z } from 'zod';
import { idSchema } from '../model/ids';
import { text } from '../model/json';
import { fileFormats } from '../plan/file/fileExtensions';
import { wallDateSchema } from '../time/wall';
import { offset, reviewTarget } from './reviewTarget';

/**
 * What a reviewer answers, as one small text file that a browser can write as well as the studio: verdicts on whole
 * texts, remarks on single sentences, and what the reader would write instead.
 */
export const MARKS_VERSION = 1;

export const mark = z.object({
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
