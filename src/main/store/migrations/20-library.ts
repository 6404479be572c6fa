import type { Migration } from '../migrations';

/**
 * What the library lists, filters and searches by. All of it is derived from the records and filled after the migration
 * (`derived.ts`), because how it is made may change without the tables:
 *
 * - `piece_card`: one short row per piece with what lists show and filter by, kept with every write. `n` is its number in the
 *   search index: newest edited first from the top down; below zero while the text has never been read.
 *   `shelf`: 0 in the library, 1 in the trash, 2 deleted.
 * - `piece_tag`: who carries which tag. `piece_text`: the searchable text. `piece_tokens`: the index over it.
 * - `text_due` and `facts_due` mark what follows an edit in quiet moments: reading the text, adapting the variants.
 */
export const library: Migration = {
  version: 20,
  name: 'library',
  up: /* sql */ `
CREATE TABLE piece_card (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  shelf INTEGER NOT NULL,
  title TEXT NOT NULL,
  kind TEXT NOT NULL,
  subkind TEXT,
  state TEXT NOT NULL,
  lang TEXT NOT NULL,
  persona_id TEXT,
  campaign_id TEXT,
  owner_id TEXT,
  sibling_group TEXT,
  product TEXT NOT NULL,
  cover_id TEXT,
  created_on TEXT,
  tags TEXT NOT NULL,
  formats INTEGER NOT NULL,
  touched TEXT NOT NULL,
  trashed_at INTEGER,
  errors INTEGER NOT NULL DEFAULT 0,
  warnings INTEGER NOT NULL DEFAULT 0,
  behind INTEGER NOT NULL DEFAULT 0,
  text_due INTEGER NOT NULL DEFAULT 1,
  facts_due INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE INDEX card_by_touch ON piece_card (shelf, touched DESC, id);
CREATE INDEX card_by_state ON piece_card (shelf, state, touched DESC, id);
CREATE INDEX card_by_created ON piece_card (shelf, created_on DESC, id);
CREATE INDEX card_by_title ON piece_card (shelf, title, id);
CREATE INDEX card_facets ON piece_card (shelf, state, kind, subkind, lang, persona_id, campaign_id, owner_id);
CREATE INDEX card_by_sibling ON piece_card (sibling_group, id) WHERE sibling_group IS NOT NULL;
CREATE INDEX card_text_due ON piece_card (touched DESC) WHERE text_due = 1;
CREATE INDEX card_facts_due ON piece_card (touched DESC) WHERE facts_due = 1;
CREATE INDEX card_findings ON piece_card (shelf, errors, warnings) WHERE errors + warnings > 0;
CREATE INDEX card_behind ON piece_card (shelf) WHERE behind = 1;

CREATE TABLE piece_tag (
  shelf INTEGER NOT NULL,
  tag TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (shelf, tag, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE piece_text (
  n INTEGER PRIMARY KEY,
  text TEXT NOT NULL,
  excerpt TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE piece_tokens USING fts5 (tokens, content='', contentless_delete=1, detail=none, tokenize='ascii');

CREATE INDEX placement_of_piece ON placement (piece_id, day, account_id) WHERE alive = 1 AND outcome <> 'skipped';
CREATE INDEX placement_on_day ON placement (day, piece_id, account_id) WHERE alive = 1 AND outcome <> 'skipped';

DROP TABLE piece_search;
DROP INDEX piece_dirty;
DROP INDEX piece_by_touch;
ALTER TABLE piece DROP COLUMN dirty;
`,
};
