import type { Migration } from '../migrations';

/**
 * What still waits for a person although the record alone no longer says so. None of it travels:
 *
 * - `text_aside`: a text that stood beside the one somebody wrote on. The law takes writing for a choice, people do not:
 *   it waits until it is chosen or left in so many words. `beside` is the text it stood beside.
 * - `life_aside`: what was told of a record that one deleted and another edited, when it was settled.
 *
 * `settled` is the change that settled it; once that is undone, it waits again. So it is with `held_record`.
 */
export const aside: Migration = {
  version: 290,
  name: 'texts aside',
  up: /* sql */ `
CREATE TABLE text_aside (
  type TEXT NOT NULL,
  id TEXT NOT NULL,
  version TEXT NOT NULL,
  beside TEXT NOT NULL,
  settled TEXT,
  PRIMARY KEY (type, id, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE life_aside (
  type TEXT NOT NULL,
  id TEXT NOT NULL,
  told TEXT NOT NULL,
  settled TEXT NOT NULL,
  PRIMARY KEY (type, id)
) STRICT, WITHOUT ROWID;

ALTER TABLE held_record ADD COLUMN settled TEXT;
`,
};
