import type { Migration } from '../migrations';
import { recordTable, registerColumn } from './recordTable';

const pieceTable = recordTable('piece', {
  before: ["heads TEXT NOT NULL DEFAULT '[]'", 'dirty INTEGER NOT NULL DEFAULT 1'],
  columns: [
    registerColumn('kind TEXT', 'kind', "'scene'"),
    registerColumn('state TEXT', 'state', "'idea'"),
    registerColumn('lang TEXT', 'lang', "'zh'"),
    registerColumn('title TEXT', 'title', "''"),
    registerColumn('persona_id TEXT', 'personaId'),
    registerColumn('campaign_id TEXT', 'campaignId'),
    registerColumn('sibling_group TEXT', 'siblingGroup'),
    registerColumn('trashed INTEGER', 'trashed', '0'),
  ],
});
const variantTable = recordTable('variant', { columns: [registerColumn('piece_id TEXT', 'pieceId')] });
const placementTable = recordTable('placement', {
  columns: [
    registerColumn('piece_id TEXT', 'pieceId'),
    registerColumn('account_id TEXT', 'accountId'),
    registerColumn('day TEXT', 'day'),
    registerColumn('outcome TEXT', 'outcome', "'planned'"),
  ],
});
const metricTable = recordTable('metric', { columns: [registerColumn('placement_id TEXT', 'placementId')] });

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

${recordTable('workspace')}

${recordTable('member')}

${recordTable('persona')}

${recordTable('platform')}

${recordTable('account')}

${pieceTable}

${recordTable('template', { before: ["heads TEXT NOT NULL DEFAULT '[]'"] })}

${recordTable('asset')}

${variantTable}

${recordTable('campaign')}

${recordTable('phase')}

${recordTable('wave')}

${placementTable}

${recordTable('view')}

${recordTable('review')}

${recordTable('occasion')}

${recordTable('community')}

${recordTable('feedback')}

${metricTable}

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
