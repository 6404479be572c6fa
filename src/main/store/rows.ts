import { docSchema } from '../../core/model/doc';
import type { Json } from '../../core/model/json';
import { type AnySpec, registerSchema } from '../../core/model/record';
import { isRecordType, type RecordType, type RecordView, records, recordTypes } from '../../core/model/records';
import { readStamp, type Stamp } from '../../core/model/stamp';
import { type BodyVersion, elementsOf, horizonOf, isAlive, type RecordState } from '../../core/plan/state';
import { latestCard, markCard, markFacts, settleCards } from './cards';
import { prepared, type ReadDb, type WriteDb } from './database';
import { viewOfState } from './recordViews';

/**
 * Records as rows: `readState` / `writeState` for edits and merging, `readView` / `listViews` for screens.
 * What is in `registers` was checked at the door (an op's schema, or the import), so views trust it.
 */

type Row = {
  readonly id: string;
  readonly registers: string;
  readonly stamps: string;
  readonly sets: string;
  readonly carried: string;
  readonly heads?: string;
  readonly deleted: string | null;
};
export type ViewRow = { readonly id: string; readonly registers: string; readonly sets: string };

const hasBody = (type: RecordType): boolean => records[type].body;

const perType = (sqlOf: (type: RecordType) => string): Readonly<Record<RecordType, string>> =>
  Object.fromEntries(recordTypes.map((type) => [type, sqlOf(type)])) as Record<RecordType, string>;

const upsertSql = perType((type) => {
  const columns = ['id', 'registers', 'stamps', 'sets', 'carried', 'deleted', 'alive', 'touched'].concat(
    hasBody(type) ? 'heads' : [],
  );
  const update = columns.slice(1).map((column) => `${column} = excluded.${column}`);
  return `INSERT INTO ${type} (${columns.join(', ')}) VALUES (${columns.map((column) => `@${column}`).join(', ')})
    ON CONFLICT (id) DO UPDATE SET ${update.join(', ')}`;
});
const editSql = perType(
  (type) =>
    `UPDATE ${type} SET registers = ?, stamps = ?, touched = ?${hasBody(type) ? ', heads = ?' : ''} WHERE id = ?`,
);

/** Not `*`: a row's generated columns are taken out of its JSON whenever they are asked for. */
const storedSql = perType(
  (type) =>
    `SELECT id, registers, stamps, sets, carried, deleted${hasBody(type) ? ', heads' : ''} FROM ${type} WHERE id = ?`,
);
const parse = <T>(json: string): T => JSON.parse(json) as T;

/** A stored state, and which of its registers this version only carries. */
export type Stored = { readonly state: RecordState; readonly carried: Readonly<Record<string, Json>> };

/** The stored state with its head versions; null when there is no such record, not even a deleted one. */
export const readState = (db: ReadDb, type: RecordType, id: string): RecordState | null =>
  readStored(db, type, id, true)?.state ?? null;

/** As `readState`, for an edit. Bodies are the bulk of a row's cost, so they are read only `withBody`. */
export function readStored(db: ReadDb, type: RecordType, id: string, withBody: boolean): Stored | null {
  const row = prepared(db, storedSql[type]).get(id) as Row | undefined;
  return row === undefined ? null : rowToStored(db, type, row, withBody);
}

function rowToStored(db: ReadDb, type: RecordType, row: Row, withBody: boolean): Stored {
  const heads = parse<string[]>(row.heads ?? '[]');
  const versions: Record<string, BodyVersion> = {};
  for (const head of withBody ? heads : []) {
    const version = readVersion(db, row.id, head);
    if (version !== null) versions[head] = version;
  }
  const carried = parse<Record<string, Json>>(row.carried);
  const state = {
    type,
    id: row.id,
    registers: { ...parse<Record<string, Json>>(row.registers), ...carried },
    stamps: parse<RecordState['stamps']>(row.stamps),
    sets: parse<RecordState['sets']>(row.sets),
    heads,
    versions,
    deleted: row.deleted === null ? null : parse<RecordState['deleted']>(row.deleted),
  };
  return { state, carried };
}

export function readVersion(db: ReadDb, owner: string, id: string): BodyVersion | null {
  const row = prepared(db, 'SELECT replaces, doc FROM body_version WHERE owner = ? AND id = ?').get(owner, id) as
    | { replaces: string; doc: string }
    | undefined;
  return row === undefined ? null : { id, replaces: parse(row.replaces), doc: parse(row.doc) };
}

type Sorted = { readonly known: Record<string, Json>; readonly carried: Record<string, Json> };

/** Registers this version knows and can read, apart from those it only carries: asked of each one's schema. */
function sortedBySchema(spec: AnySpec, registers: Readonly<Record<string, Json>>): Sorted {
  const sorted: Sorted = { known: {}, carried: {} };
  for (const [name, value] of Object.entries(registers)) {
    const schema = registerSchema(spec, name);
    const empty = value === null && !Object.hasOwn(spec.fields, name);
    const readable = schema !== null && (empty || schema.safeParse(value).success);
    (readable ? sorted.known : sorted.carried)[name] = value;
  }
  return sorted;
}

/** After an edit, whose values were checked at the door: what was carried and not touched still is. */
function sortedByBefore(before: Readonly<Record<string, Json>>, registers: Readonly<Record<string, Json>>): Sorted {
  const sorted: Sorted = { known: {}, carried: {} };
  for (const [name, value] of Object.entries(registers))
    (Object.hasOwn(before, name) && before[name] === value ? sorted.carried : sorted.known)[name] = value;
  return sorted;
}

const latestOf = (state: RecordState): string => {
  let latest = '';
  for (const stamp of horizonOf(state)) if (stamp > latest) latest = stamp;
  return latest;
};

/** Writes a state as a row, new or changed, from anywhere: a merge, a plan file, the sample. */
export function writeState(db: WriteDb, state: RecordState): void {
  if (isRecordType(state.type))
    writeRow(db, state.type, state, sortedBySchema(records[state.type], state.registers), latestOf(state));
  else
    prepared(
      db,
      'INSERT INTO carried_record (type, id, state) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET state = excluded.state',
    ).run(state.type, state.id, JSON.stringify(state));
}

/**
 * Writes a state after an edit under `stamp`; `before` is what the row carried, null for a new record. `edited` names the
 * registers that may differ from the row (the body aside), null when anything may.
 */
export function writeEdited(
  db: WriteDb,
  type: RecordType,
  state: RecordState,
  before: Stored['carried'] | null,
  stamp: Stamp,
  edited: readonly string[] | null,
): void {
  const sorted =
    before === null ? sortedBySchema(records[type], state.registers) : sortedByBefore(before, state.registers);
  if (before === null || edited === null || edited.some((register) => Object.hasOwn(before, register)))
    writeRow(db, type, state, sorted, stamp);
  else writeRegisters(db, type, state, sorted.known, stamp);
}

/** A usual edit: sets, life and what is carried are as the row has them, and are not written again. */
function writeRegisters(
  db: WriteDb,
  type: RecordType,
  state: RecordState,
  known: Sorted['known'],
  touched: string,
): void {
  const registers = JSON.stringify(known);
  const heads = hasBody(type) ? [JSON.stringify(state.heads)] : [];
  prepared(db, editSql[type]).run(registers, JSON.stringify(state.stamps), touched, ...heads, state.id);
  follow(db, type, state.id, registers);
}

function writeRow(
  db: WriteDb,
  type: RecordType,
  state: RecordState,
  { known, carried }: Sorted,
  touched: string,
): void {
  const common = {
    id: state.id,
    registers: JSON.stringify(known),
    stamps: JSON.stringify(state.stamps),
    sets: JSON.stringify(state.sets),
    carried: JSON.stringify(carried),
    deleted: state.deleted === null ? null : JSON.stringify(state.deleted),
    alive: isAlive(state) ? 1 : 0,
    touched,
  };
  prepared(db, upsertSql[type]).run(hasBody(type) ? { ...common, heads: JSON.stringify(state.heads) } : common);
  follow(db, type, state.id, common.registers);
}

/** What is made from a record is only marked as due here: cards, index, findings. */
function follow(db: WriteDb, type: RecordType, id: string, registers: string): void {
  if (type === 'piece') markCard(db, id);
  else markFacts(db, type, id, registers);
}

/** Keeps a version of a body. One that this version of the studio cannot read is kept as it came. */
export function writeVersion(db: WriteDb, owner: string, version: BodyVersion, exported = false): void {
  const readable = docSchema.safeParse(version.doc).success ? 1 : 0;
  prepared(
    db,
    `INSERT INTO body_version (owner, id, replaces, doc, readable, exported) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (owner, id) DO UPDATE SET exported = max(exported, excluded.exported)`,
  ).run(owner, version.id, JSON.stringify(version.replaces), JSON.stringify(version.doc), readable, exported ? 1 : 0);
}

/** The visible record of a row whose registers were checked when they were written. */
export function rowToView<T extends RecordType>(type: T, row: ViewRow): RecordView<T> {
  const spec: AnySpec = records[type];
  const view = viewOfState(type, row.id, parse(row.registers)) as Record<string, unknown>;
  if (row.sets !== '{}') {
    const sets = parse<RecordState['sets']>(row.sets);
    for (const name of Object.keys(sets))
      if (Object.hasOwn(spec.sets, name)) view[name] = elementsOf({ sets } as RecordState, name);
  }
  return view as RecordView<T>;
}

const viewColumns = 'id, registers, sets';

export function readView<T extends RecordType>(db: ReadDb, type: T, id: string): RecordView<T> | null {
  const row = prepared(db, `SELECT ${viewColumns} FROM ${type} WHERE id = ? AND alive = 1`).get(id) as
    | ViewRow
    | undefined;
  return row === undefined ? null : rowToView(type, row);
}

/** All living records of a type, by id. For the small types: pieces and placements have queries of their own. */
export const listViews = <T extends RecordType>(db: ReadDb, type: T): readonly RecordView<T>[] =>
  (prepared(db, `SELECT ${viewColumns} FROM ${type} WHERE alive = 1 ORDER BY id`).all() as ViewRow[]).map((row) =>
    rowToView(type, row),
  );

export const readViews = <T extends RecordType>(
  db: ReadDb,
  type: T,
  ids: readonly string[],
): readonly RecordView<T>[] =>
  ids.length === 0
    ? []
    : (
        prepared(
          db,
          `SELECT ${viewColumns} FROM ${type} WHERE alive = 1 AND id IN (SELECT value FROM json_each(?)) ORDER BY id`,
        ).all(JSON.stringify(ids)) as ViewRow[]
      ).map((row) => rowToView(type, row));

/** Every record with its history-free state, deleted and carried ones included: what a plan file holds. */
export function allStates(db: ReadDb): readonly RecordState[] {
  const states: RecordState[] = [];
  for (const type of recordTypes)
    for (const row of prepared(db, `SELECT * FROM ${type} ORDER BY id`).all() as Row[])
      states.push(rowToStored(db, type, row, true).state);
  for (const row of prepared(db, 'SELECT state FROM carried_record ORDER BY type, id').all() as { state: string }[])
    states.push(parse<RecordState>(row.state));
  return states;
}

/** When a record was last edited, in milliseconds since 1970; 0 when there is no such record. */
export function editedAt(db: ReadDb, type: RecordType, id: string): number {
  const row = prepared(db, `SELECT touched FROM ${type} WHERE id = ?`).get(id) as { touched: string } | undefined;
  return row === undefined || row.touched === '' ? 0 : readStamp(row.touched as Stamp).millis;
}

/** The latest stamp anywhere, from which a node's clock goes on. Pieces are many: theirs stand in the order of the cards. */
export function latestStamp(db: WriteDb): Stamp | null {
  settleCards(db);
  let latest: string | null = null;
  for (const type of recordTypes) {
    const stamp = type === 'piece' ? latestCard(db) : latestOfType(db, type);
    if (stamp !== null && (latest === null || stamp > latest)) latest = stamp;
  }
  return latest === '' ? null : (latest as Stamp | null);
}

const latestOfType = (db: ReadDb, type: RecordType): string | null =>
  (prepared(db, `SELECT max(touched) AS stamp FROM ${type}`).get() as { stamp: string | null }).stamp;
