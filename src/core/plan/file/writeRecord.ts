import type { Json } from '../../model/json';
import type { Stamp } from '../../model/stamp';
import { MEMBER, type RecordState, type SetElement } from '../state';

/** How a clock is written: its index in the head's list, or in full. */
export type WriteClock = (stamp: Stamp) => number | string;

/**
 * One record as it stands in `plan.json` and, with clocks in full, in a folder's file.
 *
 * @throws when a register has no stamp: a fault of the caller.
 */
export function recordJson(state: RecordState, clock: WriteClock): Json {
  const stamps = Object.entries(state.stamps);
  const names = Object.keys(state.registers);
  const others = names.filter((name) => name.startsWith(MEMBER));
  if (stamps.length !== names.length - others.length) throw new Error(`${state.type} ${state.id}: stamps.`);
  const at = mostFrequent(stamps.map(([, stamp]) => stamp));
  const later = stamps.filter(([, stamp]) => stamp !== at);
  const sets = Object.entries(state.sets).filter(([, elements]) => Object.keys(elements).length > 0);
  const versions = headVersions(state);
  return {
    ...table(
      others.map((name) => [name.slice(MEMBER.length), state.registers[name] as Json]),
      (value) => value,
    ),
    ...(at === null ? {} : { at: clock(at), fields: others.length === 0 ? state.registers : fieldsOf(state) }),
    ...(later.length === 0 ? {} : { later: table(later, clock) }),
    ...(sets.length === 0 ? {} : { sets: table(sets, (elements) => setJson(elements, at, clock)) }),
    ...(versions.length === 0
      ? {}
      : {
          body: versions.map(({ id, replaces, doc }) => ({
            ...(isStampId(id) ? { at: clock(id) } : { id }),
            ...(replaces.length === 0
              ? {}
              : { replaces: replaces.map((other) => (isStampId(other) ? clock(other) : other)) }),
            doc,
          })),
        }),
    ...(state.deleted === null
      ? {}
      : { deleted: { at: clock(state.deleted.at), seen: state.deleted.seen.map(clock) } }),
  };
}

/** Registers less what is a member of the record itself. */
const fieldsOf = ({ registers }: RecordState): Json =>
  Object.fromEntries(Object.entries(registers).filter(([name]) => !name.startsWith(MEMBER)));

export const isStampId = (id: string): id is Stamp => id.length === 34;

/** Replaced versions stay at home, in the history. */
export const headVersions = ({ heads, versions }: RecordState) =>
  [...heads].sort().flatMap((id) => {
    const version = Object.hasOwn(versions, id) ? versions[id] : undefined;
    return version === undefined ? [] : [version];
  });

/** Where all elements were added with the record's own clock and none was removed, their names are enough. */
function setJson(elements: Readonly<Record<string, SetElement>>, at: Stamp | null, clock: WriteClock): Json {
  const entries = Object.entries(elements);
  const plain = entries.every(([, { adds, removes }]) => adds.length === 1 && adds[0] === at && removes.length === 0);
  return plain ? entries.map(([name]) => name).sort() : table(entries, elementJson(clock));
}

/** An element that was added once and never removed is just the clock of its adding. */
const elementJson =
  (clock: WriteClock) =>
  ({ adds, removes }: SetElement): Json =>
    adds.length === 1 && removes.length === 0
      ? clock(adds[0] as Stamp)
      : { adds: adds.map(clock), removes: removes.map(clock) };

const table = <T>(
  entries: readonly (readonly [string, T])[],
  write: (value: T) => Json,
): Readonly<Record<string, Json>> => Object.fromEntries(entries.map(([name, value]) => [name, write(value)]));

/** The earliest of the most frequent; null for none. */
function mostFrequent(stamps: readonly Stamp[]): Stamp | null {
  const counts = new Map<Stamp, number>();
  for (const stamp of stamps) counts.set(stamp, (counts.get(stamp) ?? 0) + 1);
  let best: Stamp | null = null;
  for (const [stamp, count] of counts) {
    const known = best === null ? 0 : (counts.get(best) as number);
    if (count > known || (count === known && best !== null && stamp < best)) best = stamp;
  }
  return best;
}
