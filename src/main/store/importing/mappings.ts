import { z } from 'zod';
import { sheetFields } from '../../../core/sheets/recognise/fields';
import { rememberedFields } from '../../../core/sheets/recognise/mapping';
import type { WriteDb } from '../database';
import { readMeta, writeMeta } from '../migrations';
import type { ReadTask, SheetSeen } from './protocol';

/** Where this workspace keeps what the columns of a sheet are, by the fingerprint of its headers. */
const PLACE = 'sheet_fields';
/** Sheets kept; the one used longest ago goes first. */
const MOST = 200;

const kept = z.record(z.string().max(200), z.record(z.string().max(500), z.enum(sheetFields)));

/** What was kept; nothing when it cannot be read, because a proposal is always at hand. */
export function rememberedSheets(db: WriteDb): ReadTask['remembered'] {
  const read = kept.safeParse(JSON.parse(readMeta(db, PLACE) ?? '{}'));
  return read.success ? read.data : {};
}

/** Keeps the mappings by which sheets were taken, so that the next one with these headers is read the same way. */
export function rememberSheets(db: WriteDb, sheets: readonly SheetSeen[]): void {
  const taken = sheets.filter(({ taken: isTaken, mapping }) => isTaken && mapping.fingerprint !== '');
  if (taken.length === 0) return;
  const now = taken.map(({ mapping }) => [mapping.fingerprint, rememberedFields(mapping)] as const);
  const names = new Set(now.map(([name]) => name));
  const before = Object.entries(rememberedSheets(db)).filter(([name]) => !names.has(name));
  writeMeta(db, PLACE, JSON.stringify(Object.fromEntries([...before, ...now].slice(-MOST))));
}
