import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserWindow } from 'electron';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { calls } from '../../src/contract';
import { contentPolicy, headersFor } from '../../src/main/headers';
import traversal from '../fixtures/links/traversal.json';
import { freshFolder, type LaunchedStudio, launch, quit } from '../helpers/app';
import { type LogLine, logOf } from '../helpers/log';

/** What the running studio refuses, tried from inside its own page and from strangers beside it (E3–E28). */
let studio: LaunchedStudio;
beforeAll(async () => {
  studio = await launch({}, await freshFolder());
});
afterAll(() => quit(studio.app));

const inPage = <T>(run: () => T | Promise<T>): Promise<T> => studio.page.evaluate(run);
const blocked = (what: string): number =>
  logOf(studio.dataFolder).filter((line: LogLine) => line.kind === 'blocked' && line.what === what).length;
const urlOf = (): Promise<string> => inPage(() => location.href);

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
      bridge: ['call: function', 'on: function'],
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

describe('what the policy forbids fails and is reported (E13)', () => {
  const attempts: Readonly<Record<string, () => Promise<string> | string>> = {
    'an inline script': () => {
      const script = document.createElement('script');
      script.textContent = 'window.__ran = "inline"';
      document.head.append(script);
      return String((window as unknown as { __ran?: string }).__ran);
    },
    // In a task of its own: code that the test's debugger evaluates directly is exempt from the policy.
    eval: () =>
      new Promise((done) => {
        setTimeout(() => {
          try {
            done(String(new Function('return "ran"')()));
          } catch {
            done('undefined');
          }
        });
      }),
    'an event attribute': () => {
      const button = document.createElement('button');
      button.setAttribute('onclick', 'window.__ran = "attribute"');
      button.click();
      return String((window as unknown as { __ran?: string }).__ran);
    },
    'a remote script': () =>
      new Promise((done) => {
        const script = document.createElement('script');
        script.src = 'https://blocked.example/x.js';
        script.onload = () => done('loaded');
        script.onerror = () => done('undefined');
        document.head.append(script);
      }),
    'a remote image': () =>
      new Promise((done) => {
        const image = new Image();
        image.onload = () => done('loaded');
        image.onerror = () => done('undefined');
        image.src = 'https://blocked.example/x.png';
      }),
    'a remote style': () =>
      new Promise((done) => {
        const link = document.createElement('link');
        link.rel = 'stylesheet';
        link.href = 'https://blocked.example/x.css';
        link.onload = () => done('loaded');
        link.onerror = () => done('undefined');
        document.head.append(link);
      }),
    'an inline style without the nonce': () => {
      const style = document.createElement('style');
      style.textContent = 'html { --ran: yes }';
      document.head.append(style);
      return getComputedStyle(document.documentElement).getPropertyValue('--ran') || 'undefined';
    },
    'a remote font': () =>
      new FontFace('x', 'url(https://blocked.example/x.woff2)').load().then(
        () => 'loaded',
        () => 'undefined',
      ),
    'a request': () =>
      fetch('https://blocked.example/').then(
        () => 'loaded',
        () => 'undefined',
      ),
    'a beacon': () => (navigator.sendBeacon('https://blocked.example/', 'x') ? 'undefined' : 'undefined'),
    'a socket': () =>
      new Promise((done) => {
        try {
          const socket = new WebSocket('wss://blocked.example/');
          socket.onopen = () => done('loaded');
          socket.onerror = () => done('undefined');
        } catch {
          done('undefined');
        }
      }),
    'an event stream': () =>
      new Promise((done) => {
        const stream = new EventSource('https://blocked.example/');
        stream.onopen = () => done('loaded');
        stream.onerror = () => done('undefined');
      }),
    'a worker': () =>
      new Promise((done) => {
        try {
          const worker = new Worker(URL.createObjectURL(new Blob(['postMessage(1)'])));
          worker.onmessage = () => done('loaded');
          worker.onerror = () => done('undefined');
        } catch {
          done('undefined');
        }
      }),
    'a frame': () =>
      new Promise((done) => {
        const frame = document.createElement('iframe');
        frame.src = 'https://blocked.example/';
        document.body.append(frame);
        setTimeout(() => {
          const inside = frame.contentDocument === null ? 'refused' : frame.contentDocument.URL;
          frame.remove();
          done(inside === 'refused' || inside === 'about:blank' ? 'undefined' : inside);
        }, 300);
      }),
    'a data page in a frame': () =>
      new Promise((done) => {
        const frame = document.createElement('iframe');
        frame.src = 'data:text/html,<script>parent.postMessage("ran", "*")</script>';
        addEventListener('message', (event) => done(String(event.data)), { once: true });
        document.body.append(frame);
        setTimeout(() => {
          frame.remove();
          done('undefined');
        }, 300);
      }),
    'a plug-in': () => {
      const object = document.createElement('object');
      object.data = 'https://blocked.example/x.pdf';
      document.body.append(object);
      object.remove();
      return 'undefined';
    },
    'a base address': () => {
      const base = document.createElement('base');
      base.href = 'https://blocked.example/';
      document.head.append(base);
      const resolved = new URL('x', document.baseURI).origin;
      base.remove();
      return resolved === 'https://blocked.example' ? 'changed' : 'undefined';
    },
  };

  test.each(Object.keys(attempts))('%s', async (what) => {
    const attempt = attempts[what] as () => Promise<string> | string;
    const reported = studio.page.evaluate(
      () =>
        new Promise<boolean>((done) => {
          document.addEventListener('securitypolicyviolation', () => done(true), { once: true });
          setTimeout(() => done(false), 1_500);
        }),
    );
    expect(await studio.page.evaluate(attempt)).toBe('undefined');
    expect(await reported, `${what} was not reported`).toBe(true);
  });

  test('a peer connection finds no candidate', async () => {
    const candidates = await inPage(async () => {
      const found: string[] = [];
      const peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:blocked.example:3478' }] });
      peer.createDataChannel('x');
      peer.onicecandidate = (event) => {
        if (event.candidate !== null && event.candidate.candidate !== '') found.push(event.candidate.candidate);
      };
      await peer.setLocalDescription(await peer.createOffer());
      await new Promise((done) => setTimeout(done, 800));
      peer.close();
      return found;
    });
    expect(candidates).toEqual([]);
  });
});

describe('permissions', () => {
  test('every one is denied, asked for or looked up (E15)', async () => {
    const states = await inPage(async () => {
      const names = [
        'accelerometer',
        'background-fetch',
        'background-sync',
        'camera',
        'clipboard-read',
        'clipboard-write',
        'display-capture',
        'geolocation',
        'gyroscope',
        'idle-detection',
        'local-fonts',
        'magnetometer',
        'microphone',
        'midi',
        'nfc',
        'notifications',
        'payment-handler',
        'periodic-background-sync',
        'persistent-storage',
        'push',
        'screen-wake-lock',
        'speaker-selection',
        'storage-access',
        'top-level-storage-access',
        'window-management',
      ];
      const seen: Record<string, string> = {};
      for (const name of names) {
        const query = { name, userVisibleOnly: true } as unknown as PermissionDescriptor;
        seen[name] = await navigator.permissions.query(query).then(
          (status) => status.state,
          () => 'unknown',
        );
      }
      return seen;
    });
    expect(Object.entries(states).filter(([, state]) => state === 'granted')).toEqual([]);
  });

  test('asking is refused too, devices included', async () => {
    const outcomes = await inPage(async () => {
      type Ask = () => Promise<unknown>;
      const machine = navigator as unknown as Record<string, Record<string, (input?: unknown) => Promise<unknown>>>;
      const device = async (kind: string, ask: string, input?: unknown): Promise<unknown> => {
        const found = await machine[kind]?.[ask]?.(input);
        if (found === undefined || (Array.isArray(found) && found.length === 0)) throw new Error('none');
        return found;
      };
      const asks: Record<string, Ask> = {
        camera: () => navigator.mediaDevices.getUserMedia({ video: true }),
        microphone: () => navigator.mediaDevices.getUserMedia({ audio: true }),
        screen: () => navigator.mediaDevices.getDisplayMedia(),
        place: () => new Promise((done, refuse) => navigator.geolocation.getCurrentPosition(done, refuse)),
        notification: async () => {
          if ((await Notification.requestPermission()) !== 'granted') throw new Error('denied');
        },
        clipboard: () => navigator.clipboard.readText(),
        usb: () => device('usb', 'requestDevice', { filters: [] }),
        hid: () => device('hid', 'requestDevice', { filters: [] }),
        serial: () => device('serial', 'requestPort'),
        bluetooth: () => device('bluetooth', 'requestDevice', { acceptAllDevices: true }),
        midi: () => navigator.requestMIDIAccess({ sysex: true }),
        folder: () => (window as unknown as { showDirectoryPicker: Ask }).showDirectoryPicker(),
        fonts: () => (window as unknown as { queryLocalFonts: Ask }).queryLocalFonts(),
        wake: () => navigator.wakeLock.request('screen'),
        full: () => document.documentElement.requestFullscreen(),
      };
      const seen: Record<string, string> = {};
      for (const [name, ask] of Object.entries(asks)) {
        const late = new Promise<string>((done) => setTimeout(() => done('no answer'), 2_000));
        const asked = Promise.resolve()
          .then(ask)
          .then(
            () => 'granted',
            () => 'refused',
          );
        seen[name] = await Promise.race([asked, late]);
      }
      return seen;
    });
    expect(Object.entries(outcomes).filter(([, outcome]) => outcome !== 'refused')).toEqual([]);
  });
});

describe('going elsewhere', () => {
  const ways: Readonly<Record<string, () => void>> = {
    'a location': () => {
      location.href = 'https://blocked.example/';
    },
    'a replacement': () => location.replace('https://blocked.example/'),
    'a link': () => {
      const link = document.createElement('a');
      link.href = 'https://blocked.example/';
      document.body.append(link);
      link.click();
      link.remove();
    },
    'a link to a file': () => {
      location.href = 'file:///etc/passwd';
    },
    'a data page': () => {
      location.href = 'data:text/html,<h1>x</h1>';
    },
    'a script address': () => {
      location.href = 'javascript:document.title="ran"';
    },
    'another page of the app': () => {
      location.href = 'app://bundle/code/x.html';
    },
    'another host of the scheme': () => {
      location.href = 'app://evil/';
    },
    'a reload': () => location.reload(),
    'a form': () => {
      const form = document.createElement('form');
      form.action = 'https://blocked.example/';
      form.method = 'post';
      document.body.append(form);
      form.submit();
      form.remove();
    },
    'a refresh tag': () => {
      const meta = document.createElement('meta');
      meta.httpEquiv = 'refresh';
      meta.content = '0;url=https://blocked.example/';
      document.head.append(meta);
      meta.remove();
    },
    'a new window': () => {
      window.open('https://blocked.example/');
    },
    'a blank window': () => {
      window.open('about:blank');
    },
    'a link with a target': () => {
      const link = document.createElement('a');
      link.href = 'https://blocked.example/';
      link.target = '_blank';
      document.body.append(link);
      link.click();
      link.remove();
    },
    'a download': () => {
      const link = document.createElement('a');
      link.href = 'data:application/octet-stream,x';
      link.download = 'x.exe';
      document.body.append(link);
      link.click();
      link.remove();
    },
  };

  test.each(Object.keys(ways))('%s leads nowhere (E16, E17, E19)', async (way) => {
    const before = await urlOf();
    await studio.page.evaluate(() => {
      (window as unknown as { __here: boolean }).__here = true;
    });
    await studio.page.evaluate(ways[way] as () => void);
    await studio.page.waitForTimeout(150);
    expect(await urlOf()).toBe(before);
    expect(await inPage(() => (window as unknown as { __here?: boolean }).__here)).toBe(true);
    expect(await studio.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });

  test('a middle click and a dropped link lead nowhere', async () => {
    const before = await urlOf();
    await inPage(() => {
      const link = document.createElement('a');
      link.href = 'https://blocked.example/';
      link.textContent = 'link';
      link.id = 'middle';
      link.style.cssText = 'position:fixed;top:0;left:0;z-index:99999;padding:20px;background:#fff';
      document.body.append(link);
    });
    await studio.page.mouse.click(5, 5, { button: 'middle' });
    await inPage(() => {
      const data = new DataTransfer();
      data.setData('text/uri-list', 'https://blocked.example/');
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
      document.querySelector('#middle')?.remove();
    });
    await studio.page.waitForTimeout(150);
    expect(await urlOf()).toBe(before);
    expect(await studio.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });

  test('an anchor of the same page still works', async () => {
    await inPage(() => {
      history.replaceState(null, '', '#here');
    });
    expect(await urlOf()).toMatch(/#here$/);
    await inPage(() => history.replaceState(null, '', location.pathname));
  });

  test('a webview is never attached (E18)', async () => {
    const attached = await inPage(
      () =>
        new Promise<boolean>((done) => {
          const view = document.createElement('webview');
          view.setAttribute('src', 'https://blocked.example/');
          view.addEventListener('did-attach', () => done(true));
          document.body.append(view);
          setTimeout(() => {
            view.remove();
            done(false);
          }, 400);
        }),
    );
    expect(attached).toBe(false);
  });

  test('what was tried is counted in the log, without addresses', () => {
    expect(blocked('navigation')).toBeGreaterThan(4);
    expect(blocked('window')).toBeGreaterThan(2);
    expect(blocked('download')).toBeGreaterThan(0);
    expect(blocked('permission') + blocked('device')).toBeGreaterThan(0);
    expect(readFileSync(join(studio.dataFolder, 'logs/studio.log'), 'utf8')).not.toContain('blocked.example');
  });
});

describe('opening an address in the browser', () => {
  const ask = (url: string) =>
    studio.page.evaluate((address) => window.studio.call('studio.browse', { url: address }), url);
  const watch = (): Promise<void> =>
    studio.app.evaluate(({ dialog, shell }) => {
      const seen: string[] = [];
      (globalThis as unknown as { seen: string[] }).seen = seen;
      dialog.showMessageBox = ((_: unknown, options: { message: string }) => {
        seen.push(options.message);
        return Promise.resolve({ response: 1, checkboxChecked: false });
      }) as never;
      shell.openExternal = (url: string) => {
        seen.push(url);
        return Promise.resolve();
      };
    });
  const seen = (): Promise<string[]> => studio.app.evaluate(() => (globalThis as unknown as { seen: string[] }).seen);

  test('needs a press of the user, and asks with the host as it really is (E17, E45, I7)', async () => {
    await watch();
    await studio.page.waitForTimeout(5_200);
    expect(await ask('https://example.com/')).toMatchObject({ ok: false, failure: { params: { field: 'gesture' } } });
    await studio.page.mouse.click(2, 2);
    expect(await ask('https://\u0430pple.com/')).toMatchObject({ ok: true });
    expect(await ask('file:///etc/passwd')).toMatchObject({ ok: false });
    expect(await seen()).toEqual([expect.stringContaining('xn--pple-43d.com')]);
  });
});

describe('strangers who call', () => {
  test('another window with the same preload is refused, whatever it shows (E8, I16)', async () => {
    const preload = join(
      process.env.JUZHEN_APP_UNDER_TEST ?? join(import.meta.dirname, '../..'),
      'out/preload/index.cjs',
    );
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
