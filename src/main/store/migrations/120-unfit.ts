import type { Migration } from '../migrations';

/**
 * Formats a piece's text fits no lawful form of, as a JSON list of `weibo/post`, so that a proposal need not adapt anything.
 * Derived like the counts beside it: written where a piece's findings are counted, which those that have some are due for once more.
 */
export const unfit: Migration = {
  version: 120,
  name: 'unfit',
  up: /* sql */ `
ALTER TABLE piece_card ADD COLUMN unfit TEXT NOT NULL DEFAULT '[]';

UPDATE piece_card SET facts_due = 1 WHERE facts_due = 0 AND errors > 0;
`,
};
