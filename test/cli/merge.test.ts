import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Doc } from '../../src/core/model/doc';
import { digestBytes } from '../../src/core/model/ids';
import { makeStamp, type NodeId } from '../../src/core/model/stamp';
import type { PlanContent } from '../../src/core/plan/file/content';
import { readPlanFile } from '../../src/core/plan/file/read';
import { encodePlan, packPlan } from '../../src/core/plan/file/write';
import { applyOp, createOp, type Op } from '../../src/core/plan/ops';
import type { RecordState } from '../../src/core/plan/state';
import { aFolder, runIn } from './runIn';

let here = '';
beforeEach(() => {
  here = aFolder();
});

const docOf = (...texts: readonly string[]): Doc => ({
  type: 'doc',
  content: texts.map((text, index) => ({
    type: 'paragraph',
    attrs: { id: `b${index}` },
    content: [{ type: 'text', text }],
  })),
});
const stamp = (node: string, millis: number) =>
  makeStamp({ millis: 1_790_000_000_000 + millis, counter: 0, node: node.repeat(16) as NodeId });
type States = readonly RecordState[];
const edited = (states: States, node: string, from: number, ops: readonly Op[]): States => {
  const byId = new Map(states.map((state) => [state.id, state]));
  for (const [index, op] of ops.entries())
    byId.set(op.id, applyOp(byId.get(op.id) ?? null, op, stamp(node, from + index))?.state as RecordState);
  return [...byId.values()];
};
const put = (name: string, states: States, rest: Partial<PlanContent> = {}): void =>
  writeFileSync(join(here, name), packPlan(encodePlan({ workspaceId: 'w1', states, assets: new Map(), ...rest })));
const planIn = (name: string): PlanContent => {
  const read = readPlanFile(bytes(name), name);
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
};
const bytes = (name: string) => readFileSync(join(here, name));

const p1 = { type: 'piece', id: 'p1' } as const;
const base = edited([], 'a', 0, [
  createOp('piece', 'p1', { title: '夜里的桥', tags: ['夜景'] }, docOf('灯灭了。', '人还在。')),
  createOp('piece', 'p2', { title: '早市' }),
]);
const mine = edited(base, 'b', 100, [
  { kind: 'set', ...p1, register: 'title', value: '夜里十一点的桥' },
  { kind: 'write', ...p1, doc: docOf('灯灭了一盏。', '人还在。') },
]);
const theirs = edited(base, 'c', 50, [
  { kind: 'set', ...p1, register: 'title', value: '桥上的灯' },
  { kind: 'write', ...p1, doc: docOf('灯灭了。', '人还在桥上。') },
  createOp('piece', 'p3', { title: '新来的' }),
]);

describe('juzhen merge', () => {
  test('gives the same bytes whichever comes first, however often, packed or as folders', async () => {
    const [a, b] = [Uint8Array.of(1, 2, 3), Uint8Array.of(4)];
    put('a.juzhen', mine, { assets: new Map([[`${digestBytes(a)}.jpg`, a]]), more: { later: { x: 1 } } });
    put('b.juzhen', theirs, { assets: new Map([[`${digestBytes(b)}.jpg`, b]]) });
    put('base.juzhen', base);
    const merge = async (...argv: readonly string[]) => (await runIn(here, ['merge', ...argv])).code;
    expect(await merge('a.juzhen', 'b.juzhen', '--base', 'base.juzhen', '-o', 'ab.juzhen')).toBe(0);
    expect(await merge('b.juzhen', 'a.juzhen', '--base', 'base.juzhen', '--out', 'ba.juzhen')).toBe(0);
    expect(bytes('ab.juzhen').equals(bytes('ba.juzhen'))).toBe(true);
    expect(await merge('ab.juzhen', 'b.juzhen', '-o', 'again.juzhen')).toBe(0);
    expect(bytes('again.juzhen').equals(bytes('ab.juzhen'))).toBe(true);
    expect((await runIn(here, ['unpack', 'a.juzhen', 'a'])).code).toBe(0);
    expect(await merge('a', 'b.juzhen', '--base', 'base.juzhen', '-o', 'a')).toBe(0);
    expect(await merge('a', 'b.juzhen', '-o', 'new/')).toBe(0);
    for (const folder of ['a', 'new']) {
      expect((await runIn(here, ['pack', folder, `${folder}.packed`])).code).toBe(0);
      expect(bytes(`${folder}.packed`).equals(bytes('ab.juzhen'))).toBe(true);
    }
    const { out } = await runIn(here, ['validate', 'ab.juzhen', '--json']);
    expect(JSON.parse(out)).toMatchObject({ files: [{ assets: { count: 2 }, kept: { members: ['later'] } }] });
  });

  test('shows what would happen, with the words, and writes nothing', async () => {
    put('a.juzhen', mine);
    put('b.juzhen', theirs);
    put('base.juzhen', base);
    const argv = ['merge', 'a.juzhen', 'b.juzhen', '--base', 'base.juzhen', '--dry-run', '--lang', 'en'];
    const { code, out, err } = await runIn(here, argv);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('人还在{+桥上+}。');
    expect(out).toContain('mine stays');
    expect(out).toContain('needs you 0 · deleted 0 · changed on both sides 1 · changed 0 · added 1');
    const json = JSON.parse((await runIn(here, [...argv, '--json'])).out) as { records: readonly { group: string }[] };
    expect(json).toMatchObject({ counts: { also_changed: 1, added: 1 } });
    expect(json.records.map(({ group }) => group)).toEqual(['also_changed', 'added']);
    expect(readdirSync(here).sort()).toEqual(['a.juzhen', 'b.juzhen', 'base.juzhen']);
  });

  test('keeps both texts where they overlap, writes the file, and says so with 1', async () => {
    put('a.juzhen', mine);
    put('b.juzhen', theirs);
    const { code, err } = await runIn(here, ['merge', 'a.juzhen', 'b.juzhen', '-o', 'ab.juzhen', '--lang', 'en']);
    expect(code).toBe(1);
    expect(err).toContain('Needs you:');
    expect((await runIn(here, ['validate', 'ab.juzhen'])).code).toBe(1);
    const quiet = await runIn(here, ['merge', 'a.juzhen', 'b.juzhen', '-o', 'ab.juzhen', '--quiet']);
    expect(quiet).toEqual({ code: 1, out: '', err: '' });
  });

  test('leaves out what lies more than a day ahead, names it, and answers 1; git’s merge driver leaves nothing out', async () => {
    const year = 366 * 24 * 60 * 60_000;
    const ahead = edited(theirs, 'c', year, [
      { kind: 'set', type: 'piece', id: 'p2', register: 'title', value: '明年的早市' },
      createOp('piece', 'p4', { title: '明年的' }),
    ]);
    put('a.juzhen', base);
    put('b.juzhen', ahead, { seen: [stamp('d', year)] });
    const { code, err } = await runIn(here, ['merge', 'a.juzhen', 'b.juzhen', '-o', 'ab.juzhen', '--lang', 'en']);
    expect(code).toBe(1);
    expect(err).toContain('From the future, not merged (2;');
    expect(err).toContain('piece 明年的 2027-');
    const lawful = await runIn(here, ['merge', 'a.juzhen', 'b.juzhen', '--dry-run', '--json']);
    expect(JSON.parse(lawful.out)).toMatchObject({
      held: 2,
      heldBack: [
        { type: 'piece', id: 'p2', name: '明年的早市', node: 'c'.repeat(16) },
        { type: 'piece', id: 'p4' },
      ],
    });
    // What was left out is not claimed to have been seen either.
    put('lawful.juzhen', theirs);
    expect((await runIn(here, ['merge', 'a.juzhen', 'lawful.juzhen', '-o', 'same.juzhen'])).code).toBe(0);
    const { states, seen } = planIn('ab.juzhen');
    expect(states.find(({ id }) => id === 'p4')).toBeUndefined();
    expect(seen ?? []).toEqual([]);
    const driver = await runIn(here, ['merge', 'a.juzhen', 'b.juzhen', '-o', 'git.juzhen', '--path', 'x', '--quiet']);
    expect(driver.code).toBe(0);
    expect(planIn('git.juzhen').states.find(({ id }) => id === 'p4')?.registers.title).toBe('明年的');
  });

  test('deletes many only when the number is named', async () => {
    const many = edited(
      [],
      'a',
      0,
      Array.from({ length: 20 }, (_, index) => createOp('piece', `p${index}`, { title: `第 ${index} 篇` })),
    );
    const gone = edited(
      many,
      'b',
      500,
      many.slice(0, 15).map(({ id }) => ({ kind: 'delete', type: 'piece', id })),
    );
    put('a.juzhen', many);
    put('b.juzhen', gone);
    const refused = await runIn(here, ['merge', 'a.juzhen', 'b.juzhen', '-o', 'out.juzhen', '--lang', 'en']);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('--deletions 15');
    expect(existsSync(join(here, 'out.juzhen'))).toBe(false);
    const wrong = ['merge', 'a.juzhen', 'b.juzhen', '-o', 'out.juzhen', '--deletions', '14'];
    expect((await runIn(here, wrong)).code).toBe(1);
    expect((await runIn(here, [...wrong.slice(0, -1), '15'])).code).toBe(0);
    expect(existsSync(join(here, 'out.juzhen'))).toBe(true);
  });

  test('refuses strangers, and a place where something else stands', async () => {
    put('a.juzhen', mine);
    put('other.juzhen', theirs, { workspaceId: 'w2' });
    const strangers = await runIn(here, ['merge', 'a.juzhen', 'other.juzhen', '-o', 'x.juzhen', '--lang', 'en']);
    expect([strangers.code, strangers.err]).toEqual([4, expect.stringContaining('not copies of one plan')]);
    put('b.juzhen', base);
    put('third.juzhen', theirs);
    expect((await runIn(here, ['merge', 'a.juzhen', 'b.juzhen', '-o', 'third.juzhen'])).code).toBe(4);
    expect((await runIn(here, ['merge', 'a.juzhen', 'b.juzhen', '-o', 'a.juzhen'])).code).toBe(0);
    expect((await runIn(here, ['merge', 'a.juzhen', 'b.juzhen'])).code).toBe(2);
    expect((await runIn(here, ['merge', 'a.juzhen', '-o', 'x.juzhen'])).code).toBe(2);
    expect((await runIn(here, ['merge', 'a.juzhen', 'b.juzhen', 'c.juzhen', '-o', 'x'])).code).toBe(2);
  });
});

describe('juzhen diff', () => {
  test('says nothing of two copies that say the same, and 0', async () => {
    put('a.juzhen', base);
    await runIn(here, ['unpack', 'a.juzhen', 'a']);
    expect(await runIn(here, ['diff', 'a.juzhen', 'a', '--lang', 'en'])).toMatchObject({
      code: 0,
      out: '0 added, 0 removed, 0 changed.\n',
    });
  });

  test('says which words of which field and paragraph went and came', async () => {
    put('a.juzhen', base);
    const after = edited(mine, 'b', 300, [
      { kind: 'add', ...p1, set: 'tags', element: '桥' },
      { kind: 'remove', ...p1, set: 'tags', element: '夜景' },
      { kind: 'delete', type: 'piece', id: 'p2' },
      createOp('account', 'a1', { name: '主号' }),
    ]);
    put('b.juzhen', after);
    const { code, out } = await runIn(here, ['diff', 'a.juzhen', 'b.juzhen', '--lang', 'en']);
    expect(code).toBe(1);
    expect(out).toBe(
      [
        '+ account 主号',
        '',
        '~ piece 夜里十一点的桥',
        '  title: 夜里{+十一点+}的桥',
        '  tags: [-夜景-] {+桥+}',
        '  ~ 灯灭了{+一盏+}。',
        '',
        '- piece 早市',
        '',
        '1 added, 1 removed, 1 changed.',
        '',
      ].join('\n'),
    );
    const { records, counts } = JSON.parse((await runIn(here, ['diff', 'a.juzhen', 'b.juzhen', '--json'])).out);
    expect(counts).toEqual({ added: 1, removed: 1, changed: 1 });
    expect(records[1].fields[0].words).toEqual([
      { kind: 'same', text: '夜里' },
      { kind: 'added', text: '十一点' },
      { kind: 'same', text: '的桥' },
    ]);
    expect(records[1].body.blocks[0]).toMatchObject({ kind: 'changed' });
  });

  test('compares single records of a folder', async () => {
    put('a.juzhen', base);
    put('b.juzhen', mine);
    for (const name of ['a', 'b']) await runIn(here, ['unpack', `${name}.juzhen`, name]);
    const path = (name: string) => join(name, 'records/piece/p1.json');
    expect((await runIn(here, ['diff', path('a'), path('b')])).out).toContain('夜里{+十一点+}的桥');
    expect((await runIn(here, ['diff', path('a'), join('b', 'assets')])).code).toBe(4);
    expect((await runIn(here, ['diff', 'a'])).code).toBe(2);
    const wrong = await runIn(here, ['diff', 'a', 'b', '--jsno']);
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('不认识「--jsno」')]);
    const bare = await runIn(here, ['merge', 'a', 'b', '-o', '--lang', 'en']);
    expect([bare.code, bare.err]).toEqual([2, expect.stringContaining('“-o” needs a value')]);
  });
});
