import type { Json } from '../../core/model/json';
import { isReadableDoc } from '../../core/model/readableDoc';
import { type AnySpec, registerSchema } from '../../core/model/record';
import { isRecordType, type RecordType, type RecordView, records, recordTypes } from '../../core/model/records';
import { readStamp, type Stamp } from '../../core/model/stamp';
import { canonical } from '../../core/plan/canonical';
import { isStampId } from '../../core/plan/lineage';
import { ALIVE, type BodyVersion, elementsOf, horizonOf, isAlive, type RecordState } from '../../core/plan/state';
import { prepared, type ReadDb, type WriteDb } from './database';
import { latestCard, markCards, markFacts, settleCards } from './library/cards';
import { viewOfState } from './recordViews';

/**
 * Records as rows: `readState` / `writeState` for edits and merging, `readView` / `listViews` for screens.
 * What is in `registers` was checked at the door (an op's schema, or the import), so views trust it. Columns of JSON are
 * written canonically, as plan files are, so that what says the same is the same text (`standsAs`).
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
const editSql = perType((type) => `UPDATE ${type} SET registers = ?, stamps = ?, touched = ? WHERE id = ?`);
const headsSql = perType((type) => `UPDATE ${type} SET registers = ?, stamps = ?, touched = ?, heads = ? WHERE id = ?`);

/** Not `*`: a row's generated columns are taken out of its JSON whenever they are asked for. */
const storedSql = perType(
  (type) =>
    `SELECT id, registers, stamps, sets, carried, deleted${hasBody(type) ? ', heads' : ''} FROM ${type} WHERE id = ?`,
);
const shallowSql = perType((type) => `SELECT registers, stamps, carried, deleted FROM ${type} WHERE id = ?`);
const parse = <T>(json: string): T => JSON.parse(json) as T;

/** A stored state, and which of its registers this version only carries. */
export type Stored = { readonly state: RecordState; readonly carried: Readonly<Record<string, Json>> };

/**
 * How much of a record an edit needs: its registers, which most edits are of; its sets, heads and tombstone, too; or
 * the bodies as well, which are the bulk of its cost.
 */
export const depths = { registers: 0, row: 1, bodies: 2 } as const;
export type Depth = (typeof depths)[keyof typeof depths];

/** The stored state with its head versions; null when there is no such record, not even a deleted one. */
export const readState = (db: ReadDb, type: RecordType, id: string): RecordState | null =>
  readStored(db, type, id, depths.bodies)?.state ?? null;

/** As `readState`, as deep as asked. Whether a deleted record lives is told by all of its row, so that is read then. */
export function readStored(db: ReadDb, type: RecordType, id: string, depth: Depth): Stored | null {
  if (depth === depths.registers) {
    const row = prepared(db, shallowSql[type]).get(id) as Row | undefined;
    if (row === undefined) return null;
    if (row.deleted === null) return rowToStored(db, type, { ...row, id, sets: '{}' }, depth);
  }
  const row = prepared(db, storedSql[type]).get(id) as Row | undefined;
  return row === undefined ? null : rowToStored(db, type, row, depth);
}

function rowToStored(db: ReadDb, type: RecordType, row: Row, depth: Depth): Stored {
  const heads = row.heads === undefined ? [] : parse<string[]>(row.heads);
  const versions: Record<string, BodyVersion> = {};
  // A merged text has no stamp of its own, so whether its record lives is told by what it was made of.
  for (const head of depth === depths.bodies ? heads : heads.filter((id) => !isStampId(id))) {
    const version = readVersion(db, row.id, head);
    if (version !== null) versions[head] = version;
  }
  const carried = row.carried === '{}' ? nothing : parse<Record<string, Json>>(row.carried);
  const registers = parse<Record<string, Json>>(row.registers);
  const state = {
    type,
    id: row.id,
    registers: carried === nothing ? registers : { ...registers, ...carried },
    stamps: parse<RecordState['stamps']>(row.stamps),
    sets: row.sets === '{}' ? {} : parse<RecordState['sets']>(row.sets),
    heads,
    versions,
    deleted: row.deleted === null ? null : parse<RecordState['deleted']>(row.deleted),
  };
  return { state, carried };
}

/** Most records carry nothing. */
const nothing: Readonly<Record<string, Json>> = {};

export function readVersion(db: ReadDb, owner: string, id: string): BodyVersion | null {
  const row = prepared(db, 'SELECT replaces, doc FROM body_version WHERE owner = ? AND id = ?').get(owner, id) as
    | { replaces: string; doc: string }
    | undefined;
  return row === undefined ? null : { id, replaces: parse(row.replaces), doc: parse(row.doc) };
}

type Sorted = { readonly known: Readonly<Record<string, Json>>; readonly carried: Readonly<Record<string, Json>> };

/** Registers this version knows and can read, apart from those it only carries: asked of each one's schema. */
function sortedBySchema(spec: AnySpec, registers: Readonly<Record<string, Json>>): Sorted {
  const sorted = { known: {} as Record<string, Json>, carried: {} as Record<string, Json> };
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
  if (before === nothing) return { known: registers, carried: nothing };
  const sorted = { known: {} as Record<string, Json>, carried: {} as Record<string, Json> };
  for (const [name, value] of Object.entries(registers))
    (Object.hasOwn(before, name) && before[name] === value ? sorted.carried : sorted.known)[name] = value;
  return sorted;
}

const latestOf = (state: RecordState): string => {
  // The clock goes on from here after a restart, so it must lie behind a deletion as well.
  let latest: string = state.deleted?.at ?? '';
  for (const stamp of horizonOf(state)) if (stamp > latest) latest = stamp;
  return latest;
};

/** Writes a state as a row, new or changed, from anywhere: a merge, a plan file, the sample. */
export function writeState(db: WriteDb, state: RecordState): void {
  if (isRecordType(state.type)) {
    writeRow(db, state.type, state, sortedBySchema(records[state.type], state.registers), latestOf(state));
    if (state.type === 'piece') markCards(db, [state.id]);
  } else
    prepared(
      db,
      'INSERT INTO carried_record (type, id, state) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET state = excluded.state',
    ).run(state.type, state.id, JSON.stringify(state));
}

/** What may differ from the row: these registers, null when anything may; and the heads of the body. */
export type Edited = { readonly registers: readonly string[] | null; readonly heads: boolean };

/**
 * Writes a state after an edit under `stamp`; `before` is what the row carried, null for a new record. Cards of pieces are
 * marked by the caller, all of a change at once.
 */
export function writeEdited(
  db: WriteDb,
  type: RecordType,
  state: RecordState,
  before: Stored['carried'] | null,
  stamp: Stamp,
  edited: Edited,
): void {
  const sorted =
    before === null ? sortedBySchema(records[type], state.registers) : sortedByBefore(before, state.registers);
  if (before === null || edited.registers === null) {
    writeRow(db, type, state, sorted, stamp);
    return;
  }
  // Sets, life and what is carried are as the row has them: a usual edit neither reads nor writes them again.
  const registers = canonical(sorted.known);
  const stamps = canonical(state.stamps);
  if (edited.heads && hasBody(type))
    prepared(db, headsSql[type]).run(registers, stamps, stamp, JSON.stringify(state.heads), state.id);
  else prepared(db, editSql[type]).run(registers, stamps, stamp, state.id);
  if (edited.registers.some((register) => Object.hasOwn(before, register)))
    prepared(db, `UPDATE ${type} SET carried = ? WHERE id = ?`).run(JSON.stringify(sorted.carried), state.id);
  if (type !== 'piece') markFacts(db, type, state.id, registers);
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
    registers: canonical(known),
    stamps: canonical(state.stamps),
    sets: canonical(state.sets),
    carried: JSON.stringify(carried),
    deleted: state.deleted === null ? null : JSON.stringify(state.deleted),
    alive: isAlive(state) ? 1 : 0,
    touched,
  };
  prepared(db, upsertSql[type]).run(hasBody(type) ? { ...common, heads: JSON.stringify(state.heads) } : common);
  if (type !== 'piece') markFacts(db, type, state.id, common.registers);
}

/** Keeps a version of a body. One that this version of the studio cannot read is kept as it came. */
export function writeVersion(db: WriteDb, owner: string, version: BodyVersion, exported = false): void {
  const readable = isReadableDoc(version.doc) ? 1 : 0;
  prepared(
    db,
    `INSERT INTO body_version (owner, id, replaces, doc, readable, exported) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (owner, id) DO UPDATE SET exported = max(exported, excluded.exported)`,
  ).run(owner, version.id, JSON.stringify(version.replaces), canonical(version.doc), readable, exported ? 1 : 0);
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
      states.push(rowToStored(db, type, row, depths.bodies).state);
  for (const row of prepared(db, 'SELECT state FROM carried_record ORDER BY type, id').all() as { state: string }[])
    states.push(parse<RecordState>(row.state));
  return states;
}

/** As `readState`, of any type: records of newer versions are kept whole. */
export function readAnyState(db: ReadDb, type: string, id: string): RecordState | null {
  if (isRecordType(type)) return readState(db, type, id);
  const row = prepared(db, 'SELECT state FROM carried_record WHERE type = ? AND id = ?').get(type, id) as
    | { state: string }
    | undefined;
  return row === undefined ? null : parse<RecordState>(row.state);
}

const standsSql = perType(
  (type) =>
    `SELECT 1 FROM ${type} WHERE id = ? AND registers = ? AND stamps = ? AND sets = ? AND carried = ? AND deleted IS ?
     ${hasBody(type) ? 'AND heads = ?' : ''}`,
);

/**
 * Whether the row of a record surely says what this state says: its columns and its text are the same, byte for byte, so
 * that neither has to be read. False says nothing: rows of earlier versions, and what is carried, are for `readState`.
 */
export function standsAs(db: ReadDb, { type, id, ...state }: RecordState): boolean {
  const { heads, versions } = state;
  if (!isRecordType(type) || heads.length > 1 || Object.keys(versions).length > heads.length) return false;
  // Whether it was brought back is no field, and so lies with what is carried.
  const { [ALIVE]: alive, ...fields } = state.registers;
  const columns = [
    JSON.stringify(fields),
    JSON.stringify(state.stamps),
    JSON.stringify(state.sets),
    alive === undefined ? '{}' : JSON.stringify({ [ALIVE]: alive }),
    state.deleted === null ? null : JSON.stringify(state.deleted),
    ...(hasBody(type) ? [JSON.stringify(heads)] : []),
  ];
  if (prepared(db, standsSql[type]).get(id, ...columns) === undefined) return false;
  return heads.every((head) => {
    const version = versions[head];
    return version !== undefined && standsText(db, id, version);
  });
}

const standsText = (db: ReadDb, owner: string, { id, replaces, doc }: BodyVersion): boolean =>
  prepared(db, 'SELECT 1 FROM body_version WHERE owner = ? AND id = ? AND replaces = ? AND doc = ?').get(
    owner,
    id,
    JSON.stringify(replaces),
    JSON.stringify(doc),
  ) !== undefined;

/** Every text of a record that is still kept, heads included. */
export const keptVersions = (db: ReadDb, owner: string): readonly BodyVersion[] =>
  (
    prepared(db, 'SELECT id, replaces, doc FROM body_version WHERE owner = ? ORDER BY id').all(owner) as {
      id: string;
      replaces: string;
      doc: string;
    }[]
  ).map(({ id, replaces, doc }) => ({ id, replaces: parse(replaces), doc: parse(doc) }));

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
