import { z } from 'zod';
import { type Json, text } from '../model/json';
import { registerSchema } from '../model/record';
import { records } from '../model/records';
import { readStamp, type Stamp } from '../model/stamp';
import { barePlan } from '../plan/file/barePlan';
import { PARCEL_VERSION, packParcel, readParcel } from '../plan/file/container';
import { readPlanEntries } from '../plan/file/read';
import { planJson } from '../plan/file/write';
import type { RecordState } from '../plan/state';
import { err, type Failure, failure, ok, type Result } from '../result';
import type { MaybeNewer } from '../review/newer';
import { wallDateSchema } from '../time/wall';
import type { WallDate } from '../time/wallDate';
import { readLink } from './acts';

/**
 * What the person at the hand-over desk gives back to the planner: the facts of posting, each with the clock reading it
 * was written under. They are the very registers of the placements, so a slip merges by the law of plans: whatever
 * comes first, and however often, the result is the same. It can carry nothing else.
 */
export type Slip = {
  readonly workspaceId: string;
  readonly by: string;
  readonly day: WallDate;
  /** Placements with the desk's registers alone. */
  readonly states: readonly RecordState[];
};

const deskFields: ReadonlySet<string> = new Set([
  'outcome',
  'handedDay',
  'handedTime',
  'liveDay',
  'liveTime',
  'liveLink',
  'skipReason',
]);

/** Ticks, links and times. When to be reminded, and notes for the one who posts, stay at home. */
export const isDeskRegister = (register: string): boolean =>
  deskFields.has(register) || /^ticks\.\w{1,40}$/.test(register);

/** The desk's part of placements; those where nobody wrote any of it are left out. */
export const deskPart = (states: readonly RecordState[]): readonly RecordState[] =>
  states.flatMap((state) => {
    const registers = Object.entries(state.registers).filter(([name]) => isDeskRegister(name));
    if (state.type !== 'placement' || registers.length === 0) return [];
    const stamps = Object.entries(state.stamps).filter(([name]) => isDeskRegister(name));
    return [
      {
        ...state,
        registers: Object.fromEntries(registers),
        stamps: Object.fromEntries(stamps),
        sets: {},
        heads: [],
        versions: {},
        deleted: null,
      },
    ];
  });

export const packSlip = ({ workspaceId, by, day, states }: Slip): Uint8Array =>
  packParcel({
    kind: 'slip',
    workspaceId,
    page: { by, day, plan: JSON.parse(planJson({ workspaceId, states })) as Json },
    assets: new Map(),
  });

export const slipPage = z.object({ by: text(200), day: wallDateSchema, plan: z.json() });

/** How far a clock may be ahead of ours: files travel slowly and zones get mixed up, but nobody posts in the year 9999. */
const MOST_AHEAD = 24 * 60 * 60_000;

/**
 * Reads a slip. All or nothing: one that holds anything but facts of posting is refused, and so is one written by a clock
 * that runs ahead, which would win over everything said after it.
 *
 * @param now milliseconds since 1970.
 */
export function readSlip(bytes: Uint8Array, name: string, now: number): Result<Slip & MaybeNewer, Failure> {
  const damaged = (place: string) => err(failure('file_damaged', { file: name, place: place.slice(0, 300) }));
  const parcel = readParcel(bytes, 'slip', name);
  if (!parcel.ok) return parcel;
  const { workspaceId, page, assets, version } = parcel.value;
  const isNewer = version > PARCEL_VERSION;
  const read = slipPage.safeParse(page);
  if (!read.success && isNewer)
    return err(failure('file_future', { file: name, found: version, known: PARCEL_VERSION }));
  if (!read.success || assets.size > 0) return damaged('slip.json');
  const plan = readPlanEntries(barePlan(workspaceId, read.data.plan as Json), name);
  if (!plan.ok) return plan;
  // Facts a later desk knows stay in its file: nothing but facts of posting may come in by this door.
  const states = isNewer ? deskPart(plan.value.states) : plan.value.states;
  const leftOut = parcel.value.leftOut + factsIn(plan.value.states) - factsIn(states);
  for (const state of states) {
    const fault = faultOf(state);
    if (fault !== null) return damaged(`${state.type} ${state.id} ${fault}`);
    const ahead = Object.values(state.stamps).some((stamp: Stamp) => readStamp(stamp).millis > now + MOST_AHEAD);
    if (ahead) return err(failure('clock_ahead', { file: name }));
  }
  const { by, day } = read.data;
  return ok({ workspaceId, by, day, states, ...(isNewer ? { newer: { version, leftOut } } : {}) });
}

const factsIn = (states: readonly RecordState[]): number =>
  states.reduce((sum, { registers }) => sum + Object.keys(registers).length, 0);

/** What a slip may not hold; null when all is well. */
function faultOf({ type, registers, stamps, sets, heads, deleted }: RecordState): string | null {
  if (type !== 'placement') return '';
  if (deleted !== null || heads.length > 0 || Object.keys(sets).length > 0) return 'sets';
  for (const [name, value] of Object.entries(registers)) {
    if (!isDeskRegister(name) || !Object.hasOwn(stamps, name)) return name;
    const schema = registerSchema(records.placement, name);
    const isCleared = value === null && name.startsWith('ticks.');
    if (!isCleared && schema?.safeParse(value).success !== true) return name;
    if (name === 'liveLink' && value !== '' && !readLink(String(value)).ok) return name;
  }
  return null;
}
