import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recordTypes } from '../../src/core/model/records';
import { canonical } from '../../src/core/plan/canonical';
import { createOp, type Op } from '../../src/core/plan/ops';
import { isAlive } from '../../src/core/plan/state';
import { Refusal } from '../../src/core/result';
import { makeChange } from '../../src/main/store/history/changes';
import { historyState, redo, undo } from '../../src/main/store/history/undo';
import { allStates, listViews, readState, readView, writeState } from '../../src/main/store/rows';
import { closeWorkspace, type OpenWorkspace, openWorkspace } from '../../src/main/store/workspace';

const binding = process.env.JUZHEN_SQLITE_BINDING ?? null;
const label = (code: 'piece_edit' | 'piece_create' | 'placement_move' | 'piece_write' = 'piece_edit') => ({
  code,
  params: {},
});
const setTitle = (id: string, value: string): Op => ({ kind: 'set', type: 'piece', id, register: 'title', value });
const doc = (text: string) => ({
  type: 'doc' as const,
  content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }],
});

let folder: string;
let open: OpenWorkspace;
let time = 1_760_000_000_000;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'juzhen-changes-'));
  open = await openWorkspace({ folder, binding, now: () => (time += 7) });
});
afterEach(() => {
  closeWorkspace(open.db);
  rmSync(folder, { recursive: true, force: true });
});

const make = (ops: readonly Op[], session?: string) =>
  makeChange(open.db, open.clock, label(), ops, session === undefined ? {} : { session });
const title = (id = 'p1') => readView(open.db, 'piece', id)?.title ?? null;

describe('a change', () => {
  it('is one transaction: when one op names a record that is not there, none is applied', () => {
    make([createOp('piece', 'p1', { title: '夜拍' })]);
    expect(() => make([setTitle('p1', '新标题'), setTitle('nobody', 'x')])).toThrow(Refusal);
    expect(title()).toBe('夜拍');
  });

  it('that changes nothing leaves no history', () => {
    make([createOp('piece', 'p1', { title: '夜拍' })]);
    expect(make([setTitle('p1', '夜拍')])).toBeNull();
    expect(open.db.prepare('SELECT count(*) AS n FROM change').get()).toEqual({ n: 1 });
  });

  it('stamps only the fields it writes, later than everything before, even when the clock is set back', () => {
    make([createOp('piece', 'p1', { title: '夜拍' })]);
    const before = readState(open.db, 'piece', 'p1')?.stamps;
    time -= 86_400_000;
    make([setTitle('p1', '昨天的钟')]);
    const after = readState(open.db, 'piece', 'p1')?.stamps;
    expect((after?.title ?? '') > (before?.title ?? 'z')).toBe(true);
    expect(after?.$alive).toBe(before?.$alive);
  });

  it('reads of a record only what it edits, and loses nothing of the rest, also in mixed ops and of a newer version', () => {
    make([createOp('piece', 'p1', { title: '夜拍', tags: ['夜'] }, doc('一'))]);
    const made = readState(open.db, 'piece', 'p1');
    if (made === null) throw new Error('made a moment ago');
    const future = { shape: { of: 'tomorrow' }, state: 'a state of tomorrow' };
    writeState(open.db, { ...made, registers: { ...made.registers, ...future } });
    const add: Op = { kind: 'add', type: 'piece', id: 'p1', set: 'tags', element: '江' };
    make([setTitle('p1', '二'), add, { kind: 'write', type: 'piece', id: 'p1', doc: doc('二') }, setTitle('p1', '三')]);
    make([setTitle('p1', '四')]);
    make([{ kind: 'set', type: 'piece', id: 'p1', register: 'state', value: 'ready' }]);
    const row = open.db.prepare('SELECT registers, carried FROM piece').get() as { registers: string; carried: string };
    expect(JSON.parse(row.carried)).toEqual({ $alive: true, shape: future.shape });
    expect(JSON.parse(row.registers)).toMatchObject({ title: '四', state: 'ready' });
    const now = readState(open.db, 'piece', 'p1');
    expect(readView(open.db, 'piece', 'p1')).toMatchObject({ title: '四', tags: ['夜', '江'], state: 'ready' });
    expect(now?.heads.map((head) => now.versions[head]?.doc)).toEqual([doc('二')]);
  });

  it('refuses to edit what is deleted, which would bring it back', () => {
    make([createOp('piece', 'p1', { title: '夜拍' })]);
    make([{ kind: 'delete', type: 'piece', id: 'p1' }]);
    expect(() => make([setTitle('p1', '回来')])).toThrow(Refusal);
    expect(title()).toBeNull();
  });
});

describe('undo and redo', () => {
  it('take back and do again, named by their label', () => {
    makeChange(open.db, open.clock, { code: 'piece_create', params: { title: '夜拍' } }, [
      createOp('piece', 'p1', { title: '夜拍' }),
    ]);
    makeChange(open.db, open.clock, { code: 'piece_edit', params: { title: '夜拍' } }, [setTitle('p1', '百城夜拍')]);
    expect(historyState(open.db).undo?.code).toBe('piece_edit');
    undo(open.db, open.clock);
    expect(title()).toBe('夜拍');
    undo(open.db, open.clock);
    expect(title()).toBeNull();
    expect(historyState(open.db)).toMatchObject({
      undo: null,
      redo: { code: 'piece_create', params: { title: '夜拍' } },
    });
    redo(open.db, open.clock);
    redo(open.db, open.clock);
    expect(title()).toBe('百城夜拍');
  });

  it('stops above a change that was named, both ways', () => {
    const label = { code: 'piece_create', params: { title: '夜拍' } } as const;
    makeChange(open.db, open.clock, label, [createOp('piece', 'p1', { title: '夜拍' })]);
    const floor = historyState(open.db).undoSeq;
    makeChange(open.db, open.clock, label, [setTitle('p1', '百城夜拍')]);
    expect(undo(open.db, open.clock, floor).step.label).toEqual(label);
    expect(undo(open.db, open.clock, floor)).toEqual({ step: { label: null, kept: [] }, made: null });
    expect(title()).toBe('夜拍');
    const { redoSeq } = historyState(open.db);
    expect(redo(open.db, open.clock, redoSeq).made).toBeNull();
    expect(redo(open.db, open.clock, redoSeq - 1).step.label).toEqual(label);
    expect(title()).toBe('百城夜拍');
  });

  it('survive a restart', async () => {
    make([createOp('piece', 'p1', { title: '一' })]);
    make([setTitle('p1', '二')]);
    closeWorkspace(open.db);
    open = await openWorkspace({ folder, binding, now: () => (time += 7) });
    undo(open.db, open.clock);
    expect(title()).toBe('一');
    closeWorkspace(open.db);
    open = await openWorkspace({ folder, binding, now: () => (time += 7) });
    redo(open.db, open.clock);
    expect(title()).toBe('二');
  });

  it('write under new stamps, so that a colleague who merges sees the undo as the latest edit', () => {
    make([createOp('piece', 'p1', { title: '一' })]);
    make([setTitle('p1', '二')]);
    const edited = readState(open.db, 'piece', 'p1')?.stamps.title ?? '';
    undo(open.db, open.clock);
    expect((readState(open.db, 'piece', 'p1')?.stamps.title ?? '') > edited).toBe(true);
  });

  it('leave a field that someone else changed since, and name it', () => {
    make([createOp('piece', 'p1', { title: '一', product: '甲' })]);
    make([setTitle('p1', '二'), { kind: 'set', type: 'piece', id: 'p1', register: 'product', value: '乙' }]);
    // A colleague's later edit arrives by merge, outside this machine's history.
    const merged = readState(open.db, 'piece', 'p1');
    if (merged === null) throw new Error('p1 is there');
    writeState(open.db, { ...merged, registers: { ...merged.registers, title: '同事的标题' } });
    const { step } = undo(open.db, open.clock);
    expect(step.kept).toEqual([{ type: 'piece', id: 'p1', name: '同事的标题', field: 'title' }]);
    expect(readView(open.db, 'piece', 'p1')).toMatchObject({ title: '同事的标题', product: '甲' });
  });

  it('drop what was undone once something new is done', () => {
    make([createOp('piece', 'p1', { title: '一' })]);
    make([setTitle('p1', '二')]);
    undo(open.db, open.clock);
    make([setTitle('p1', '三')]);
    expect(historyState(open.db).redo).toBeNull();
    expect(redo(open.db, open.clock).step.label).toBeNull();
    expect(title()).toBe('三');
  });

  it('treat the keystrokes of one session as one step, and of two sessions as two', () => {
    make([createOp('piece', 'p1', { title: '' })]);
    for (const typed of ['夜', '夜拍', '夜拍挑']) make([setTitle('p1', typed)], 'a');
    for (const typed of ['夜拍挑战', '夜拍挑战赛']) make([setTitle('p1', typed)], 'b');
    undo(open.db, open.clock);
    expect(title()).toBe('夜拍挑');
    undo(open.db, open.clock);
    expect(title()).toBe('');
  });

  it('bring a deleted placement back as it was, sets and body included', () => {
    make([createOp('piece', 'p1', { title: '一', tags: ['夜拍'] }, doc('灯一盏盏退后'))]);
    const before = canonical(readView(open.db, 'piece', 'p1'));
    make([{ kind: 'delete', type: 'piece', id: 'p1' }]);
    expect(readView(open.db, 'piece', 'p1')).toBeNull();
    undo(open.db, open.clock);
    expect(canonical(readView(open.db, 'piece', 'p1'))).toBe(before);
  });
});

/** Random edits over a small world, so that they collide often. */
const ids = fc.constantFrom('p1', 'p2', 'p3');
const anyOp: fc.Arbitrary<Op> = fc.oneof(
  fc.record({
    kind: fc.constant('set' as const),
    type: fc.constant('piece' as const),
    id: ids,
    register: fc.constantFrom('title', 'product', 'brief.place'),
    value: fc.constantFrom('甲', '乙', ''),
  }),
  fc.record({
    kind: fc.constantFrom('add' as const, 'remove' as const),
    type: fc.constant('piece' as const),
    id: ids,
    set: fc.constant('tags'),
    element: fc.constantFrom('夜拍', '渡口'),
  }),
  fc.record({
    kind: fc.constant('write' as const),
    type: fc.constant('piece' as const),
    id: ids,
    doc: fc.constantFrom(doc('一'), doc('二'), doc('三')),
  }),
  fc.record({
    kind: fc.constantFrom('delete' as const, 'revive' as const),
    type: fc.constant('piece' as const),
    id: ids,
  }),
);

/** What people see of the whole plan: living records and their bodies, without stamps. */
function visible(): string {
  const states = allStates(open.db).filter(isAlive);
  const bodies = states.map((state) => [state.id, state.heads.map((head) => state.versions[head]?.doc)]);
  return canonical([recordTypes.map((type) => listViews(open.db, type)), bodies]);
}

/** False for a change that did nothing or was refused because it edits what is deleted. */
function attempt(ops: readonly Op[]): boolean {
  try {
    return make(ops) !== null;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

describe('undo as a law', () => {
  it('gives back every earlier visible state, one step after another, and redo the way forward', () => {
    fc.assert(
      fc.property(fc.array(fc.array(anyOp, { minLength: 1, maxLength: 4 }), { maxLength: 12 }), (changes) => {
        open.db.exec('DELETE FROM change; DELETE FROM piece; DELETE FROM body_version;');
        for (const id of ['p1', 'p2', 'p3'])
          makeChange(open.db, open.clock, label(), [createOp('piece', id, {}, doc('零'))], { status: 'fixed' });
        const seen = [visible()];
        for (const ops of changes) if (attempt(ops)) seen.push(visible());
        for (const expected of seen.slice(0, -1).reverse()) {
          undo(open.db, open.clock);
          expect(visible()).toBe(expected);
        }
        for (const expected of seen.slice(1)) {
          redo(open.db, open.clock);
          expect(visible()).toBe(expected);
        }
      }),
      { numRuns: 150 },
    );
  });
});
