import type { Json } from '../../model/json';
import { joinHorizons, type Stamp } from '../../model/stamp';
import { headsOf } from '../lineage';
import { type BodyVersion, MEMBER, type RecordState, type SetElement, type Tombstone } from '../state';
import { damaged, tooBig } from './fault';
import { limits } from './limits';
import { array, checkName, id, type Members, members, object, onlyKeys, onlyMembers, own, string } from './values';

/** How clocks are written: as an index into the head's list in `plan.json`, in full in the files of a folder. */
export type Clocks = {
  /** Whether a value is meant as a clock, where something else could stand too. */
  readonly is: (written: Json | undefined) => boolean;
  /** null for what is no clock. */
  readonly read: (written: Json | undefined) => Stamp | null;
};

/**
 * One record. Names and values of registers are not judged here: what this version does not know, or cannot read, is
 * carried as it came and shown by its default (`viewOf`). So are members a later format gives its records (`isLater`):
 * registers without a clock, of which two copies keep the larger.
 */
export function readRecord(
  type: string,
  key: string,
  value: Json | undefined,
  clocks: Clocks,
  isLater: boolean,
): RecordState {
  const place = `${type} ${key}`;
  const record = members(value, place);
  if (!isLater) onlyMembers(record, PARTS, place);
  const others = Object.keys(record).filter((name) => !PARTS.includes(name));
  const clock: Clock = {
    is: clocks.is,
    read: (written, where) => clocks.read(written) ?? damaged(`${place} ${where}`),
  };
  const registers = Object.hasOwn(record, 'fields') ? members(record.fields, `${place} fields`) : {};
  const later = Object.hasOwn(record, 'later') ? members(record.later, `${place} later`) : {};
  const names = Object.keys(registers);
  if (names.length > 0 !== Object.hasOwn(record, 'at')) damaged(`${place} at`);
  for (const name of names) {
    checkName(name, place);
    if (name.startsWith(MEMBER)) damaged(`${place} ${name}`);
  }
  for (const name of Object.keys(later)) if (!Object.hasOwn(registers, name)) damaged(`${place} later ${name}`);
  const stamps = readStamps(names, own(record, 'at'), later, clock);
  const sets = Object.hasOwn(record, 'sets') ? readSets(record.sets, own(record, 'at'), place, clock) : {};
  let parts = names.length;
  for (const elements of Object.values(sets)) parts += Object.keys(elements).length;
  if (parts > limits.partsOfRecord) tooBig(limits.partsOfRecord);
  const { heads, versions } = readBody(own(record, 'body'), place, clock);
  return {
    type,
    id: id(key, place),
    registers: others.length === 0 ? registers : withMembers(registers, record, others),
    stamps,
    sets,
    heads,
    versions,
    deleted: Object.hasOwn(record, 'deleted') ? readTombstone(record.deleted, place, clock) : null,
  };
}

const withMembers = (registers: Members, record: Members, others: readonly string[]): Members =>
  Object.fromEntries([
    ...Object.entries(registers),
    ...others.map((name): [string, Json] => [MEMBER + name, record[name] as Json]),
  ]);

const PARTS: readonly string[] = ['at', 'body', 'deleted', 'fields', 'later', 'sets'];

/** The record's own clock, but for registers written later. A name may be `__proto__`, which only entries keep as a name. */
function readStamps(
  names: readonly string[],
  at: Json | undefined,
  later: Members,
  clock: Clock,
): Readonly<Record<string, Stamp>> {
  if (names.length === 0) return {};
  const first = clock.read(at, 'at');
  return Object.fromEntries(
    names.map((name): [string, Stamp] => [
      name,
      Object.hasOwn(later, name) ? clock.read(later[name], `later ${name}`) : first,
    ]),
  );
}

type Clock = {
  readonly is: Clocks['is'];
  readonly read: (written: Json | undefined, where: string) => Stamp;
};

function readSets(value: Json | undefined, at: Json | undefined, place: string, clock: Clock): RecordState['sets'] {
  const sets = [...object(value, `${place} sets`)].map(([set, elements]): [string, Record<string, SetElement>] => {
    checkName(set, place);
    const where = `${place} ${set}`;
    const histories: readonly (readonly [string, Json | undefined])[] = Array.isArray(elements)
      ? elements.map((element) => [string(element, where), at])
      : [...object(elements, where)];
    const read = histories.map(([element, history]): [string, SetElement] => {
      checkName(element, where);
      return [element, readElement(history, `${where} ${element}`, set, clock)];
    });
    if (new Set(read.map(([element]) => element)).size !== read.length) damaged(where);
    return [set, Object.fromEntries(read)];
  });
  return Object.fromEntries(sets);
}

function readElement(value: Json | undefined, place: string, set: string, clock: Clock): SetElement {
  if (clock.is(value)) return { adds: [clock.read(value, set)], removes: [] };
  const history = object(value, place);
  onlyKeys(history, ['adds', 'removes'], place);
  const marks = (name: string) =>
    joinHorizons(
      array(history.get(name), place).map((index) => clock.read(index, set)),
      [],
    );
  return { adds: marks('adds'), removes: marks('removes') };
}

function readBody(value: Json | undefined, place: string, clock: Clock): Pick<RecordState, 'heads' | 'versions'> {
  if (value === undefined) return { heads: [], versions: {} };
  const where = `${place} body`;
  const versions = array(value, where).map((entry): BodyVersion => {
    const version = members(entry, where);
    onlyMembers(version, ['at', 'doc', 'id', 'replaces'], where);
    const merged = own(version, 'id');
    if (Object.hasOwn(version, 'at') === Object.hasOwn(version, 'id') || !Object.hasOwn(version, 'doc')) damaged(where);
    const replaces = Object.hasOwn(version, 'replaces') ? array(version.replaces, where) : [];
    return {
      id: merged === undefined ? clock.read(own(version, 'at'), 'body') : mergedId(merged, where),
      replaces: replaces.map((other) => (clock.is(other) ? clock.read(other, 'body') : mergedId(other, where))),
      doc: version.doc as Json,
    };
  });
  const byId = Object.fromEntries(versions.map((version) => [version.id, version]));
  if (versions.length === 0 || Object.keys(byId).length !== versions.length) damaged(where);
  // Only a forged file holds a text that another one in it replaces.
  return { heads: headsOf(byId), versions: byId };
}

function readTombstone(value: Json | undefined, place: string, clock: Clock): Tombstone {
  const tombstone = object(value, `${place} deleted`);
  onlyKeys(tombstone, ['at', 'seen'], `${place} deleted`);
  const seen = array(tombstone.get('seen'), `${place} deleted`).map((index) => clock.read(index, 'deleted'));
  return { at: clock.read(tombstone.get('at'), 'deleted'), seen: joinHorizons(seen, []) };
}

const mergedId = (value: Json, place: string): string =>
  typeof value === 'string' && MERGED_ID.test(value) ? value : damaged(place);

/** Record types of newer versions are carried, so their names need only be names. */
export const TYPE_NAME = /^[A-Za-z][A-Za-z0-9_]{0,39}$/;
const MERGED_ID = /^[0-9a-f]{64}$/;
