import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestBytes } from '../../../src/core/model/ids';
import type { Json } from '../../../src/core/model/json';
import { canonical } from '../../../src/core/plan/canonical';
import { withoutFuture } from '../../../src/core/plan/comparing/future';
import type { PlanContent, PlanEntry } from '../../../src/core/plan/file/content';
import { holdsAll } from '../../../src/core/plan/file/holdsAll';
import { joinContents } from '../../../src/core/plan/file/joinContents';
import { readPlanEntries, readPlanFile } from '../../../src/core/plan/file/read';
import { encodePlan, packPlan, planJson } from '../../../src/core/plan/file/write';
import { readFolder } from '../../../src/core/plan/folder/read';
import { encodeFolder } from '../../../src/core/plan/folder/write';
import { mergePlans } from '../../../src/core/plan/merge';
import type { RecordState } from '../../../src/core/plan/state';
import { isAnyKeptAside, keptAside } from '../../../src/core/plan/survey/keptAside';
import { everyFeature } from './everyFeature';
import { folderOfEntries } from './folder/inMemory';
import { planArb } from './universe';

const fixtures = new URL('../../fixtures/plan/', import.meta.url);
const released = readdirSync(fixtures).filter((name) => /^format-\d+\.juzhen$/.test(name));
const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(canonical(value));
const jsonIn = (entries: readonly PlanEntry[], path: string) =>
  JSON.parse(new TextDecoder().decode(entries.find((entry) => entry.path === path)?.bytes)) as Record<string, Json>;

type Change = { readonly manifest?: object; readonly plan?: object; readonly files?: readonly PlanEntry[] };

/** A plan as a later version might write it: both JSON files changed, the manifest right. */
function fromTheFuture(content: PlanContent, { manifest = {}, plan = {}, files = [] }: Change): readonly PlanEntry[] {
  const entries = encodePlan(content);
  const planFile = { path: 'plan.json', bytes: bytesOf({ ...jsonIn(entries, 'plan.json'), ...plan }) };
  const rest = [...entries.filter(({ path }) => path.startsWith('assets/')), planFile, ...files];
  const head = {
    ...jsonIn(entries, 'manifest.json'),
    entries: [...rest]
      .sort((a, b) => (a.path < b.path ? -1 : 1))
      .map(({ path, bytes }) => ({ bytes: bytes.length, path, sha256: digestBytes(bytes) })),
    ...manifest,
  };
  return [...rest, { path: 'manifest.json', bytes: bytesOf(head) }].sort((a, b) => (a.path < b.path ? -1 : 1));
}

describe('earlier formats', () => {
  it.each(released)('%s opens, and what was read is written again without loss', (name) => {
    const file = new Uint8Array(readFileSync(new URL(name, fixtures)));
    const read = readPlanFile(file, name);
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    const again = readPlanFile(packPlan(encodePlan(read.value)), name);
    expect(again.ok && planJson(again.value)).toBe(planJson(read.value));
    const folder = readFolder(folderOfEntries(encodeFolder(read.value)), name);
    expect(folder.ok && planJson(folder.value)).toBe(planJson(read.value));
  });

  it('are all there, from the first to the one that is written today', () => {
    const numbers = released.map((name) => Number(/\d+/.exec(name)?.[0])).sort((a, b) => a - b);
    const today = jsonIn(encodePlan(everyFeature), 'manifest.json').version;
    expect(numbers).toEqual(Array.from({ length: Number(today) }, (_, index) => index + 1));
  });
});

describe('a file of a later format', () => {
  const record = (entries: readonly PlanEntry[]) => jsonIn(entries, 'plan.json').records as Record<string, object>;
  const future = fromTheFuture(everyFeature, {
    manifest: { version: 3, madeBy: 'a later studio' },
    plan: {
      version: 3,
      weather: { sunny: true },
      records: {
        ...record(encodePlan(everyFeature)),
        sunrise: { s1: { at: 0, fields: { hue: 'orange' }, mood: { of: ['calm', '__proto__'] } } },
      },
    },
    files: [
      { path: 'history/2027/p1.json', bytes: bytesOf([1, 2]) },
      { path: 'sound.bin', bytes: Uint8Array.of(0, 255, 128) },
    ],
  });

  it('opens with all that is understood; the rest is kept, and named', () => {
    const read = readPlanEntries(future, 'later.juzhen');
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    expect(read.value.states).toHaveLength(everyFeature.states.length + 1);
    const kept = keptAside(read.value);
    expect(kept).toMatchObject({
      version: 3,
      members: expect.arrayContaining(['weather']),
      files: ['history/2027/p1.json', 'sound.bin'],
      types: [
        { type: 'hologram', records: 1 },
        { type: 'sunrise', records: 1 },
      ],
    });
    expect(isAnyKeptAside(kept)).toBe(true);
  });

  it('leaves again byte for byte as it came, packed and through a folder', () => {
    const read = readPlanEntries(future, 'later.juzhen');
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    expect(encodePlan(read.value)).toEqual(future);
    const folder = readFolder(folderOfEntries(encodeFolder(read.value)), 'later');
    if (!folder.ok) throw new Error(JSON.stringify(folder.error));
    expect(encodePlan(folder.value)).toEqual(future);
  });

  /** Plans hold whole numbers only. */
  const plain = fc.anything({ values: [fc.string(), fc.integer(), fc.boolean(), fc.constant(null)], maxDepth: 3 });

  it('keeps what it is whatever plan it carries', () => {
    fc.assert(
      fc.property(planArb, fc.integer({ min: 2, max: 99 }), plain, (states, version, value) => {
        const content = { workspaceId: 'w1', states, assets: new Map() };
        const entries = fromTheFuture(content, { manifest: { version }, plan: { version, tomorrow: value } });
        const read = readPlanEntries(entries, 'x');
        expect(read.ok && encodePlan(read.value)).toEqual(entries);
      }),
      { numRuns: 50 },
    );
  });

  it('is refused as newer, not as broken, when it says so or is built otherwise', () => {
    const codeOf = (change: Change) => {
      const read = readPlanEntries(fromTheFuture(everyFeature, change), 'x');
      return read.ok ? 'read' : read.error.code;
    };
    const version = 2;
    expect(codeOf({ manifest: { version }, plan: { version } })).toBe('read');
    expect(codeOf({ manifest: { version, reads: 1 }, plan: { version } })).toBe('read');
    expect(codeOf({ manifest: { version, reads: 2 }, plan: { version } })).toBe('file_future');
    expect(codeOf({ manifest: { version, reads: 'x' }, plan: { version } })).toBe('file_future');
    expect(codeOf({ plan: { version } })).toBe('read');
    expect(codeOf({ manifest: { version }, plan: { version, clocks: 'packed' } })).toBe('file_future');
    expect(codeOf({ manifest: { version, entries: {} }, plan: { version } })).toBe('file_future');
    const records = { piece: { p1: { at: 0, fields: { title: 'x' }, mood: 1 } } };
    expect(codeOf({ manifest: { version }, plan: { version, records } })).toBe('read');
    expect(codeOf({ plan: { records } })).toBe('file_damaged');
    const hidden = { piece: { p1: { at: 0, fields: { title: 'x', '$member mood': 1 } } } };
    expect(codeOf({ manifest: { version }, plan: { version, records: hidden } })).toBe('file_future');
    const extra = [{ path: 'history.json', bytes: bytesOf([]) }];
    expect(codeOf({ manifest: { version }, plan: { version }, files: extra })).toBe('read');
    expect(codeOf({ files: extra })).toBe('file_damaged');
    expect(codeOf({ manifest: { version: 0 } })).toBe('file_damaged');
    expect(codeOf({ manifest: { version: 1.5 } })).toBe('file_damaged');
  });

  it('keeps a record’s own new members through a merge, whichever side comes first, and names them', () => {
    const records = (mood: Json) => ({ piece: { p1: { at: 0, fields: { $alive: true, title: 'x' }, mood } } });
    const readAs = (mood: Json): PlanContent => {
      const read = readPlanEntries(fromTheFuture(everyFeature, { plan: { version: 2, records: records(mood) } }), 'x');
      if (!read.ok) throw new Error(JSON.stringify(read.error));
      return read.value;
    };
    const [calm, wild] = [readAs('calm'), readAs('wild')];
    const both = mergePlans(calm.states, wild.states);
    expect(planJson({ ...calm, states: both })).toBe(
      planJson({ ...calm, states: mergePlans(wild.states, calm.states) }),
    );
    expect(jsonIn(encodePlan({ ...calm, states: both }), 'plan.json').records).toMatchObject({
      piece: { p1: { mood: 'wild' } },
    });
    expect(keptAside(calm).fields).toEqual([{ type: 'piece', name: 'mood', records: 1 }]);
    const parted = withoutFuture(calm.states[0] as RecordState, 0);
    expect(parted.lawful?.registers).toEqual({ '$member mood': 'calm' });
    expect(parted.future?.registers).toEqual({ $alive: true, title: 'x' });
  });

  it('joins its files with another’s: all of both, and of two under one name the same one on both sides', () => {
    const withFiles = (...files: readonly [string, number][]): PlanContent => ({
      ...everyFeature,
      newer: { version: 2, manifest: {}, files: new Map(files.map(([path, byte]) => [path, Uint8Array.of(byte)])) },
    });
    const [a, b] = [withFiles(['x', 1], ['y', 2]), withFiles(['y', 3], ['z', 4])];
    const [one, other] = [joinContents(a, b, a.states), joinContents(b, a, a.states)];
    expect(encodePlan(one)).toEqual(encodePlan(other));
    expect([...(one.newer?.files?.keys() ?? [])].sort()).toEqual(['x', 'y', 'z']);
    expect(holdsAll(one, a) && !holdsAll(a, one)).toBe(true);
  });

  it('that was torn on the way is broken all the same', () => {
    const torn = future.map((entry) =>
      entry.path === 'plan.json' ? { ...entry, bytes: entry.bytes.slice(1) } : entry,
    );
    expect(readPlanEntries(torn, 'x')).toMatchObject({ error: { code: 'file_damaged' } });
  });
});

describe('what is kept aside', () => {
  it('is nothing in a plan of this version', () => {
    const states = everyFeature.states.filter(({ type }) => type !== 'hologram');
    const kept = keptAside({ states: states.map((state) => ({ ...state })) });
    expect({ ...kept, texts: 0 }).toEqual({
      version: null,
      members: [],
      files: [],
      types: [],
      fields: [],
      values: [],
      texts: 0,
    });
  });

  it('counts fields, sets, values and texts that are not known', () => {
    const [piece] = everyFeature.states.filter(({ type }) => type === 'piece');
    if (piece === undefined) throw new Error('no piece');
    const stamp = Object.values(piece.stamps)[0] as never;
    const odd = {
      ...piece,
      registers: { ...piece.registers, mood: 'calm', kind: 'a kind nobody knows', 'brief.place': null },
      stamps: { ...piece.stamps, mood: stamp, kind: stamp, 'brief.place': stamp },
      sets: { ...piece.sets, smells: { pine: { adds: [stamp], removes: [] } } },
      heads: ['x'],
      versions: { x: { id: 'x', replaces: [], doc: { type: 'doc', content: [{ type: 'hologram' }] } } },
    };
    expect(keptAside({ states: [odd, { ...odd, id: 'p9' }] })).toEqual({
      version: null,
      members: [],
      files: [],
      types: [],
      fields: [
        { type: 'piece', name: 'mood', records: 2 },
        { type: 'piece', name: 'smells', records: 2 },
      ],
      values: [{ type: 'piece', name: 'kind', records: 2 }],
      texts: 2,
    });
  });
});
