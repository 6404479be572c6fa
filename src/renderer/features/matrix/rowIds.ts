import type { MatrixModel } from './model';

/** The accounts that have a row now, from top to bottom. */
export const rowIds = ({ rows }: Pick<MatrixModel, 'rows'>): readonly string[] =>
  rows.rows.flatMap((row) => (row.kind === 'account' ? [row.accountId] : []));
