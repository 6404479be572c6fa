import type { Migration } from '../migrations';

/**
 * What was done to each piece, in order: one row per change of it, keystrokes of one visit sharing one. `inverse` holds
 * the small ops that take its fields back (texts are in `body_version`, named by `version`), so that any earlier state
 * can be shown. Local history like `change`: pieces written before this, or brought by a plan file, have only their
 * versions.
 */
export const pieceLog: Migration = {
  version: 30,
  name: 'piece log',
  up: /* sql */ `
CREATE TABLE piece_log (
  seq INTEGER PRIMARY KEY,
  piece TEXT NOT NULL,
  stamp TEXT NOT NULL,
  at INTEGER NOT NULL,
  step TEXT NOT NULL CHECK (step IN ('edit', 'undo', 'redo')),
  label TEXT NOT NULL,
  inverse TEXT NOT NULL,
  version TEXT,
  session TEXT
) STRICT;

CREATE INDEX piece_log_by_piece ON piece_log (piece, seq);
`,
};
