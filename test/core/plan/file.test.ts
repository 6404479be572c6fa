import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { deflateSync } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import { digestBytes } from '../../../src/core/model/ids';
import { makeStamp, type NodeId } from '../../../src/core/model/stamp';
import { canonical } from '../../../src/core/plan/canonical';
import type { PlanContent, PlanEntry } from '../../../src/core/plan/file/content';
import { crc32 } from '../../../src/core/plan/file/crc32';
import { limits } from '../../../src/core/plan/file/limits';
import { readPlanEntries, readPlanFile } from '../../../src/core/plan/file/read';
import { encodePlan, packPlan, planJson } from '../../../src/core/plan/file/write';
import { writeZip } from '../../../src/core/plan/file/zip';
import { applyOp, createOp } from '../../../src/core/plan/ops';
import type { RecordState } from '../../../src/core/plan/state';
import { everyFeature } from './everyFeature';
import { docOf, planArb } from './universe';

const node = '00000000000000aa' as NodeId;
const at = (millis: number) => makeStamp({ millis: 1_790_000_000_000 + millis, counter: 0, node });
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const made = (type: 'piece' | 'persona', id: string, millis: number): RecordState => {
  const op =
    type === 'piece'
      ? createOp('piece', id, { title: `第 ${millis} 篇`, tags: ['夜景'] }, docOf('正文'))
      : createOp('persona', id, { name: '小满' });
  return applyOp(null, op, at(millis))?.state as RecordState;
};

const picture = Uint8Array.from({ length: 300 }, (_, index) => (index * 37) % 251);
const pictureName = `${digestBytes(picture)}.jpg`;
const small: PlanContent = {
  workspaceId: 'w1',
  states: [made('piece', 'p1', 1), made('piece', 'p2', 2), made('persona', 'n1', 3)],
  assets: new Map([[pictureName, picture]]),
};
const packed = (content: PlanContent): Uint8Array => packPlan(encodePlan(content));
const read = (bytes: Uint8Array) => readPlanFile(bytes, 'a.juzhen');
const codeOf = (bytes: Uint8Array): string => {
  const result = read(bytes);
  return result.ok ? 'read' : result.error.code;
};
/** The small plan with its `plan.json` replaced, the manifest made right again. */
function withPlan(
  text: string | Uint8Array,
  change: (entries: PlanEntry[]) => PlanEntry[] = (entries) => entries,
): Uint8Array {
  const bytes = typeof text === 'string' ? bytesOf(text) : text;
  const files: PlanEntry[] = [{ path: 'plan.json', bytes }];
  const manifest = canonical({
    entries: files.map((file) => ({ path: file.path, bytes: file.bytes.length, sha256: digestBytes(file.bytes) })),
    format: 'juzhen',
    version: 1,
    workspace: 'w1',
  });
  return writeZip(change([...files, { path: 'manifest.json', bytes: bytesOf(manifest) }]), () => true);
}
/** A stamp of the one node as `clocks` has it. */
const written = (stamp: string): string => `${stamp.slice(0, 12)}-0`;
const plan = (records: unknown, clocks: readonly string[] = [at(1)], rest: object = {}): string =>
  JSON.stringify({
    clocks: clocks.map(written),
    format: 'juzhen',
    nodes: [node],
    records,
    version: 1,
    workspace: 'w1',
    ...rest,
  });

afterEach(() => {
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

describe('a plan file', () => {
  it('reads back as it was written, and writes the same bytes again', () => {
    fc.assert(
      fc.property(planArb, (states) => {
        const bytes = packed({ workspaceId: 'w1', states, assets: new Map([[pictureName, picture]]) });
        const again = read(bytes);
        if (!again.ok) throw new Error(JSON.stringify(again.error));
        expect(packed(again.value)).toEqual(bytes);
        expect(again.value.assets.get(pictureName)).toEqual(picture);
      }),
      { numRuns: 500 },
    );
  });

  it('M15: does not depend on the order of records and keys, the time zone, or the day it is written', () => {
    const bytes = packed(small);
    const zone = process.env.TZ;
    try {
      for (const TZ of ['UTC', 'Asia/Shanghai', 'America/St_Johns', 'Pacific/Apia']) {
        process.env.TZ = TZ;
        const shuffled = [...small.states].reverse().map((state) => ({
          ...state,
          registers: Object.fromEntries(Object.entries(state.registers).reverse()),
          stamps: Object.fromEntries(Object.entries(state.stamps).reverse()),
        }));
        expect(packed({ ...small, states: shuffled })).toEqual(bytes);
      }
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  it('M13: carries types, fields, sets and values that this version does not know, byte for byte', () => {
    const records = {
      hologram: { h1: { at: 0, fields: { depth: { nested: [1, null, 'x'] }, 单位: '全息' } } },
      piece: {
        p1: {
          at: 0,
          body: [{ at: 0, doc: { type: 'doc', content: [{ type: 'hologram', attrs: { spin: 3 } }] } }],
          fields: { $alive: true, kind: 'not a kind we know', title: ['from the future'] },
          sets: { moods: ['calm'], tags: ['__proto__', 'x'] },
        },
      },
    };
    const bytes = withPlan(canonical(JSON.parse(plan(records, [at(1)], { tomorrow: { works: true } }))));
    const first = read(bytes);
    if (!first.ok) throw new Error(JSON.stringify(first.error));
    expect(first.value.more).toEqual({ tomorrow: { works: true } });
    expect(planJson(first.value)).toBe(canonical(JSON.parse(plan(records, [at(1)], { tomorrow: { works: true } }))));
    const second = read(packed(first.value));
    expect(second.ok && packed(second.value)).toEqual(packed(first.value));
  });

  it('M22: keeps every well-formed text, composed and decomposed apart', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }), (title) => {
        const state = applyOp(null, createOp('piece', 'p1', { title, tags: [title] }), at(1))?.state as RecordState;
        const back = read(packed({ workspaceId: 'w1', states: [state], assets: new Map() }));
        expect(back.ok && back.value.states[0]).toEqual(state);
      }),
      { numRuns: 500 },
    );
    const titles = ['é', 'e\u0301', '\ufeff零宽', '\u2028', '👨‍👩‍👧', '\0'];
    for (const title of titles) {
      const state = applyOp(null, createOp('piece', 'p1', { title }), at(1))?.state as RecordState;
      const back = read(packed({ workspaceId: 'w1', states: [state], assets: new Map() }));
      expect(back.ok && back.value.states[0]?.registers.title).toBe(title);
    }
  });

  it('takes names that objects are born with as any other name', () => {
    const element = { adds: [at(1)], removes: [] };
    const state: RecordState = {
      ...made('piece', '__proto__', 1),
      registers: JSON.parse('{"__proto__":{"polluted":true},"constructor":1,"brief.__proto__":"x"}'),
      stamps: JSON.parse(`{"__proto__":"${at(1)}","constructor":"${at(2)}","brief.__proto__":"${at(1)}"}`),
      sets: { tags: Object.fromEntries([['__proto__', element]]), ...JSON.parse('{"__proto__":{}}') },
    };
    const bytes = packed({ workspaceId: 'w1', states: [state], assets: new Map() });
    const back = read(bytes);
    if (!back.ok) throw new Error(JSON.stringify(back.error));
    expect(Object.entries(back.value.states[0]?.registers ?? {})).toHaveLength(3);
    expect(packed(back.value)).toEqual(bytes);
  });

  it('reads the same from an unpacked folder', () => {
    const result = readPlanEntries(encodePlan(small), 'folder');
    expect(result.ok && packed(result.value)).toEqual(packed(small));
  });

  it('leaves replaced body versions at home', () => {
    const first = made('piece', 'p1', 1);
    const second = applyOp(first, { kind: 'write', type: 'piece', id: 'p1', doc: docOf('新稿') }, at(5))
      ?.state as RecordState;
    expect(Object.keys(second.versions)).toHaveLength(2);
    const back = read(packed({ ...small, states: [second], assets: new Map() }));
    expect(back.ok && Object.keys(back.value.states[0]?.versions ?? {})).toEqual([at(5)]);
    expect(back.ok && back.value.states[0]?.versions[at(5)]?.replaces).toEqual([at(1)]);
  });

  it('names every file with its length and SHA-256', () => {
    const entries = encodePlan(small);
    const manifest = JSON.parse(new TextDecoder().decode(entries.find(({ path }) => path === 'manifest.json')?.bytes));
    expect(manifest).toEqual({
      entries: entries
        .filter(({ path }) => path !== 'manifest.json')
        .map(({ path, bytes }) => ({
          bytes: bytes.length,
          path,
          sha256: createHash('sha256').update(bytes).digest('hex'),
        })),
      format: 'juzhen',
      version: 1,
      workspace: 'w1',
    });
  });

  it('of format 1, as first released, opens and is written again byte for byte', () => {
    const released = new Uint8Array(readFileSync(new URL('../../fixtures/plan/format-1.juzhen', import.meta.url)));
    const result = read(released);
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    expect(packed(result.value)).toEqual(released);
    expect(packed(everyFeature)).toEqual(released);
  });

  it('refuses to write a record twice or an asset under a wrong name', () => {
    expect(() => planJson({ workspaceId: 'w1', states: [...small.states, small.states[0]] as RecordState[] })).toThrow(
      'twice',
    );
    expect(() => encodePlan({ ...small, assets: new Map([['../x.jpg', picture]]) })).toThrow('not the name');
  });
});

describe('a torn or changed file', () => {
  const whole = packed({ ...small, assets: new Map([[pictureName, picture]]) });

  it('I2: is refused at every length short of the whole', () => {
    for (let length = 0; length < whole.length; length += 1) {
      const code = codeOf(whole.subarray(0, length));
      expect(length < 4 ? 'file_not_plan' : 'file_damaged').toBe(code);
    }
    expect(codeOf(whole)).toBe('read');
  });

  it('I2: is refused with a tail of zeros, or with two halves put together', () => {
    for (const step of [1, 2, 22, 100, 1000])
      expect(codeOf(Uint8Array.from([...whole, ...new Uint8Array(step)]))).toBe('file_damaged');
    const zeroed = whole.slice();
    zeroed.fill(0, Math.floor(whole.length / 2));
    expect(codeOf(zeroed)).toBe('file_damaged');
    const other = packed({ ...small, workspaceId: 'w2', assets: new Map() });
    expect(
      codeOf(Uint8Array.from([...whole.subarray(0, whole.length / 2), ...other.subarray(other.length / 2)])),
    ).not.toBe('read');
  });

  it('I1: with any byte changed is refused, or holds exactly the same plan', () => {
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (where, flip) => {
        const changed = whole.slice();
        changed[where] = (changed[where] ?? 0) ^ flip;
        const result = read(changed);
        if (result.ok) expect(packed(result.value)).toEqual(whole);
      }),
      { numRuns: 3000 },
    );
  });

  it('I1: with pieces of JSON swapped is refused, or can be written canonically', () => {
    const text = planJson(small);
    const mutation = fc.record({
      from: fc.nat(text.length - 1),
      cut: fc.nat(12),
      put: fc.constantFrom('', '0', '-1', '1e9', 'null', '[]', '{}', '"x"', '"__proto__"', ',', ':', '}'),
    });
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 3 }), (mutations) => {
        const changed = mutations.reduce(
          (current, { from, cut, put }) => current.slice(0, from) + put + current.slice(from + cut),
          text,
        );
        const result = read(withPlan(changed));
        if (!result.ok) {
          expect(['file_damaged', 'file_future', 'file_too_big']).toContain(result.error.code);
          return;
        }
        const canonically = packed(result.value);
        const again = read(canonically);
        expect(again.ok && packed(again.value)).toEqual(canonically);
      }),
      { numRuns: 3000 },
    );
  });

  it('names the record and the field that is wrong', () => {
    const place = (records: unknown, clocks?: string[]) => {
      const result = read(withPlan(plan(records, clocks)));
      return result.ok ? 'read' : `${result.error.code} ${result.error.params.place}`;
    };
    expect(place({ piece: { p1: { at: 9, fields: { title: 'x' } } } })).toBe('file_damaged piece p1 at');
    expect(place({ piece: { p1: { at: 0, fields: { title: 'x' }, later: { title: 7 } } } })).toBe(
      'file_damaged piece p1 later title',
    );
    expect(place({ piece: { p1: { at: 0, fields: { title: 'x' }, later: { notes: 0 } } } })).toBe(
      'file_damaged piece p1 later notes',
    );
    expect(place({ piece: { p1: { fields: { title: 'x' } } } })).toBe('file_damaged piece p1 at');
    expect(place({ piece: { p1: { at: 0.5, fields: { title: 'x' } } } })).toBe('file_damaged piece p1 at');
    expect(place({ piece: { 'p 1': {} } })).toBe('file_damaged piece p 1');
    expect(place({ piece: { p1: { sets: { tags: { 夜: 'x' } } } } })).toBe('file_damaged piece p1 tags 夜');
    expect(place({ piece: { p1: { body: [] } } })).toBe('file_damaged piece p1 body');
    expect(place({ piece: { p1: { body: [{ id: 'short', doc: {} }] } } })).toBe('file_damaged piece p1 body');
    expect(place({ piece: { p1: { deleted: { at: 0 } } } })).toBe('file_damaged piece p1 deleted');
    expect(place({ piece: { p1: { extra: 1 } } })).toBe('file_damaged piece p1 extra');
    expect(place({ piece: [] })).toBe('file_damaged piece');
    expect(place({ 'no/type': {} })).toBe('file_damaged records no/type');
    expect(place({}, ['nonsense'])).toBe('file_damaged clocks 0');
    expect(place({ piece: { p1: { sets: { tags: ['夜'] } } } })).toBe('file_damaged piece p1 tags 夜');
    expect(place({ piece: { p1: { at: 0, fields: { title: 'x' }, sets: { tags: ['夜', '夜'] } } } })).toBe(
      'file_damaged piece p1 tags',
    );
    expect(place({}, [at(2), at(1)])).toBe('file_damaged clocks 1');
  });
});

describe('a file that is not ours, or not yet', () => {
  it('is told apart: no zip, another zip, a newer version', () => {
    expect(codeOf(bytesOf('# Markdown'))).toBe('file_not_plan');
    expect(codeOf(new Uint8Array(0))).toBe('file_not_plan');
    expect(codeOf(writeZip([{ path: 'word/document.xml', bytes: bytesOf('<w/>') }], () => false))).toBe(
      'file_not_plan',
    );
    const manifest = (value: unknown) =>
      codeOf(writeZip([{ path: 'manifest.json', bytes: bytesOf(JSON.stringify(value)) }], () => false));
    expect(manifest({ format: 'other', version: 1 })).toBe('file_not_plan');
    expect(manifest({ format: 'juzhen', version: 2, anything: ['else'] })).toBe('file_future');
    expect(manifest({ format: 'juzhen', version: 0 })).toBe('file_damaged');
    expect(manifest({ format: 'juzhen', version: '1' })).toBe('file_damaged');
    expect(manifest([])).toBe('file_damaged');
  });

  it('says which version it found and which it knows', () => {
    const bytes = writeZip([{ path: 'manifest.json', bytes: bytesOf('{"format":"juzhen","version":7}') }], () => false);
    expect(read(bytes)).toEqual({
      ok: false,
      error: { code: 'file_future', params: { file: 'a.juzhen', found: 7, known: 1 } },
    });
  });

  it('is refused when files are missing, changed, extra or misnamed', () => {
    const entries = encodePlan(small);
    const without = (path: string) =>
      readPlanEntries(
        entries.filter((entry) => entry.path !== path),
        'x',
      );
    expect(without('plan.json')).toMatchObject({ error: { code: 'file_damaged', params: { place: 'plan.json' } } });
    expect(without(`assets/${pictureName}`)).toMatchObject({ error: { code: 'file_damaged' } });
    const extra = readPlanEntries([...entries, { path: 'notes.txt', bytes: bytesOf('x') }], 'x');
    expect(extra).toMatchObject({ error: { code: 'file_damaged', params: { place: 'notes.txt' } } });
    const swapped = entries.map((entry) =>
      entry.path.startsWith('assets/') ? { ...entry, bytes: entry.bytes.slice().reverse() } : entry,
    );
    expect(readPlanEntries(swapped, 'x')).toMatchObject({ error: { code: 'file_damaged' } });
    const other = entries.map((entry) =>
      entry.path === 'plan.json' ? { ...entry, bytes: bytesOf(planJson({ ...small, workspaceId: 'w2' })) } : entry,
    );
    expect(readPlanEntries(other, 'x')).toMatchObject({ error: { code: 'file_damaged' } });
  });
});

describe('a hostile file', () => {
  it('I5: leads nowhere outside', () => {
    const paths = [
      '../evil.txt',
      'a/../../evil.txt',
      '/etc/passwd',
      'C:\\evil.txt',
      'c:evil',
      '\\\\server\\share\\x',
      'a\\b',
      'a//b',
      './a',
      'a/./b',
      'nul',
      'NUL.txt',
      'assets/con',
      'COM1',
      'lpt9.json',
      'a/aux.x',
      'name.',
      'name ',
      'a./b',
      'x\0y',
      'a\nb',
      'a:stream',
      'a\u202etxt.exe',
      '..',
      '.',
      'assets/..',
      'a*b',
      'a?b',
      'a|b',
      '"q"',
      '<x>',
    ];
    for (const path of paths) {
      expect(codeOf(withPlan(plan({}), (entries) => [...entries, { path, bytes: bytesOf('x') }])), path).toBe(
        'file_unsafe_path',
      );
      expect(readPlanEntries([...encodePlan(small), { path, bytes: bytesOf('x') }], 'x'), path).toMatchObject({
        error: { code: 'file_unsafe_path' },
      });
    }
  });

  it('I5: cannot hold one name twice, in whatever spelling', () => {
    for (const path of ['plan.json', 'PLAN.JSON', 'Manifest.json', 'ｐlan.json'])
      expect(codeOf(withPlan(plan({}), (entries) => [...entries, { path, bytes: bytesOf('x') }])), path).toBe(
        'file_damaged',
      );
  });

  it('I5: cannot hold links', () => {
    const zip = withPlan(plan({}));
    const view = new DataView(zip.buffer);
    const directory = view.getUint32(zip.length - 6, true);
    view.setUint32(directory + 38, (0o120777 << 16) >>> 0, true);
    expect(codeOf(zip)).toBe('file_unsafe_path');
  });

  it('I4: is stopped on what really comes out, whatever the header says', () => {
    const zeros = new Uint8Array(64 * 1024 * 1024).fill(0x20);
    const data = deflateSync(zeros, { level: 9 });
    expect(read(bomb([{ path: 'plan.json', data, size: zeros.length }]))).toMatchObject({
      error: { code: 'file_too_big', params: { limit: '1:200' } },
    });
    expect(codeOf(bomb([{ path: 'plan.json', data, size: 8192 }]))).toMatch(/^file_(too_big|damaged)$/);
  });

  it('I4: is stopped when entries that are modest each add up', () => {
    const plain = new Uint8Array(32 * 1024 * 1024).map((_, index) =>
      index % 4096 < 400 ? (Math.imul(index, 2654435761) >>> 24) & 0xff : 0,
    );
    const data = deflateSync(plain, { level: 1 });
    expect(plain.length / data.length).toBeLessThan(limits.ratio);
    const entries = Array.from({ length: 9 }, (_, index) => ({
      path: `assets/${index}.bin`,
      data,
      size: plain.length,
      crc: crc32(plain),
    }));
    expect(read(bomb(entries))).toMatchObject({ error: { code: 'file_too_big', params: { limit: '256 MB' } } });
  });

  it('I4: may not hold more packed JSON than the limit', () => {
    const bytes = new Uint8Array(limits.packedJson + 1).fill(0x20);
    expect(read(writeZip([{ path: 'plan.json', bytes }], () => true))).toMatchObject({
      error: { code: 'file_too_big', params: { limit: '64 MB' } },
    });
  });

  it('I4: is stopped when entries share their data, or are too many', () => {
    const data = deflateSync(
      new Uint8Array(20 * 1024 * 1024).map((_, index) => (index % 97) ^ ((index >> 8) % 89)),
      { level: 6 },
    );
    const many = Array.from({ length: 40 }, (_, index) => ({
      path: `assets/${index}.bin`,
      data,
      size: 20 * 1024 * 1024,
    }));
    expect(codeOf(bomb(many, true))).toBe('file_damaged');
    const names = Array.from({ length: limits.entries + 1 }, (_, index) => ({
      path: `${index}`,
      data: new Uint8Array(0),
      size: 0,
    }));
    expect(codeOf(bomb(names))).toBe('file_too_big');
  });

  it('I9: cannot be deeper, longer or larger than the limits', () => {
    const deep = (levels: number) =>
      codeOf(
        withPlan(
          plan({ piece: { p1: { at: 0, fields: { title: 0 } } } }).replace(
            '"title":0',
            `"title":${'['.repeat(levels)}${']'.repeat(levels)}`,
          ),
        ),
      );
    expect(deep(50)).toBe('read');
    for (const levels of [65, 1000, 10_000, 1_000_000]) expect(deep(levels)).toBe('file_damaged');
    const title = (length: number) =>
      codeOf(withPlan(plan({ piece: { p1: { at: 0, fields: { title: '字'.repeat(length) } } } })));
    expect(title(limits.stringLength)).toBe('read');
    expect(title(limits.stringLength + 1)).toBe('file_damaged');
    const wide = Object.fromEntries(Array.from({ length: limits.partsOfRecord + 1 }, (_, index) => [`f${index}`, 0]));
    expect(codeOf(withPlan(plan({ piece: { p1: { at: 0, fields: wide } } })))).toBe('file_too_big');
    const many = Object.fromEntries(Array.from({ length: limits.records + 1 }, (_, index) => [`p${index}`, {}]));
    expect(codeOf(withPlan(plan({ piece: many })))).toBe('file_too_big');
  });

  it('I8: poisons nothing by its keys', () => {
    const keys = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'then', 'length', 'toJSON'];
    for (const key of keys) {
      const value = `{"polluted":true,"${key}":{"polluted":true}}`;
      const texts = [
        `{"clocks":["${written(at(1))}"],"format":"juzhen","nodes":["${node}"],"records":{"piece":{"${key}":{"at":0,"fields":{"${key}":${value}}}}},"version":1,"workspace":"w1"}`,
        `{"clocks":["${written(at(1))}"],"format":"juzhen","nodes":["${node}"],"records":{"piece":{"p1":{"sets":{"${key}":{"${key}":0}}}}},"version":1,"workspace":"w1"}`,
        `{"clocks":["${written(at(1))}"],"format":"juzhen","nodes":["${node}"],"records":{"piece":{"p1":{"at":0,"fields":{"x":1},"sets":{"${key}":["${key}"]}}}},"version":1,"workspace":"w1"}`,
        `{"clocks":[],"format":"juzhen","nodes":[],"records":{},"version":1,"workspace":"w1","${key}":${value}}`,
        `{"clocks":[],"format":"juzhen","nodes":[],"records":{"${key}":${value}},"version":1,"workspace":"w1"}`,
      ];
      for (const text of texts) {
        const result = read(withPlan(text));
        if (result.ok) {
          const again = read(packed(result.value));
          expect(again.ok && packed(again.value)).toEqual(packed(result.value));
        } else expect(result.error.code).toBe('file_damaged');
        expect(Object.getPrototypeOf({})).toBe(Object.prototype);
      }
    }
  });

  it('I10: with broken characters is refused', () => {
    const text = (title: string) => plan({ piece: { p1: { at: 0, fields: { title: 'T' } } } }).replace('"T"', title);
    for (const title of ['"\\ud83d"', '"\\ude00"', '"\\ud83dx"', '"\\ud83d\\u0041"', '"\\uD83D\\uD83D"'])
      expect(codeOf(withPlan(text(title)))).toBe('file_damaged');
    for (const title of ['"\\ud83d\\ude00"', '"\\u4e00"', '"\\\\ud83d"'])
      expect(codeOf(withPlan(text(title)))).toBe('read');
    for (const raw of [
      [0xc0, 0xaf],
      [0xed, 0xa0, 0x80],
      [0xe4, 0xb8],
      [0xf5, 0x80, 0x80, 0x80],
      [0x80],
      [0xf0, 0x80, 0x80, 0x80],
      [0xff],
    ]) {
      const [before, after] = text('"T"').split('T') as [string, string];
      expect(codeOf(withPlan(Uint8Array.from([...bytesOf(before), ...raw, ...bytesOf(after)])))).toBe('file_damaged');
    }
  });
});

describe('size', () => {
  it('M16: a fresh plan takes at most a tenth more than its visible state as plain JSON', () => {
    const states = Array.from(
      { length: 400 },
      (_, index) =>
        applyOp(
          null,
          createOp(
            'piece',
            `p${index}`,
            {
              title: `夜里十一点的桥，第 ${index} 晚`,
              kind: 'story',
              product: '矩阵手机',
              tags: ['夜景', '手机摄影', `第${index}晚`],
              brief: {
                protagonist: '小满',
                obstacle: '手抖',
                turn: '靠着栏杆',
                outcome: '一张清楚的桥',
                evidence: '原片',
              },
            },
            {
              type: 'doc',
              content: Array.from({ length: 8 }, (_, block) => ({
                type: 'paragraph' as const,
                attrs: { id: `b${index}-${block}` },
                content: [
                  {
                    type: 'text' as const,
                    text: `第 ${block} 段：桥上的灯一盏盏亮起来，风很大，手里的机器有点凉，我等那班末班车开过去再按快门。`,
                  },
                ],
              })),
            },
          ),
          at(index),
        )?.state as RecordState,
    );
    const visible = states.map((state) => ({
      id: state.id,
      ...Object.fromEntries(Object.entries(state.registers).filter(([name]) => name !== '$alive')),
      ...Object.fromEntries(Object.entries(state.sets).map(([set, elements]) => [set, Object.keys(elements)])),
      body: state.versions[state.heads[0] as string]?.doc,
    }));
    const ratio =
      bytesOf(planJson({ workspaceId: 'w1', states })).length / bytesOf(JSON.stringify({ piece: visible })).length;
    expect(ratio).toBeLessThanOrEqual(1.1);
    expect(ratio).toBeGreaterThan(0.9);
  });
});

/** A zip written by hand, with sizes as told and data as given. `share`: every entry points at the first one's data. */
function bomb(
  entries: readonly { path: string; data: Uint8Array; size: number; crc?: number }[],
  share = false,
): Uint8Array {
  const out: number[][] = [];
  const directory: number[][] = [];
  const le = (value: number, width: number) =>
    Array.from({ length: width }, (_, index) => (value / 2 ** (8 * index)) & 0xff);
  let offset = 0;
  const chunks: Uint8Array[] = [];
  for (const [index, { path, data, size, crc = 0 }] of entries.entries()) {
    const name = [...bytesOf(path)];
    const body = share && index > 0 ? new Uint8Array(0) : data;
    const start = share ? 0 : offset;
    const header = [
      ...le(0x04034b50, 4),
      ...le(20, 2),
      ...le(0x800, 2),
      ...le(8, 2),
      ...le(0, 4),
      ...le(crc, 4),
      ...le(data.length, 4),
      ...le(size, 4),
      ...le(name.length, 2),
      ...le(0, 2),
      ...name,
    ];
    if (!share || index === 0) {
      chunks.push(Uint8Array.from(header), body);
      offset += header.length + body.length;
    }
    directory.push([
      ...le(0x02014b50, 4),
      ...le(20, 2),
      ...le(20, 2),
      ...le(0x800, 2),
      ...le(8, 2),
      ...le(0, 4),
      ...le(crc, 4),
      ...le(data.length, 4),
      ...le(size, 4),
      ...le(name.length, 2),
      ...le(0, 12),
      ...le(start, 4),
      ...name,
    ]);
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  out.push(...directory, [
    ...le(0x06054b50, 4),
    ...le(0, 4),
    ...le(entries.length, 2),
    ...le(entries.length, 2),
    ...le(size, 4),
    ...le(offset, 4),
    ...le(0, 2),
  ]);
  const all = [...chunks, ...out.map((part) => Uint8Array.from(part))];
  const whole = new Uint8Array(all.reduce((sum, { length }) => sum + length, 0));
  let position = 0;
  for (const part of all) {
    whole.set(part, position);
    position += part.length;
  }
  return whole;
}
