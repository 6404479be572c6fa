import type { Migration } from '../migrations';

/**
 * Which pieces and templates show which assets: derived from bodies and covers, rebuilt whenever it is missing.
 * `asset_look` holds the stamp of the record when it was last looked through.
 */
export const assetUse: Migration = {
  version: 40,
  name: 'asset use',
  up: /* sql */ `
CREATE TABLE asset_use (
  asset TEXT NOT NULL,
  owner TEXT NOT NULL,
  cover INTEGER NOT NULL CHECK (cover IN (0, 1)),
  PRIMARY KEY (asset, owner)
) STRICT, WITHOUT ROWID;

CREATE INDEX asset_use_by_owner ON asset_use (owner);

CREATE TABLE asset_look (
  owner TEXT PRIMARY KEY,
  touched TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`,
};
