import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { failure, Refusal } from '../../src/core/result';
import { wallDate } from '../../src/core/time/wall';
import type { StoreClient, StoreListener, StoreOptions } from '../../src/main/store/client';
import { firstState, openStudioFile } from '../../src/main/studio-file';
import { createWorkspaces, type WorkspaceDeps } from '../../src/main/workspaces';

/** A store that only notes what happens to it, in the order it happens. */
function aStudio(dataFolder = mkdtempSync(join(tmpdir(), 'juzhen-workspaces-'))) {
  const happened: string[] = [];
  const listeners = new Map<string, StoreListener>();
  let refuseNext: 'database_damaged' | null = null;
  let serial = 0;
  const start = async (options: StoreOptions, listener: StoreListener) => {
    const key = basename(options.folder);
    await new Promise((done) => setTimeout(done, 5));
    if (refuseNext !== null) {
      const answer = { ok: false, failure: failure(refuseNext) } as const;
      refuseNext = null;
      return answer;
    }
    happened.push(`open ${key} ${options.seed.kind}`);
    writeFileSync(join(options.folder, 'juzhen.db'), '');
    listeners.set(key, listener);
    const client: StoreClient = {
      zone: 'Asia/Shanghai',
      name: options.seed.kind === 'blank' && options.seed.name !== '' ? options.seed.name : `名 ${key}`,
      call: async () => ({ ok: true, value: { undo: null, redo: null } as never }),
      close: async () => {
        happened.push(`close ${key}`);
      },
    };
    return { ok: true, value: client } as const;
  };
  const deps: WorkspaceDeps = {
    dataFolder,
    file: openStudioFile(dataFolder, firstState('zh')),
    start,
    options: { resources: '/resources', today: null, binding: null },
    today: () => wallDate('2026-10-14'),
    lang: () => 'zh',
    now: () => 1_000,
    random: () => `${++serial}`.padStart(12, '0'),
    tell: (event, fact) => happened.push(`${event} ${JSON.stringify(fact)}`),
    history: () => undefined,
    log: () => undefined,
  };
  return {
    dataFolder,
    deps,
    happened,
    listeners,
    refuseOnce: () => {
      refuseNext = 'database_damaged';
    },
    workspaces: createWorkspaces(deps),
  };
}

describe('workspaces', () => {
  test('on first run nothing is open and calls are refused', async () => {
    const { workspaces } = aStudio();
    await workspaces.openLast();
    expect(workspaces.current()).toBeNull();
    expect(() => workspaces.store()).toThrow(new Refusal(failure('no_workspace')));
  });

  test('the sample is a workspace of its own, made once per language', async () => {
    const { workspaces, happened } = aStudio();
    const made = await workspaces.openSample('zh');
    expect(made).toEqual({ key: 'sample-zh', name: '名 sample-zh', sample: true, openedAt: 1_000 });
    await workspaces.openSample('zh');
    expect(happened).toEqual(['open sample-zh sample', 'switched {"key":"sample-zh"}']);
  });

  test('a switch opens the new one, then closes the old one, then says so', async () => {
    const { workspaces, happened } = aStudio();
    await workspaces.openSample('en');
    happened.length = 0;
    await workspaces.create('秋季上新');
    expect(happened).toEqual(['open w-000000000001 blank', 'close sample-en', 'switched {"key":"w-000000000001"}']);
    expect(workspaces.all().map((entry) => entry.name)).toEqual(['秋季上新', '名 sample-en']);
  });

  test('a workspace that cannot be opened leaves the old one open and no folder behind', async () => {
    const studio = aStudio();
    await studio.workspaces.openSample('zh');
    studio.refuseOnce();
    await expect(studio.workspaces.importPlan('/x/plan.juzhen')).rejects.toThrow(Refusal);
    expect(studio.workspaces.current()?.key).toBe('sample-zh');
    expect(studio.happened).not.toContain('close sample-zh');
    expect(readdirSync(join(studio.dataFolder, 'workspaces'))).toEqual(['sample-zh']);
  });

  test('a damaged workspace of the user keeps its folder', async () => {
    const studio = aStudio();
    const { key } = await studio.workspaces.create('旧');
    await studio.workspaces.openSample('zh');
    studio.refuseOnce();
    await expect(studio.workspaces.open(key)).rejects.toThrow(Refusal);
    expect(existsSync(join(studio.dataFolder, 'workspaces', key, 'juzhen.db'))).toBe(true);
  });

  test('two openings at once happen one after the other, and the last one asked for stays', async () => {
    const { workspaces, happened } = aStudio();
    await Promise.all([workspaces.openSample('zh'), workspaces.openSample('en'), workspaces.create('一')]);
    expect(workspaces.current()?.name).toBe('一');
    const open = happened.filter((line) => line.startsWith('open')).length;
    const closed = happened.filter((line) => line.startsWith('close')).length;
    expect(open - closed).toBe(1);
  });

  test('the next start opens what was open last', async () => {
    const studio = aStudio();
    await studio.workspaces.openSample('zh');
    const { key } = await studio.workspaces.create('一');
    await studio.workspaces.close();
    const next = aStudio(studio.dataFolder);
    await next.workspaces.openLast();
    expect(next.workspaces.current()?.key).toBe(key);
  });

  test('a workspace that cannot be opened at start leaves the first-run doors, not a crash', async () => {
    const studio = aStudio();
    await studio.workspaces.openSample('zh');
    const next = aStudio(studio.dataFolder);
    next.refuseOnce();
    await next.workspaces.openLast();
    expect(next.workspaces.current()).toBeNull();
    expect(next.workspaces.all()).toHaveLength(1);
  });

  test('folders are found again when the list was lost; strangers and empty folders are not', async () => {
    const studio = aStudio();
    const { key } = await studio.workspaces.create('一');
    rmSync(join(studio.dataFolder, 'studio.json'));
    mkdirSync(join(studio.dataFolder, 'workspaces', 'Not A Key'));
    mkdirSync(join(studio.dataFolder, 'workspaces', 'empty'));
    const next = aStudio(studio.dataFolder);
    expect(next.workspaces.all()).toEqual([{ key, name: key, sample: false, openedAt: 0 }]);
  });

  test('an unknown key is not found, and nothing is made for it', async () => {
    const { workspaces, dataFolder } = aStudio();
    await expect(workspaces.open('w-none')).rejects.toThrow(new Refusal(failure('not_found', { what: 'workspace' })));
    expect(existsSync(join(dataFolder, 'workspaces', 'w-none'))).toBe(false);
  });

  test('a store that dies is started again once; a second death is said', async () => {
    const { workspaces, happened, listeners } = aStudio();
    await workspaces.openSample('zh');
    happened.length = 0;
    listeners.get('sample-zh')?.stopped();
    const again = ['open sample-zh blank', 'close sample-zh', 'switched {"key":"sample-zh"}'];
    await expect.poll(() => happened).toEqual(again);
    happened.length = 0;
    listeners.get('sample-zh')?.stopped();
    await expect.poll(() => happened).toEqual(['trouble {"failure":{"code":"store_stopped","params":{}}}']);
  });

  test('a restarted store is never joined by a second one; a lost one can be opened again', async () => {
    const { workspaces, happened, listeners } = aStudio();
    await workspaces.openSample('zh');
    listeners.get('sample-zh')?.stopped();
    await expect.poll(() => happened.at(-1)).toMatch(/^switched/);
    await expect.poll(() => happened.length).toBe(5);
    happened.length = 0;
    await workspaces.open('sample-zh');
    expect(happened).toEqual([]);
    listeners.get('sample-zh')?.stopped();
    await expect.poll(() => happened.at(-1)).toMatch(/^trouble/);
    happened.length = 0;
    await workspaces.open('sample-zh');
    expect(happened).toEqual(['open sample-zh blank', 'close sample-zh', 'switched {"key":"sample-zh"}']);
  });

  test('what a closed store still says is not told as news of the open one', async () => {
    const { workspaces, happened, listeners } = aStudio();
    await workspaces.openSample('zh');
    await workspaces.create('一');
    happened.length = 0;
    listeners.get('sample-zh')?.trouble({ failure: failure('disk_full') });
    listeners.get('sample-zh')?.stopped();
    await new Promise((done) => setTimeout(done, 20));
    expect(happened).toEqual([]);
  });
});
