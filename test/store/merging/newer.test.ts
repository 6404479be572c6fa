import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { digestBytes } from '../../../src/core/model/ids';
import type { PlanContent } from '../../../src/core/plan/file/content';
import { readPlanFile } from '../../../src/core/plan/file/read';
import { encodePlan, packPlan } from '../../../src/core/plan/file/write';
import { MEMBER, type RecordState } from '../../../src/core/plan/state';
import { sweepAssets } from '../../../src/main/store/assets/assetSweep';
import { Desk } from './desks';

const desks: Desk[] = [];
const kept = (desk: Desk): Desk => {
  desks.push(desk);
  return desk;
};
afterEach(() => {
  for (const desk of desks.splice(0)) desk.close();
});

const YEAR = 365 * 24 * 60 * 60_000;
const piece = {
  kind: 'create',
  type: 'piece',
  id: 'p1',
  draft: { registers: { title: '夜航', state: 'idea' }, sets: {} },
};
const make = (desk: Desk, ...ops: readonly unknown[]) =>
  desk.ask('change.make', { label: { code: 'piece_edit' }, ops });

function contentOf(bytes: Uint8Array): PlanContent {
  const read = readPlanFile(bytes, 'x.juzhen');
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}

const history = new TextEncoder().encode('[1,2,3]');

/** What a later studio might make of the same plan: files beside it, and members of its own in a record. */
const later = (content: PlanContent): PlanContent => ({
  ...content,
  states: content.states.map(
    (state): RecordState =>
      state.id === 'p1' ? { ...state, registers: { ...state.registers, [`${MEMBER}mood`]: 'calm' } } : state,
  ),
  newer: { version: 7, manifest: { by: 'tomorrow' }, files: new Map([['history/p1.json', history]]) },
});

/** What of it leaves a desk again. */
function leaving(desk: Desk) {
  const { newer, states } = contentOf(desk.bytes());
  const [found] = states.filter(({ id }) => id === 'p1');
  return {
    version: newer?.version,
    manifest: newer?.manifest,
    files: [...(newer?.files ?? [])].map(([path, bytes]) => [path, Buffer.from(bytes).toString()]),
    mood: found?.registers[`${MEMBER}mood`],
    title: found?.registers.title,
  };
}
const whole = { version: 7, manifest: { by: 'tomorrow' }, files: [['history/p1.json', '[1,2,3]']], mood: 'calm' };

it('M13: files and record members of a newer version come in by a merge, survive edits, undo and a restart, and leave again', async () => {
  const first = await Desk.open(Desk.home());
  await make(first, piece);
  const path = first.mail('新版.juzhen', packPlan(encodePlan(later(contentOf(first.bytes())))));
  const ready = await first.compare(path);
  expect(ready.kept).toMatchObject({
    version: 7,
    files: ['history/p1.json'],
    fields: [{ type: 'piece', name: 'mood' }],
  });
  expect((await first.merge(path)).phase).toBe('done');
  await make(first.wait(1_000), { kind: 'set', type: 'piece', id: 'p1', register: 'title', value: '改过' });
  expect(leaving(first)).toEqual({ ...whole, title: '改过' });
  await first.ask('history.undo', {});
  expect(leaving(first)).toEqual({ ...whole, title: '夜航' });
  const again = kept(await first.again());
  // The same file again writes nothing.
  expect(await again.merge(path)).toMatchObject({ result: { changed: 0, backup: null } });
  // Nothing names the file but the plan, and it is not swept with pictures that nobody uses.
  sweepAssets(again.db, again.folder, Date.now() + YEAR, process.env.JUZHEN_SQLITE_BINDING ?? null);
  expect(readdirSync(join(again.folder, 'assets'))).toContain(`${digestBytes(history)}.kept`);
  expect(leaving(again)).toEqual({ ...whole, title: '夜航' });
});

it('a newer plan that is opened as a workspace of its own leaves it with all that it brought', async () => {
  const first = kept(await Desk.open(Desk.home()));
  await make(first, piece);
  const path = join(mkdtempSync(join(tmpdir(), 'juzhen-mail-')), '新版.juzhen');
  writeFileSync(path, packPlan(encodePlan(later(contentOf(first.bytes())))));
  const opened = kept(await Desk.open(Desk.home(), { kind: 'plan', path }));
  expect(leaving(opened)).toEqual({ ...whole, title: '夜航' });
});
