import { type Horizon, readStamp, type Stamp } from '../../model/stamp';
import { headsOf, isStampId } from '../lineage';
import { type BodyVersion, emptyState, type RecordState, type SetElement } from '../state';

/**
 * How far ahead of this machine's clock an edit may be, in milliseconds. A day, not minutes: files travel slowly, and a
 * mistaken time zone must not stop anybody; a clock that is years ahead would win every field for years.
 */
export const MOST_AHEAD = 24 * 60 * 60_000;

export type Parted = {
  /** What may be merged; null when all of it lies ahead. */
  readonly lawful: RecordState | null;
  /** What is held back, as a state of the same record; null for nothing. */
  readonly future: RecordState | null;
};

/**
 * Parts a record that came from elsewhere into what may be merged and what carries a stamp from more than a day ahead
 * of `now`. Held parts stay outside the merged plan, where they can pull no clock along; merging stays lawful, because
 * both parts are copies of the record like any other.
 */
export function withoutFuture(state: RecordState, now: number): Parted {
  const isAhead = (stamp: Stamp): boolean => readStamp(stamp).millis > now + MOST_AHEAD;
  if (!stampsOf(state).some(isAhead)) return { lawful: state, future: null };
  const part = (which: boolean): RecordState => partOf(state, (marks) => marks.some(isAhead) === which, isAhead, which);
  const lawful = part(false);
  return { lawful: isEmpty(lawful) ? null : lawful, future: part(true) };
}

function partOf(
  state: RecordState,
  belongs: (marks: readonly Stamp[]) => boolean,
  isAhead: (stamp: Stamp) => boolean,
  ahead: boolean,
): RecordState {
  const stamps = Object.entries(state.stamps).filter(([, stamp]) => belongs([stamp]));
  const versions = Object.fromEntries(
    Object.entries(state.versions).filter(([, version]) => belongs(stampsOfVersion(version))),
  );
  return {
    ...emptyState(state.type, state.id),
    registers: Object.fromEntries(stamps.map(([name]) => [name, state.registers[name] ?? null])),
    stamps: Object.fromEntries(stamps),
    sets: setsOf(state.sets, (stamp) => isAhead(stamp) === ahead),
    versions,
    heads: headsOf(versions),
    deleted: state.deleted !== null && belongs([state.deleted.at, ...state.deleted.seen]) ? state.deleted : null,
  };
}

function setsOf(sets: RecordState['sets'], belongs: (stamp: Stamp) => boolean): RecordState['sets'] {
  const marks = (horizon: Horizon): Horizon => horizon.filter(belongs);
  return Object.fromEntries(
    Object.entries(sets).flatMap(([set, elements]): [string, Record<string, SetElement>][] => {
      const left = Object.entries(elements).flatMap(([name, { adds, removes }]): [string, SetElement][] => {
        const element = { adds: marks(adds), removes: marks(removes) };
        return element.adds.length + element.removes.length === 0 ? [] : [[name, element]];
      });
      return left.length === 0 ? [] : [[set, Object.fromEntries(left)]];
    }),
  );
}

const stampsOfVersion = ({ id, replaces }: BodyVersion): readonly Stamp[] => [id, ...replaces].filter(isStampId);

function stampsOf(state: RecordState): readonly Stamp[] {
  const stamps: Stamp[] = Object.values(state.stamps);
  for (const elements of Object.values(state.sets))
    for (const { adds, removes } of Object.values(elements)) stamps.push(...adds, ...removes);
  for (const version of Object.values(state.versions)) stamps.push(...stampsOfVersion(version));
  if (state.deleted !== null) stamps.push(state.deleted.at, ...state.deleted.seen);
  return stamps;
}

const isEmpty = ({ registers, sets, versions, deleted }: RecordState): boolean =>
  Object.keys(registers).length + Object.keys(sets).length + Object.keys(versions).length === 0 && deleted === null;
