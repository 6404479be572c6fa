import type { SourceRow } from '../../../core/adapt/behind';

/** The title as a change of its own, before the sentences. */
export const TITLE = -1;

/** Rows with their unchanged neighbours taken together. */
export type Run = { readonly kind: 'same' | 'change'; readonly from: number; readonly to: number };
export function runsOf(rows: readonly SourceRow[]): readonly Run[] {
  const runs: Run[] = [];
  for (const [index, row] of rows.entries()) {
    const last = runs.at(-1);
    if (row.kind === 'same' && last?.kind === 'same') runs[runs.length - 1] = { ...last, to: index + 1 };
    else runs.push({ kind: row.kind === 'same' ? 'same' : 'change', from: index, to: index + 1 });
  }
  return runs;
}
