import type { Migration } from '../migrations';

/** A team's own cascades to start campaigns from: a record type of the usual shape. */
export const cascadeTemplate: Migration = {
  version: 100,
  name: 'cascade template',
  up: /* sql */ `
CREATE TABLE cascadeTemplate (
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
