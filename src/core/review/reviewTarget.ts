import { z } from 'zod';
import { formatRefSchema, idSchema } from '../model/ids';
import { integer } from '../model/json';

/** Whose text it is: a piece itself, or its version for a format and an account. */
export const reviewTarget = z
  .object({ pieceId: idSchema, format: formatRefSchema.nullable(), accountId: idSchema.nullable() })
  .strict();
export type ReviewTarget = z.infer<typeof reviewTarget>;

/** Texts in one review. */
export const MOST_ITEMS = 500;

/** Offsets in marks are UTF-16 units of one text. */
export const offset = integer.min(0).max(400_000);
