import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestBytes } from '../../../../src/core/model/ids';
import type { Json } from '../../../../src/core/model/json';
import { canonical } from '../../../../src/core/plan/canonical';
import type { PlanContent, PlanEntry } from '../../../../src/core/plan/file/content';
import { encodePlan, packPlan, planJson } from '../../../../src/core/plan/file/write';
import { isOwnPath, recordPath } from '../../../../src/core/plan/folder/layout';
import { printed } from '../../../../src/core/plan/folder/print';
import { readFolder, readRecordFile } from '../../../../src/core/plan/folder/read';
import { encodeFolder, recordText } from '../../../../src/core/plan/folder/write';
import { everyFeature } from '../everyFeature';
import { planArb } from '../universe';
import { folderOfEntries } from './inMemory';

const picture = Uint8Array.from({ length: 300 }, (_, index) => (index * 37) % 251);
const pictureName = `${digestBytes(picture)}.jpg`;
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);
const packed = (content: PlanContent): Uint8Array => packPlan(encodePlan(content));
const read = (entries: readonly PlanEntry[], links: readonly string[] = []) =>
  readFolder(folderOfEntries(entries, links), 'plan');
const codeOf = (entries: readonly PlanEntry[], links: readonly string[] = []): string => {
  const result = read(entries, links);
  return result.ok ? 'read' : `${result.error.code} ${result.error.params.place ?? ''}`.trim();
};
const files = encodeFolder(everyFeature);
const without = (...paths: readonly string[]) => files.filter(({ path }) => !paths.includes(path));
const withFile = (path: string, text: string | Uint8Array) => [
  ...without(path),
  { path, bytes: typeof text === 'string' ? bytesOf(text) : text },
];
const someRecord = files.find(({ path }) => path.startsWith('records/piece/'))?.path ?? '';

describe('the folder form of a plan', () => {
  it('holds exactly what the packed file holds, there and back, in the same bytes', () => {
    fc.assert(
      fc.property(planArb, (states) => {
        const content: PlanContent = { workspaceId: 'w1', states, assets: new Map([[pictureName, picture]]) };
        const folder = encodeFolder(content);
        const back = read(folder);
        if (!back.ok) throw new Error(JSON.stringify(back.error));
        expect(packed(back.value)).toEqual(packed(content));
        expect(encodeFolder(back.value)).toEqual(folder);
      }),
      { numRuns: 60 },
    );
    const whole = read(files);
    expect(whole.ok && packed(whole.value)).toEqual(packed(everyFeature));
  });

  it('does not depend on the order of records, and carries what newer versions added', () => {
    const content: PlanContent = { ...everyFeature, more: { tomorrow: { works: [true] } } };
    const shuffled = encodeFolder({ ...content, states: [...content.states].reverse() });
    expect(shuffled).toEqual(encodeFolder(content));
    const back = read(shuffled);
    expect(back.ok && planJson(back.value)).toBe(planJson(content));
  });

  it('changes one file, and in it the lines of the change, when one title changes', () => {
    const [first, ...rest] = everyFeature.states.filter(({ type }) => type === 'piece');
    if (first === undefined) throw new Error('no piece');
    const stamp = Object.values(first.stamps)[0] ?? ('' as never);
    const changed = {
      ...first,
      registers: { ...first.registers, title: '换了一个题目' },
      stamps: { ...first.stamps, title: stamp },
    };
    const before = new Map(
      encodeFolder({ ...everyFeature, states: [first, ...rest] }).map((file) => [file.path, file]),
    );
    const after = encodeFolder({ ...everyFeature, states: [changed, ...rest] });
    const differing = after.filter(({ path, bytes }) => textOf(before.get(path)?.bytes) !== textOf(bytes));
    expect(differing.map(({ path }) => path)).toEqual([recordPath('piece', first.id)]);
    const lines = (bytes: Uint8Array | undefined) => textOf(bytes).split('\n');
    const [path] = differing.map((file) => file.path);
    const old = new Set(lines(before.get(path ?? '')?.bytes));
    expect(lines(differing[0]?.bytes).filter((line) => !old.has(line)).length).toBeLessThanOrEqual(3);
  });

  it('reads a packed file that was unpacked by a zip tool', () => {
    const back = read(encodePlan(everyFeature));
    expect(back.ok && packed(back.value)).toEqual(packed(everyFeature));
  });

  it('takes a file of one record by itself, as a merge driver gets it', () => {
    for (const state of everyFeature.states) {
      const back = readRecordFile(bytesOf(recordText(state)), '.merge_file_a1');
      expect(back.ok && recordText(back.value)).toBe(recordText(state));
    }
  });

  it('prints JSON with sorted keys, a line each, whatever the names are', () => {
    const value = JSON.parse('{"10":1,"9":[],"a":{},"__proto__":{"x":["b",null]},"é":"\\u2028"}') as Json;
    expect(printed(value)).toBe(
      '{\n  "10": 1,\n  "9": [],\n  "__proto__": {\n    "x": [\n      "b",\n      null\n    ]\n  },\n  "a": {},\n  "é": "\u2028"\n}\n',
    );
    fc.assert(
      fc.property(fc.jsonValue(), (any) => {
        const text = printed(any as Json);
        expect(canonical(JSON.parse(text))).toBe(canonical(any));
        expect(text.endsWith('\n')).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('gives every record a file name of its own that every system takes', () => {
    const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,12}$/);
    fc.assert(
      fc.property(id, id, (a, b) => {
        if (a !== b) expect(recordPath('piece', a).toLowerCase()).not.toBe(recordPath('piece', b).toLowerCase());
        expect(isOwnPath(recordPath('piece', a))).toBe(true);
      }),
      { numRuns: 500 },
    );
    expect(recordPath('piece', 'P1')).toBe('records/piece/~p1.json');
    expect(recordPath('piece', 'con')).toBe('records/piece/~~con.json');
    expect(recordPath('piece', 'CON')).toBe('records/piece/~c~o~n.json');
  });
});

describe('a folder that is not as it should be', () => {
  it('passes over what is not the plan’s: README, git, droppings of file managers and editors', () => {
    const extra = [
      'README.md',
      '.git/config',
      'records/.DS_Store',
      'records/piece/.p1.json.swp',
      'records/piece/Thumbs.db',
      'records/piece/p1.json.orig',
      'assets/notes.txt',
    ];
    expect(codeOf([...files, ...extra.map((path) => ({ path, bytes: bytesOf('x') }))])).toBe('read');
  });

  it('names the file that is wrong: torn, conflicting, renamed, copied, of another kind', () => {
    const text = textOf(files.find(({ path }) => path === someRecord)?.bytes);
    expect(codeOf(withFile(someRecord, text.slice(0, text.length / 2)))).toContain(`file_damaged ${someRecord}`);
    expect(codeOf(withFile(someRecord, ''))).toContain(`file_damaged ${someRecord}`);
    expect(codeOf(withFile(someRecord, `<<<<<<< ours\n${text}=======\n${text}>>>>>>> theirs\n`))).toContain(
      `file_damaged ${someRecord}`,
    );
    for (const name of ['copy (1).json', 'a.sync-conflict-20261001-101010-ABC.json'])
      expect(codeOf(withFile(`records/piece/${name}`, text))).toBe(`file_damaged records/piece/${name}`);
    expect(codeOf(withFile('records/account/x.json', text))).toBe('file_damaged records/account/x.json');
    expect(codeOf(withFile(someRecord, text.replace('juzhen-record', 'other')))).toBe(`file_damaged ${someRecord}`);
    expect(codeOf(withFile('records/piece/deeper/x.json', text))).toBe('file_damaged records/piece/deeper');
    const asset = files.find(({ path }) => path.startsWith('assets/'))?.path ?? `assets/${pictureName}`;
    expect(codeOf(withFile(asset, 'another picture'))).toBe(`file_damaged ${asset}`);
  });

  it('does not follow links out of the folder', () => {
    for (const link of ['juzhen.json', 'records', 'records/piece', someRecord, 'assets', `assets/${pictureName}`]) {
      const rest = files.filter(({ path }) => path !== link && !path.startsWith(`${link}/`));
      expect(codeOf(rest, [link])).toBe(`file_unsafe_path ${link}`);
    }
  });

  it('is told apart from what is none, and from a newer one', () => {
    expect(codeOf([])).toBe('file_not_plan');
    expect(codeOf([{ path: 'README.md', bytes: bytesOf('x') }])).toBe('file_not_plan');
    expect(codeOf(withFile('juzhen.json', '{"format":"other"}'))).toBe('file_not_plan');
    expect(codeOf(withFile('juzhen.json', '{"format":"juzhen-folder","version":0,"workspace":"w"}'))).toBe(
      'file_damaged juzhen.json',
    );
    expect(codeOf(withFile('juzhen.json', '{"format":"juzhen-folder","version":1}'))).toBe('file_damaged juzhen.json');
  });

  it('with any byte of a record changed is refused, or can be written and read again', () => {
    const bytes = files.find(({ path }) => path === someRecord)?.bytes ?? new Uint8Array(0);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (where, flip) => {
        const changed = bytes.slice();
        changed[where] = (changed[where] ?? 0) ^ flip;
        const result = read(withFile(someRecord, changed));
        if (!result.ok) {
          expect(['file_damaged', 'file_too_big']).toContain(result.error.code);
          return;
        }
        const again = read(encodeFolder(result.value));
        expect(again.ok && packed(again.value)).toEqual(packed(result.value));
      }),
      { numRuns: 500 },
    );
  });
});
