import type Database from 'better-sqlite3';
import { refuse } from '../../core/result';
import { APPLICATION_ID, prepared } from './database';
import { foundation } from './migrations/10-foundation';
import { library } from './migrations/20-library';
import { pieceLog } from './migrations/30-piece-log';
import { assetUse } from './migrations/40-asset-use';
import { cardsLater } from './migrations/60-cards-later';
import { sameText } from './migrations/90-same-text';
import { cascadeTemplate } from './migrations/100-cascade-template';
import { series } from './migrations/110-series';
import { unfit } from './migrations/120-unfit';
import { merging } from './migrations/200-merging';
import { reviewFacts } from './migrations/280-review-facts';
import { aside } from './migrations/290-aside';

/** One step of the schema. Numbered by ten; a released one is never edited: add the next. */
export type Migration = { readonly version: number; readonly name: string; readonly up: string };

export const migrations: readonly Migration[] = [
  foundation,
  library,
  pieceLog,
  assetUse,
  cardsLater,
  sameText,
  cascadeTemplate,
  series,
  unfit,
  merging,
  reviewFacts,
  aside,
];

export const LATEST = migrations.at(-1)?.version ?? 0;

export const versionOf = (db: Database.Database): number => Number(db.pragma('user_version', { simple: true }));

/** Refuses a database from the future before anything in it is read or written. */
export function requireKnownVersion(db: Database.Database): void {
  const found = versionOf(db);
  if (found > LATEST) refuse('database_future', { found, known: LATEST });
}

/**
 * Brings the schema up to date, each step in one transaction together with its version number, so that a kill
 * leaves the old version or the new one. The caller has made a backup first if there was anything to lose.
 */
export function migrate(db: Database.Database, upTo: number = LATEST): void {
  for (const { version, up } of migrations) {
    if (version <= versionOf(db) || version > upTo) continue;
    db.transaction(() => {
      db.exec(up);
      db.pragma(`application_id = ${APPLICATION_ID}`);
      db.pragma(`user_version = ${version}`);
    })();
  }
}

export const readMeta = (db: Database.Database, key: string): string | null =>
  (prepared(db, 'SELECT value FROM meta WHERE key = ?').get(key) as { value: string } | undefined)?.value ?? null;

export const dropMeta = (db: Database.Database, key: string): void => {
  prepared(db, 'DELETE FROM meta WHERE key = ?').run(key);
};

export const writeMeta = (db: Database.Database, key: string, value: string): void => {
  prepared(
    db,
    'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  ).run(key, value);
};
