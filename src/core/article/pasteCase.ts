import { digest } from '../model/ids';

import { comparePasted, type Difference } from './pasteBack';
import type { PasteInput } from './pasteInput';

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
