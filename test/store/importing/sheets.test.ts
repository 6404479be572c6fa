import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportState } from '../../../src/contract';
import { createOp } from '../../../src/core/plan/ops';
import { listViews } from '../../../src/main/store/rows';
import { bridge, type TestBridge, value } from '../../helpers/bridge';

let studio: TestBridge;
let home: string;
beforeEach(async () => {
  studio = await bridge();
  home = mkdtempSync(join(tmpdir(), 'juzhen-sheet-'));
  value(
    await studio.call('change.make', {
      label: { code: 'account_edit', params: {} },
      ops: [createOp('account', 'ac1', { platform: 'weibo', name: '汀岸手机', handle: '@tingan' })],
    }),
  );
});
afterEach(() => {
  studio.close();
  rmSync(home, { recursive: true, force: true });
});

const reach = (...phases: readonly ImportState['phase'][]): Promise<ImportState> =>
  new Promise((done) => {
    const stop = studio.on('importing', ({ state }) => {
      if (!phases.includes(state.phase)) return;
      stop();
      done(state);
    });
  });
async function read(name: string, content: string): Promise<ImportState> {
  writeFileSync(join(home, name), content);
  const ended = reach('ready', 'failed');
  value(await studio.call('import.start', { token: studio.choose(join(home, name)) }));
  return ended;
}
async function take({ job }: ImportState): Promise<ImportState> {
  const ended = reach('done', 'failed');
  const usual = { new: 'new', same: 'skip', changed: 'skip', unclear: 'skip' } as const;
  value(await studio.call('import.apply', { job, choice: { usual } }));
  return ended;
}
const cards = async ({ job }: ImportState) =>
  value(await studio.call('import.rows', { job, limit: 500, offset: 0 })).items;

describe('importing a schedule', () => {
  const schedule =
    '日期,平台,类型,标题,负责人,状态\n2026-10-14,微博,抽奖,夜拍抽奖,我,写作中\n2026-10-15,火星,图文,不知道发哪,,\n';

  it('makes pieces and their places in the plan as one step', async () => {
    const dry = await read('排期.csv', schedule);
    expect(dry.sheets).toMatchObject([{ path: '排期.csv', taken: true, mapping: { headerRow: 1 } }]);
    const rows = await cards(dry);
    expect(rows[0]).toMatchObject({ title: '夜拍抽奖', verdict: 'new', source: { line: 2 }, placements: 1 });
    const done = await take(dry);
    expect(done.result).toMatchObject({ placements: 1 });
    const { db } = studio.store.context;
    expect(listViews(db, 'placement')).toMatchObject([
      { accountId: 'ac1', day: '2026-10-14', zone: expect.any(String) },
    ]);
    expect(listViews(db, 'piece').find(({ title }) => title === '夜拍抽奖')).toMatchObject({
      kind: 'interactive',
      subkind: 'lottery',
      state: 'drafting',
    });
    value(await studio.call('history.undo', {}));
    expect([...listViews(db, 'placement'), ...listViews(db, 'piece')]).toEqual([]);
  });

  it('is read again by what the user says about a column, and remembers it for the next file with these headers', async () => {
    const odd = 'a,甲栏,乙栏\n1,夜拍指南,今晚八点，江边见，带上三脚架和手机，我们一起拍江景。\n';
    const dry = await read('一.csv', odd);
    const ended = reach('ready');
    value(
      await studio.call('import.remap', {
        job: dry.job,
        path: '一.csv',
        sheet: '',
        choice: { fields: { 1: 'title', 2: 'body' } },
      }),
    );
    const again = await ended;
    expect(again.sheets[0]?.mapping.columns.map(({ field, reason }) => [field, reason])).toEqual([
      ['notes', 'unknown'],
      ['title', 'chosen'],
      ['body', 'chosen'],
    ]);
    expect(await cards(again)).toMatchObject([{ title: '夜拍指南', verdict: 'new' }]);
    await take(again);
    const next = await read('二.csv', odd.replace('夜拍指南', '日出指南'));
    expect(next.sheets[0]?.mapping.columns.slice(1).map(({ field, reason }) => [field, reason])).toEqual([
      ['title', 'remembered'],
      ['body', 'remembered'],
    ]);
  });

  it('is refused in one sentence when it cannot be read', async () => {
    const dry = await read('坏.json', '{"a": [1, }');
    const [row] = await cards(dry);
    expect(row).toMatchObject({
      verdict: 'refused',
      messages: [{ code: 'sheet_unreadable', params: { file: '坏.json' } }],
    });
  });
});
