import { mkdtempSync, readFileSync, realpathSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Answer, callNames, calls, type StoreCallName } from '../../src/contract';
import { bridgeCalls, bridgeEvents, CALL_CHANNEL, EVENT_CHANNEL } from '../../src/contract/names';
import { Refusal } from '../../src/core/result';
import { wallDate } from '../../src/core/time/wall';
import { answer } from '../../src/main/answer';
import { createHandlers } from '../../src/main/handlers';
import { storeHandlers } from '../../src/main/store/handlers';
import { createTokens, tokenFor } from '../../src/main/tokens';
import { examples } from './examples';

const plain = {
  lang: 'zh',
  theme: 'light',
  density: 'normal',
  remind: true,
  remindLead: 10,
  closeToTray: false,
} as const;
const quietly = { shown: false, tray: false, pausedUntil: null, missed: [] } as const;

/** The real handlers of the shell around a desktop and a store that only note what reaches them. */
function aShell() {
  const reached: string[] = [];
  const note =
    <T>(name: string, value: T) =>
    async (...inputs: readonly unknown[]): Promise<T> => {
      reached.push([name, ...inputs.map((input) => JSON.stringify(input))].join(' '));
      return value;
    };
  const entry = { key: 'w-1', name: '一', sample: false, openedAt: 0 };
  const tokens = createTokens();
  const handlers = createHandlers({
    settings: {
      get: () => plain,
      configure: () => {
        reached.push('configure');
        return plain;
      },
    },
    workspaces: {
      current: () => entry,
      all: () => [entry],
      assets: () => join(mkdtempSync(join(tmpdir(), 'juzhen-contract-')), 'assets'),
      trouble: () => null,
      zone: () => null,
      settled: () => Promise.resolve(),
      takeFirst: () => null,
      wake: () => Promise.resolve(),
      store: () => ({
        name: '一',
        zone: 'Asia/Shanghai',
        first: null,
        call: async (name, _input, path) => {
          reached.push(`store ${name} ${path}`);
          if (name === 'export.prints') return { ok: true, value: [] } as unknown as Answer<never>;
          if (name === 'export.pictures' || name === 'review.pictures')
            return {
              ok: true,
              value: [{ asset: 'a_1', key: 'k', file: 'k.png', name: 'k' }],
            } as unknown as Answer<never>;
          return { ok: true, value: { folder: '/exports/1' } } as unknown as Answer<never>;
        },
        close: async () => undefined,
      }),
      openLast: note('openLast', undefined),
      openSample: note('openSample', entry),
      create: note('create', entry),
      open: note('open', entry),
      importPlan: note('importPlan', entry),
      close: note('close', undefined),
    },
    today: () => wallDate('2026-10-14'),
    versions: { app: '0', electron: '0', chrome: '0', node: '0' },
    dataFolder: '/data',
    platform: 'linux',
    desktop: {
      chooseFile: note('chooseFile', [import.meta.filename]),
      chooseMedia: note('chooseMedia', [import.meta.filename]),
      chooseFolder: note('chooseFolder', import.meta.dirname),
      chooseTarget: note('chooseTarget', join(import.meta.dirname, 'x.juzhen')),
      browse: note('browse', undefined),
      reveal: note('reveal', true),
      copy: note('copy', undefined),
      copyPicture: note('copyPicture', true),
      print: note('print', new Uint8Array(0)),
    },
    tokens,
    tell: () => undefined,
    images: { run: async () => ({ ok: true, value: { width: 0, height: 0, bytes: 0, sha256: '' } }) },
    userIsActing: () => true,
    shift: () => 0,
    arrived: () => import.meta.filename,
    reminders: {
      state: () => quietly,
      pause: () => {
        reached.push('pause');
        return quietly;
      },
      seen: () => {
        reached.push('seen');
        return quietly;
      },
    },
  });
  return { reached, handlers, tokens };
}

describe('the table of calls', () => {
  test('the names that may cross are exactly the calls', () => {
    expect([...bridgeCalls].sort()).toEqual([...callNames].sort());
    expect(new Set(bridgeCalls).size).toBe(bridgeCalls.length);
  });

  test('every call has a handler on its side and on no other', () => {
    const { handlers } = aShell();
    expect(Object.keys(handlers).sort()).toEqual([...callNames].sort());
    const storeCalls = callNames.filter((name) => calls[name].by === 'store');
    expect(Object.keys(storeHandlers).sort()).toEqual([...storeCalls].sort());
  });

  test.each(callNames)('%s accepts its example and refuses more, less and other things', (name) => {
    const schema = calls[name].input;
    expect(schema.safeParse(examples[name]).success).toBe(true);
    expect(schema.safeParse({ ...examples[name], unknownField: 1 }).success).toBe(false);
    for (const other of [undefined, null, 1, 'x', [], [examples[name]]]) {
      expect(schema.safeParse(other).success).toBe(false);
    }
  });

  test.each(callNames)('%s reaches its handler with its example', async (name) => {
    const { handlers, reached, tokens } = aShell();
    const input: Record<string, unknown> = { ...examples[name] };
    if (name in tokenFor) {
      const kind = tokenFor[name as keyof typeof tokenFor][0];
      input.token = tokens.give(kind, kind === 'folder' ? import.meta.dirname : import.meta.filename).token;
    }
    const result = await answer(handlers, name, input, (_, error) => expect.fail(String(error)));
    expect(result.ok || name === 'studio.reveal').toBe(true);
    if (calls[name].by === 'store') {
      // An export and a review ask first which pictures must be made for them, an export also what must be printed.
      const asked: Partial<Record<typeof name, readonly string[]>> = {
        'export.write': ['store export.pictures null', 'store export.prints null'],
        'review.write': ['store review.pictures null'],
      };
      const before = asked[name] ?? [];
      const path = name in asked ? import.meta.dirname : import.meta.filename;
      expect(reached).toEqual([...before, `store ${name} ${name in tokenFor ? path : null}`]);
    }
  });

  test('what is copied lies there plain and with formats, whoever copies', async () => {
    const { handlers, reached } = aShell();
    const refused = (_: unknown, error: unknown) => expect.fail(String(error));
    await answer(handlers, 'studio.copy', { text: '第一行\n<b>' }, refused);
    await answer(handlers, 'studio.copy', { text: '粗', html: '<b>粗</b>' }, refused);
    expect(reached).toEqual(['copy "第一行\\n<b>" "<p>第一行<br>&lt;b&gt;</p>"', 'copy "粗" "<b>粗</b>"']);
  });

  test('a call that takes a token refuses one nobody gave, before the store hears of it', async () => {
    const { handlers, reached } = aShell();
    for (const name of Object.keys(tokenFor)) {
      const result = await answer(handlers, name, examples[name as StoreCallName]);
      expect(result).toMatchObject({ ok: false, failure: { code: 'bad_input', params: { field: 'token' } } });
    }
    expect(reached).toEqual([]);
  });

  test('a token for one thing is refused for another', async () => {
    const { handlers, reached } = aShell();
    const chosen = (await answer(handlers, 'dialog.open_file', { what: 'image' })) as Answer<{ token: string }>;
    reached.length = 0;
    const token = chosen.ok ? chosen.value.token : '';
    expect(await answer(handlers, 'workspace.import', { token })).toMatchObject({ ok: false });
    expect(await answer(handlers, 'asset.keep', { token })).toMatchObject({ ok: true });
    expect(reached).toEqual([`store asset.keep ${import.meta.filename}`]);
  });

  test('an export into a folder that is gone is refused before a picture is asked for', async () => {
    const { handlers, reached, tokens } = aShell();
    const folder = mkdtempSync(join(tmpdir(), 'juzhen-gone-'));
    const { token } = tokens.give('folder', folder);
    rmdirSync(folder);
    expect(await answer(handlers, 'export.write', { choice: {}, token })).toEqual({
      ok: false,
      failure: {
        code: 'folder_not_writable',
        params: { folder: realpathSync(tmpdir()) + folder.slice(tmpdir().length) },
      },
    });
    expect(reached).toEqual([]);
  });

  test('the last export can be shown only after there was one', async () => {
    const { handlers, reached } = aShell();
    expect(await answer(handlers, 'studio.reveal', { what: 'export' })).toMatchObject({ ok: false });
    const folder = (await answer(handlers, 'dialog.choose_folder', {})) as Answer<{ token: string }>;
    await answer(handlers, 'export.write', { choice: {}, token: folder.ok ? folder.value.token : '' });
    expect(await answer(handlers, 'studio.reveal', { what: 'export' })).toMatchObject({ ok: true });
    expect(reached.at(-1)).toBe('reveal "/exports/1"');
  });

  test('a refusal of the store crosses as its failure', async () => {
    const { handlers } = aShell();
    const refusing = {
      ...handlers,
      'plan.outline': () => {
        throw new Refusal({ code: 'disk_full', params: {} });
      },
    };
    expect(await answer(refusing, 'plan.outline', {})).toEqual({
      ok: false,
      failure: { code: 'disk_full', params: {} },
    });
  });
});

describe('the hatch', () => {
  const source = readFileSync(join(import.meta.dirname, '../../src/preload/index.ts'), 'utf8');

  test('takes its names and channels from the one list and names none itself', () => {
    expect(source).not.toMatch(/['"`](studio:|[a-z]+\.[a-z_]+['"`])/);
    expect([CALL_CHANNEL, EVENT_CHANNEL, ...bridgeEvents].every((name) => typeof name === 'string')).toBe(true);
  });
});
