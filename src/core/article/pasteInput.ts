import { z } from 'zod';
import { formatRefSchema } from '../model/ids';
import { text } from '../model/json';
import { themeIds } from './themes';

/** Code points of one HTML; the platform takes a fiftieth of it. */
export const MAX_PASTED = 1_000_000;

export const pasteInput = z
  .object({
    format: formatRefSchema,
    theme: z.enum(themeIds),
    ours: text(MAX_PASTED),
    theirs: text(MAX_PASTED).min(1),
  })
  .strict();
export type PasteInput = z.infer<typeof pasteInput>;
