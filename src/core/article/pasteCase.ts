import { z } from 'zod';
import { digest, formatRefSchema } from '../model/ids';
import { text } from '../model/json';

import { comparePasted, type Difference } from './pasteBack';
import { themeIds } from './themes';

/**
 * A case of what an editor did to an article: what went in, what came out, and what was seen then. Kept as a file, it can
 * join `test/fixtures/article/cases/`, where every later version of the studio is held against it.
 */
export type PasteCase = {
  readonly schema: 1;
  readonly kind: 'paste_case';
  readonly format: string;
  readonly theme: string;
  readonly ours: string;
  readonly theirs: string;
  readonly differences: readonly Difference[];
};

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

/** The case's file: its name says the format and the content, so that the same case is one file. Null when it cannot be read. */
export function writeCase(input: PasteInput): { readonly name: string; readonly text: string } | null {
  const compared = comparePasted(input.ours, input.theirs);
  if (compared === null) return null;
  const { format, theme, ours, theirs } = input;
  const made: PasteCase = {
    schema: 1,
    kind: 'paste_case',
    format,
    theme,
    ours,
    theirs,
    differences: compared.differences,
  };
  const name = `${format.replace('/', '-')}-${digest(`${ours}\n${theirs}`).slice(0, 8)}.json`;
  return { name, text: `${JSON.stringify(made, null, 2)}\n` };
}
