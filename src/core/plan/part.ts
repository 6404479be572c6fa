import type { Json } from '../model/json';
import type { RecordType } from '../model/records';
import { keyOf } from './merge';
import { isAlive, type RecordState } from './state';

/** What a plan file of a part is about, by ids. What it leans on and what belongs to it comes along. */
export type PlanAbout = {
  readonly pieces: ReadonlySet<string>;
  readonly placements: ReadonlySet<string>;
  /** With their phases and waves. Placements and pieces of a campaign are named above: a view may leave some out. */
  readonly campaigns: ReadonlySet<string>;
};

export type PlanPart = {
  /** null for the whole workspace. */
  readonly about: PlanAbout | null;
  /** Whether what the team notes for itself goes with it (`INTERNAL`). */
  readonly notes: boolean;
};

/** Records that stand in every part: the zone, the rules of the platforms and who wrote what are needed to read it. */
const ALWAYS: readonly RecordType[] = ['workspace', 'platform', 'member'];

/** Records that belong to another one, and the registers that name it. */
const BELONGS: { readonly [T in RecordType]?: readonly (readonly [register: string, to: RecordType])[] } = {
  variant: [['pieceId', 'piece']],
  review: [['pieceId', 'piece']],
  metric: [
    ['placementId', 'placement'],
    ['pieceId', 'piece'],
  ],
};

/** Registers that name what a record leans on: it comes along, so that nothing is shown without a name. */
const LEANS: { readonly [T in RecordType]?: readonly (readonly [register: string, on: RecordType])[] } = {
  piece: [
    ['personaId', 'persona'],
    ['campaignId', 'campaign'],
    ['coverId', 'asset'],
  ],
  placement: [
    ['pieceId', 'piece'],
    ['accountId', 'account'],
    ['campaignId', 'campaign'],
    ['waveId', 'wave'],
    ['seriesId', 'series'],
  ],
  variant: [['accountId', 'account']],
  metric: [['accountId', 'account']],
  campaign: [['leadWaveId', 'wave']],
  wave: [
    ['campaignId', 'campaign'],
    ['accountId', 'account'],
    ['afterWaveId', 'wave'],
  ],
  series: [['accountId', 'account']],
  account: [
    ['personaId', 'persona'],
    ['communityId', 'community'],
  ],
};

/** What the team notes for itself: whole records; below, registers (a map by its name and a dot). */
export const INTERNAL_RECORDS: ReadonlySet<string> = new Set<RecordType>(['review', 'feedback']);
const INTERNAL: { readonly [T in RecordType]?: readonly string[] } = {
  piece: ['notes'],
  variant: ['note'],
  placement: ['handNote', 'skipReason'],
  campaign: ['budgetNote'],
  occasion: ['note'],
  platform: ['note'],
  asset: ['consent'],
  workspace: ['waived.'],
};

/**
 * The records of a plan that go into a file of their own, with their stamps: merged back into the plan they come from
 * they change nothing, merged into another copy they bring only what is in them.
 *
 * @param states every record of the plan, each once.
 * @returns the same states, or copies without internal registers, in the order given.
 */
export function partOf(states: readonly RecordState[], { about, notes }: PlanPart): readonly RecordState[] {
  const chosen = about === null ? states : within(states, about);
  return notes ? chosen : chosen.flatMap((state) => withoutNotes(state) ?? []);
}

function within(states: readonly RecordState[], about: PlanAbout): readonly RecordState[] {
  const byKey = new Map(states.map((state) => [keyOf(state), state]));
  const chosen = new Set<string>();
  const waiting: RecordState[] = [];
  const take = (state: RecordState | undefined): void => {
    if (state === undefined || chosen.has(keyOf(state))) return;
    chosen.add(keyOf(state));
    waiting.push(state);
  };
  for (const id of about.placements) take(byKey.get(keyOf({ type: 'placement', id })));
  for (const id of about.pieces) take(byKey.get(keyOf({ type: 'piece', id })));
  for (const id of about.campaigns) take(byKey.get(keyOf({ type: 'campaign', id })));
  for (const state of states) if (isAlways(state) || isOf(state, about.campaigns)) take(state);
  const owned = ownedBy(states);
  for (let state = waiting.pop(); state !== undefined; state = waiting.pop()) {
    for (const one of owned.get(keyOf(state)) ?? []) take(one);
    for (const key of leansOn(state)) take(byKey.get(key));
  }
  return states.filter((state) => chosen.has(keyOf(state)));
}

const isAlways = ({ type }: RecordState): boolean => ALWAYS.some((one) => one === type);

const isOf = ({ type, registers }: RecordState, campaigns: ReadonlySet<string>): boolean =>
  (type === 'phase' || type === 'wave') &&
  typeof registers.campaignId === 'string' &&
  campaigns.has(registers.campaignId);

/** By the key of a record: what belongs to it. */
function ownedBy(states: readonly RecordState[]): ReadonlyMap<string, readonly RecordState[]> {
  const owned = new Map<string, RecordState[]>();
  for (const state of states)
    for (const [register, to] of BELONGS[state.type as RecordType] ?? []) {
      const id = state.registers[register];
      if (typeof id !== 'string') continue;
      const key = keyOf({ type: to, id });
      const list = owned.get(key);
      if (list === undefined) owned.set(key, [state]);
      else list.push(state);
    }
  return owned;
}

function leansOn(state: RecordState): readonly string[] {
  const named = (LEANS[state.type as RecordType] ?? []).flatMap(([register, type]) => {
    const id = state.registers[register];
    return typeof id === 'string' ? [keyOf({ type, id })] : [];
  });
  const standIns = Object.keys(state.type === 'persona' ? (state.sets.standIns ?? {}) : {});
  return [
    ...named,
    ...standIns.map((id) => keyOf({ type: 'persona', id })),
    ...state.heads
      .flatMap((head) => picturesIn(state.versions[head]?.doc ?? null))
      .map((id) => keyOf({ type: 'asset', id })),
  ];
}

/** Pictures of a text by the ids of their assets: also of one with blocks that only newer versions know. */
function picturesIn(doc: Json): readonly string[] {
  if (doc === null || typeof doc !== 'object') return [];
  if (Array.isArray(doc)) return doc.flatMap(picturesIn);
  const { type, attrs, content = null } = doc as Node;
  const own = type === 'image' && typeof attrs?.src === 'string' ? [attrs.src] : [];
  return [...own, ...picturesIn(content)];
}
type Node = { readonly type?: Json; readonly attrs?: { readonly src?: Json } | null; readonly content?: Json };

/** Null for a record that is a note itself. */
function withoutNotes(state: RecordState): RecordState | null {
  if (INTERNAL_RECORDS.has(state.type)) return null;
  const internal = INTERNAL[state.type as RecordType] ?? [];
  const isNote = (name: string): boolean =>
    internal.some((one) => (one.endsWith('.') ? name.startsWith(one) : name === one));
  if (!Object.keys(state.stamps).some(isNote)) return state;
  const rest = <V>(registers: Readonly<Record<string, V>>): Readonly<Record<string, V>> =>
    Object.fromEntries(Object.entries(registers).filter(([name]) => !isNote(name)));
  const bare = { ...state, registers: rest(state.registers), stamps: rest(state.stamps) };
  // Where a note alone outlived a deletion, the record is still there: without the note its tombstone would say otherwise.
  return isAlive(state) && !isAlive(bare) ? { ...bare, deleted: null } : bare;
}
