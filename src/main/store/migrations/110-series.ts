import type { Migration } from '../migrations';

/** Series, in the shape every record has. */
export const series: Migration = {
  version: 110,
  name: 'series',
  up: /* sql */ `
CREATE TABLE series (
  id TEXT PRIMARY KEY,
  registers TEXT NOT NULL,
  stamps TEXT NOT NULL,
  sets TEXT NOT NULL,
  carried TEXT NOT NULL DEFAULT '{}',
  deleted TEXT,
  alive INTEGER NOT NULL,
  touched TEXT NOT NULL
) STRICT;
`,
};
