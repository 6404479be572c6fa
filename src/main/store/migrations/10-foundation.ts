import type { Migration } from '../migrations';

/**
 * The first schema: every noun of the domain, ready for merging.
 *
 * - One STRICT table per record type, all of one shape: `registers` (name → value), `stamps` (name → clock),
 *   `sets` (set → element → adds and removes), `deleted` (tombstone), as JSON text. Registers of newer versions,
 *   and values this version cannot read, wait untouched in `carried`; types it does not know in `carried_record`.
 *   `alive` and `touched` (latest stamp) are kept for queries; what lists filter by are generated columns.
 * - References between records carry no foreign key: a plan file may bring a placement before its piece.
 * - `body_version` holds the versions of a rich body; the row's `heads` names the ones nobody replaced.
 * - `change` is history and undo as data: each row one labelled transaction with its inverse.
 */
export const foundation: Migration = {
  version: 10,
  name: 'foundation',
  up: /* sql */ `
CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE workspace (
  id TEXT PRIMARY KEY,
  registers TEXT NOT NULL,
  stamps TEXT NOT NULL,
  sets TEXT NOT NULL,
  carried TEXT NOT NULL DEFAULT '{}',
  deleted TEXT,
  alive INTEGER NOT NULL,
  touched TEXT NOT NULL
) STRICT;

CREATE TABLE member (
  id TEXT PRIMARY KEY,
  registers TEXT NOT NULL,
  stamps TEXT NOT NULL,
  sets TEXT NOT NULL,
  carried TEXT NOT NULL DEFAULT '{}',
  deleted TEXT,
  alive INTEGER NOT NULL,
  touched TEXT NOT NULL
) STRICT;

CREATE TABLE persona (
  id TEXT PRIMARY KEY,
  registers TEXT NOT NULL,
  stamps TEXT NOT NULL,
  sets TEXT NOT NULL,
  carried TEXT NOT NULL DEFAULT '{}',
  deleted TEXT,
  alive INTEGER NOT NULL,
  touched TEXT NOT NULL
) STRICT;

CREATE TABLE platform (
  id TEXT PRIMARY KEY,
  registers TEXT NOT NULL,
  stamps TEXT NOT NULL,
  sets TEXT NOT NULL,
  carried TEXT NOT NULL DEFAULT '{}',
  deleted TEXT,
  alive INTEGER NOT NULL,
  touched TEXT NOT NULL
) STRICT;

CREATE TABLE account (
  id TEXT PRIMARY KEY,
  registers TEXT NOT NULL,
  stamps TEXT NOT NULL,
  sets TEXT NOT NULL,
  carried TEXT NOT NULL DEFAULT '{}',
  deleted TEXT,
  alive INTEGER NOT NULL,
  touched TEXT NOT NULL
) STRICT;

CREATE TABLE piece (
  id TEXT PRIMARY KEY,
  registers TEXT NOT NULL,
  stamps TEXT NOT NULL,
  sets TEXT NOT NULL,
  carried TEXT NOT NULL DEFAULT '{}',
  heads TEXT NOT NULL DEFAULT '[]',
  dirty INTEGER NOT NULL DEFAULT 1,
  deleted TEXT,
  alive INTEGER NOT NULL,
  touched TEXT NOT NULL,
  kind TEXT GENERATED ALWAYS AS (COALESCE(json_extract(registers, '$.kind'), 'scene')) VIRTUAL,
  state TEXT GENERATED ALWAYS AS (COALESCE(json_extract(registers, '$.state'), 'idea')) VIRTUAL,
  lang TEXT GENERATED ALWAYS AS (COALESCE(json_extract(registers, '$.lang'), 'zh')) VIRTUAL,
  title TEXT GENERATED ALWAYS AS (COALESCE(json_extract(registers, '$.title'), '')) VIRTUAL,
  persona_id TEXT GENERATED ALWAYS AS (json_extract(registers, '$.personaId')) VIRTUAL,
  campaign_id TEXT GENERATED ALWAYS AS (json_extract(registers, '$.campaignId')) VIRTUAL,
  sibling_group TEXT GENERATED ALWAYS AS (json_extract(registers, '$.siblingGroup')) VIRTUAL,
  trashed INTEGER GENERATED ALWAYS AS (COALESCE(json_extract(registers, '$.trashed'), 0)) VIRTUAL
) STRICT;

CREATE TABLE template (
  id TEXT PRIMARY KEY,
  registers TEXT NOT NULL,
  stamps TEXT NOT NULL,
  sets TEXT NOT NULL,
  carried TEXT NOT NULL DEFAULT '{}',
  heads TEXT NOT NULL DEFAULT '[]',
  deleted TEXT,
  alive INTEGER NOT NULL,
  touched TEXT NOT NULL
) STRICT;

CREATE TABLE asset (
  id TEXT PRIMARY KEY,
  registers TEXT NOT NULL,
  stamps TEXT NOT NULL,
  sets TEXT NOT NULL,
  carried TEXT NOT NULL DEFAULT '{}',
  deleted TEXT,
  alive INTEGER NOT NULL,
  touched TEXT NOT NULL
) STRICT;

CREATE TABLE variant (
  id TEXT PRIMARY KEY,
  registers TEXT NOT NULL,
  stamps TEXT NOT NULL,
  sets TEXT NOT NULL,
  carried TEXT NOT NULL DEFAULT '{}',
  deleted TEXT,
  alive INTEGER NOT NULL,
  touched TEXT NOT NULL,
  piece_id TEXT GENERATED ALWAYS AS (json_extract(registers, '$.pieceId')) VIRTUAL
) STRICT;

CREATE TABLE campaign (
  id TEXT PRIMARY KEY,
  registers TEXT NOT NULL,
  stamps TEXT NOT NULL,
  sets TEXT NOT NULL,
  carried TEXT NOT NULL DEFAULT '{}',
  deleted TEXT,
  alive INTEGER NOT NULL,
  touched TEXT NOT NULL
) STRICT;

CREATE TABLE phase (
  id TEXT PRIMARY KEY,
  registers TEXT NOT NULL,
  stamps TEXT NOT NULL,
  sets TEXT NOT NULL,
  carried TEXT NOT NULL DEFAULT '{}',
  deleted TEXT,
  alive INTEGER NOT NULL,
  touched TEXT NOT NULL
) STRICT;

CREATE TABLE wave (
  id TEXT PRIMARY KEY,
  registers TEXT NOT NULL,
  stamps TEXT NOT NULL,
  sets TEXT NOT NULL,
  carried TEXT NOT NULL DEFAULT '{}',
  deleted TEXT,
  alive INTEGER NOT NULL,
  touched TEXT NOT NULL
) STRICT;

CREATE TABLE placement (
  id TEXT PRIMARY KEY,
  registers TEXT NOT NULL,
  stamps TEXT NOT NULL,
  sets TEXT NOT NULL,
  carried TEXT NOT NULL DEFAULT '{}',
  deleted TEXT,
  alive INTEGER NOT NULL,
  touched TEXT NOT NULL,
  piece_id TEXT GENERATED ALWAYS AS (json_extract(registers, '$.pieceId')) VIRTUAL,
  account_id TEXT GENERATED ALWAYS AS (json_extract(registers, '$.accountId')) VIRTUAL,
  day TEXT GENERATED ALWAYS AS (json_extract(registers, '$.day')) VIRTUAL,
  outcome TEXT GENERATED ALWAYS AS (COALESCE(json_extract(registers, '$.outcome'), 'planned')) VIRTUAL
) STRICT;

CREATE TABLE view (
  id TEXT PRIMARY KEY,
  registers TEXT NOT NULL,
  stamps TEXT NOT NULL,
  sets TEXT NOT NULL,
  carried TEXT NOT NULL DEFAULT '{}',
  deleted TEXT,
  alive INTEGER NOT NULL,
  touched TEXT NOT NULL
) STRICT;

CREATE TABLE review (
  id TEXT PRIMARY KEY,
  registers TEXT NOT NULL,
  stamps TEXT NOT NULL,
  sets TEXT NOT NULL,
  carried TEXT NOT NULL DEFAULT '{}',
  deleted TEXT,
  alive INTEGER NOT NULL,
  touched TEXT NOT NULL
) STRICT;

CREATE TABLE occasion (
  id TEXT PRIMARY KEY,
  registers TEXT NOT NULL,
  stamps TEXT NOT NULL,
  sets TEXT NOT NULL,
  carried TEXT NOT NULL DEFAULT '{}',
  deleted TEXT,
  alive INTEGER NOT NULL,
  touched TEXT NOT NULL
) STRICT;

CREATE TABLE community (
  id TEXT PRIMARY KEY,
  registers TEXT NOT NULL,
  stamps TEXT NOT NULL,
  sets TEXT NOT NULL,
  carried TEXT NOT NULL DEFAULT '{}',
  deleted TEXT,
  alive INTEGER NOT NULL,
  touched TEXT NOT NULL
) STRICT;

CREATE TABLE feedback (
  id TEXT PRIMARY KEY,
  registers TEXT NOT NULL,
  stamps TEXT NOT NULL,
  sets TEXT NOT NULL,
  carried TEXT NOT NULL DEFAULT '{}',
  deleted TEXT,
  alive INTEGER NOT NULL,
  touched TEXT NOT NULL
) STRICT;

CREATE TABLE metric (
  id TEXT PRIMARY KEY,
  registers TEXT NOT NULL,
  stamps TEXT NOT NULL,
  sets TEXT NOT NULL,
  carried TEXT NOT NULL DEFAULT '{}',
  deleted TEXT,
  alive INTEGER NOT NULL,
  touched TEXT NOT NULL,
  placement_id TEXT GENERATED ALWAYS AS (json_extract(registers, '$.placementId')) VIRTUAL
) STRICT;

CREATE INDEX piece_by_touch ON piece (touched DESC) WHERE alive = 1;
CREATE INDEX piece_dirty ON piece (id) WHERE dirty = 1;
CREATE INDEX piece_by_sibling ON piece (sibling_group) WHERE sibling_group IS NOT NULL;
CREATE INDEX variant_by_piece ON variant (piece_id);
CREATE INDEX placement_by_day ON placement (day) WHERE alive = 1;
CREATE INDEX placement_by_piece ON placement (piece_id);
CREATE INDEX metric_by_placement ON metric (placement_id);

CREATE TABLE carried_record (
  type TEXT NOT NULL,
  id TEXT NOT NULL,
  state TEXT NOT NULL,
  PRIMARY KEY (type, id)
) STRICT;

CREATE TABLE body_version (
  owner TEXT NOT NULL,
  id TEXT NOT NULL,
  replaces TEXT NOT NULL,
  doc TEXT NOT NULL,
  readable INTEGER NOT NULL,
  exported INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (owner, id)
) STRICT;

CREATE TABLE piece_search (
  id TEXT PRIMARY KEY REFERENCES piece (id) ON DELETE CASCADE,
  text TEXT NOT NULL,
  excerpt TEXT NOT NULL
) STRICT;

CREATE TABLE change (
  seq INTEGER PRIMARY KEY,
  stamp TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  label TEXT NOT NULL,
  ops TEXT NOT NULL,
  inverse TEXT NOT NULL,
  after TEXT NOT NULL,
  session TEXT,
  status TEXT NOT NULL DEFAULT 'done' CHECK (status IN ('done', 'undone', 'dropped', 'fixed'))
) STRICT;
`,
};
