import type { Migration } from '../migrations';

/**
 * What merging received plans leaves beside the records. None of it travels:
 *
 * - `plan_merge`: which files were merged, what came of it, and the change that takes it back.
 * - `also_changed`: values that a concurrent edit replaced, so that nothing is lost in silence. `mine`: this copy's own.
 * - `conflict`: records to look at, noted when a merge left them so; whether they still wait is told by the record.
 * - `held_record`: parts from more than a day ahead, outside the plan until a person takes them.
 */
export const merging: Migration = {
  version: 200,
  name: 'merging',
  up: /* sql */ `
CREATE TABLE plan_merge (
  seq INTEGER PRIMARY KEY,
  stamp TEXT NOT NULL,
  at INTEGER NOT NULL,
  name TEXT NOT NULL,
  digest TEXT NOT NULL,
  summary TEXT NOT NULL,
  authors TEXT NOT NULL,
  changed INTEGER NOT NULL,
  backup TEXT
) STRICT;

CREATE TABLE also_changed (
  seq INTEGER PRIMARY KEY,
  stamp TEXT NOT NULL,
  at INTEGER NOT NULL,
  type TEXT NOT NULL,
  id TEXT NOT NULL,
  register TEXT NOT NULL,
  lost TEXT NOT NULL,
  lost_stamp TEXT NOT NULL,
  won_stamp TEXT NOT NULL,
  mine INTEGER NOT NULL CHECK (mine IN (0, 1))
) STRICT;

CREATE UNIQUE INDEX also_changed_once ON also_changed (type, id, register, lost_stamp, won_stamp);

CREATE TABLE conflict (
  type TEXT NOT NULL,
  id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('body', 'life')),
  since INTEGER NOT NULL,
  PRIMARY KEY (type, id, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE held_record (
  type TEXT NOT NULL,
  id TEXT NOT NULL,
  state TEXT NOT NULL,
  since INTEGER NOT NULL,
  PRIMARY KEY (type, id)
) STRICT;
`,
};
