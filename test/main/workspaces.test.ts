import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { noHistory } from '../../src/contract/history';
import { failure, Refusal } from '../../src/core/result';
import { wallDate } from '../../src/core/time/wall';
import type { StoreClient, StoreListener, StoreOptions } from '../../src/main/store/client';
import { dropFirst, writeFirst } from '../../src/main/store/firstFile';
import { firstState, openStudioFile } from '../../src/main/studio-file';
import { createWorkspaces, type WorkspaceDeps } from '../../src/main/workspaces';

/** A store that only notes what happens to it, in the order it happens. */
function aStudio(dataFolder = mkdtempSync(join(tmpdir(), 'juzhen-workspaces-'))) {
  const happened: string[] = [];
  const shown: (string | null)[] = [];
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
    shown.push(options.shown);
    writeFileSync(join(options.folder, 'juzhen.db'), '');
    listeners.set(key, listener);
    const client: StoreClient = {
      zone: 'Asia/Shanghai',
      first: options.shown === 'latest' ? null : `{"of":"${key}"}`,
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
    options: { app: '1', resources: '/resources', today: null, binding: null },
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
    shown,
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

  describe('with a first screen kept from the last time', () => {
    const kept = {
      app: '1',
      today: wallDate('2026-10-14'),
      stamp: 'latest',
      name: '一',
      zone: 'Asia/Tokyo',
      screen: '{}',
    };
    async function aKeptStudio(change: Partial<typeof kept> = {}) {
      const studio = aStudio();
      const { key } = await studio.workspaces.create('一');
      await studio.workspaces.close();
      const folder = join(studio.dataFolder, 'workspaces', key);
      writeFirst(folder, { ...kept, ...change });
      return { key, folder, ...aStudio(studio.dataFolder) };
    }

    test('the window has its workspace at once, and the store opens when it is asked for something', async () => {
      const { workspaces, happened, shown, key } = await aKeptStudio();
      await workspaces.openLast();
      expect(workspaces.current()).toEqual({ key, name: '一', sample: false, openedAt: 1_000 });
      expect(workspaces.zone()).toBe('Asia/Tokyo');
      expect(workspaces.assets()).toMatch(/assets$/);
      expect(workspaces.takeFirst()).toBe('{}');
      expect(happened).toEqual([]);
      await Promise.all([workspaces.wake(), workspaces.wake()]);
      expect(workspaces.store().name).toBe(`名 ${key}`);
      expect(happened).toEqual([`open ${key} blank`]);
      expect(shown).toEqual(['latest']);
      expect(workspaces.takeFirst()).toBeNull();
    });

    test('when the plan is not what is shown, the screens are told and get what is there', async () => {
      const { workspaces, happened, key } = await aKeptStudio({ stamp: 'older' });
      await workspaces.openLast();
      workspaces.takeFirst();
      await workspaces.wake();
      expect(happened).toEqual([`open ${key} blank`, `switched {"key":"${key}"}`]);
      expect(workspaces.takeFirst()).toBe(`{"of":"${key}"}`);
    });

    test('when the plan cannot be opened, the screens are told and find the doors and the reason', async () => {
      const { workspaces, happened, refuseOnce, key } = await aKeptStudio();
      refuseOnce();
      await workspaces.openLast();
      await workspaces.wake();
      expect(happened).toEqual([`switched {"key":"${key}"}`]);
      expect(workspaces.current()).toBeNull();
      expect(workspaces.trouble()).toMatchObject({ key, failure: { code: 'database_damaged' } });
    });

    test.each([
      ['another day', { today: wallDate('2026-10-15') }],
      ['another version', { app: '2' }],
    ])('one of %s is not shown: the store is opened first', async (_, change) => {
      const { workspaces, happened, shown, key } = await aKeptStudio(change);
      await workspaces.openLast();
      expect(happened).toEqual([`open ${key} blank`]);
      expect(shown).toEqual([null]);
      expect(workspaces.takeFirst()).toBe(`{"of":"${key}"}`);
    });

    test('another workspace may be opened before the store ever was', async () => {
      const { workspaces, happened } = await aKeptStudio();
      await workspaces.openLast();
      await workspaces.openSample('en');
      await workspaces.wake();
      expect(happened).toEqual(['open sample-en sample', 'switched {"key":"sample-en"}']);
      expect(workspaces.current()?.key).toBe('sample-en');
    });

    test('quitting before the store was opened opens nothing', async () => {
      const { workspaces, happened } = await aKeptStudio();
      await workspaces.openLast();
      await workspaces.close();
      await workspaces.wake();
      expect(happened).toEqual([]);
    });

    test('a change makes it old: a page that loads again asks', async () => {
      const { workspaces, listeners, key, folder } = await aKeptStudio();
      dropFirst(folder);
      await workspaces.openLast();
      listeners.get(key)?.changed({ types: [], ids: [], cause: 'edit', history: noHistory, wordsOnly: false });
      expect(workspaces.takeFirst()).toBeNull();
    });
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
