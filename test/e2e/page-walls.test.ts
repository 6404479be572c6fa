import { join } from 'node:path';
import type { BrowserWindow } from 'electron';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { calls } from '../../src/contract';
import { contentPolicy, headersFor } from '../../src/main/headers';
import traversal from '../fixtures/links/traversal.json';
import { appUnderTest, freshFolder, type LaunchedStudio, launch, quit } from '../helpers/app';
import { logOf } from '../helpers/log';

/** What the page has, what its address answers, and who else may call (E3–E12, E28, E47). */
let studio: LaunchedStudio;
beforeAll(async () => {
  studio = await launch({}, await freshFolder());
});
afterAll(() => quit(studio));

const inPage = <T>(run: () => T | Promise<T>): Promise<T> => studio.page.evaluate(run);

describe('the window', () => {
  test('has every guarding preference, read back from Electron (E3)', async () => {
    const preferences = await studio.app.evaluate(({ BrowserWindow }) => {
      const all = BrowserWindow.getAllWindows() as (BrowserWindow & {
        webContents: { getLastWebPreferences(): Record<string, unknown> };
      })[];
      return all.map((window) => window.webContents.getLastWebPreferences());
    });
    expect(preferences).toHaveLength(1);
    expect(preferences[0]).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      webSecurity: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      enableBlinkFeatures: '',
    });
    expect(preferences[0]?.nodeIntegrationInWorker ?? false).toBe(false);
    expect(preferences[0]?.navigateOnDragDrop ?? false).toBe(false);
  });

  test('gives the page nothing of Node and exactly two frozen functions (E5, E6)', async () => {
    const seen = await inPage(() => {
      const names = ['require', 'process', 'module', 'Buffer', 'global', '__dirname', 'ipcRenderer', 'electron'];
      const globals = window as unknown as Record<string, unknown>;
      const replace = (): string => {
        try {
          Object.assign(window.studio, { call: null });
        } catch {
          return 'kept';
        }
        return typeof window.studio.call === 'function' ? 'kept' : 'replaced';
      };
      return {
        node: names.filter((name) => globals[name] !== undefined),
        bridge: Object.entries(window.studio).map(([name, value]) => `${name}: ${typeof value}`),
        frozen: Object.isFrozen(window.studio),
        replaced: replace(),
        invoke: Object.keys(window.studio).includes('invoke'),
      };
    });
    expect(seen).toEqual({
      node: [],
      bridge: ['call: function', 'on: function', 'drop: function'],
      frozen: true,
      replaced: 'kept',
      invoke: false,
    });
  });

  test('has developer tools closed and out of reach (E28)', async () => {
    for (const keys of ['F12', 'Control+Shift+I', 'Control+Shift+J', 'Control+Shift+C'])
      await studio.page.keyboard.press(keys);
    const open = await studio.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      contents?.openDevTools();
      return contents?.isDevToolsOpened();
    });
    expect(open).toBe(false);
  });
});

describe('the page’s address', () => {
  test('answers 404 to everything that climbs out of it (E10)', async () => {
    const own = (traversal as string[]).filter((url) => url.startsWith('app://bundle/'));
    const statuses = await studio.page.evaluate(
      (urls) => Promise.all(urls.map(async (url) => `${url} ${(await fetch(url)).status}`)),
      own,
    );
    expect(statuses.filter((line) => !line.endsWith(' 404'))).toEqual([]);
    expect(own.length).toBeGreaterThan(40);
  });

  test('sends the golden policy and headers with the page, its parts and its refusals (E12, E47)', async () => {
    const seen = await inPage(async () => {
      const script = document.querySelector('script[src]')?.getAttribute('src') ?? '';
      const answers = await Promise.all(
        [location.href, new URL(script, location.href).href, '/nothing'].map((url) => fetch(url)),
      );
      return answers.map((answer) => [answer.status, Object.fromEntries(answer.headers)] as const);
    });
    for (const [, headers] of seen) {
      const nonce = /'nonce-([^']+)'/.exec(headers['content-security-policy'] ?? '')?.[1] ?? '';
      expect(nonce).toMatch(/^[A-Za-z0-9+/]{22}==$/);
      const { 'Content-Type': _, ...golden } = headersFor('', nonce, 'same-origin');
      for (const [name, value] of Object.entries(golden)) expect(headers[name.toLowerCase()], name).toBe(value);
    }
    expect(seen.map(([status]) => status)).toEqual([200, 200, 404]);
    expect(contentPolicy('N')).toMatch(/^default-src 'none'; script-src 'self';/);
  });

  test('no page is ever loaded from a file, and none outside the app’s address (E11)', async () => {
    const urls = await studio.app.evaluate(({ webContents }) =>
      webContents.getAllWebContents().map((one) => one.getURL()),
    );
    expect(urls.every((url) => url.startsWith('app://bundle/'))).toBe(true);
  });
});

describe('strangers who call', () => {
  test('another window with the same preload is refused, whatever it shows (E8, I16)', async () => {
    const preload = join(appUnderTest, 'out/preload/index.cjs');
    const answers = await studio.app.evaluate(
      async ({ BrowserWindow }, { path, names }) => {
        const results: string[] = [];
        for (const url of ['data:text/html,<p>x</p>', 'app://bundle/', 'about:blank']) {
          const window = new BrowserWindow({ show: false, webPreferences: { preload: path, sandbox: true } });
          try {
            await window.loadURL(url);
            for (const name of names) {
              const answer = (await window.webContents.executeJavaScript(
                `window.studio === undefined ? 'no bridge' : window.studio.call(${JSON.stringify(name)}, {})`,
              )) as { ok: boolean; failure?: { params: { field?: string } } } | 'no bridge';
              const refused = answer === 'no bridge' || (!answer.ok && answer.failure?.params.field === 'sender');
              if (!refused) results.push(`${url} ${name} ${JSON.stringify(answer)}`);
            }
          } finally {
            window.destroy();
          }
        }
        return results;
      },
      { path: preload, names: Object.keys(calls) },
    );
    expect(answers).toEqual([]);
    expect(logOf(studio.dataFolder).filter((line) => line.kind === 'stranger_refused').length).toBeGreaterThan(50);
  });

  test('a frame inside the page has no bridge of its own', async () => {
    const bridge = await inPage(() => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const own = typeof (frame.contentWindow as unknown as { studio?: unknown } | null)?.studio;
      frame.remove();
      return own;
    });
    expect(bridge).toBe('undefined');
  });

  test('hostile values from the page itself are refused and the studio lives on (I16)', async () => {
    const answers = await inPage(async () => {
      const cyclic: Record<string, unknown> = {};
      cyclic.self = cyclic;
      const inputs: unknown[] = [
        undefined,
        null,
        1,
        'x',
        [],
        Number.NaN,
        cyclic,
        new Date(),
        new Map([[1, 2]]),
        new Uint8Array(8),
        new Array(1_000_000).fill(0),
        'x'.repeat(70_000_000),
        JSON.parse('{"__proto__":{"a":1}}'),
        { id: { $ne: null } },
        { id: '../../etc' },
      ];
      const call = window.studio.call as unknown as (name: unknown, input: unknown) => Promise<{ ok: boolean }>;
      const seen: string[] = [];
      for (const input of inputs) {
        const answer = await call('piece.open', input).then(
          (value) => (value.ok ? 'accepted' : 'refused'),
          () => 'refused',
        );
        seen.push(answer);
      }
      for (const name of ['piece.drop', '__proto__', 'studio:call', 7, null, {}]) {
        seen.push(
          await call(name, {}).then(
            (value) => (value.ok ? 'accepted' : 'refused'),
            () => 'refused',
          ),
        );
      }
      return seen;
    });
    expect(new Set(answers)).toEqual(new Set(['refused']));
    expect(await inPage(async () => (await window.studio.call('studio.boot', {})).ok)).toBe(true);
  });
});
