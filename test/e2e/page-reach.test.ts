import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshFolder, type LaunchedStudio, launch, quit } from '../helpers/app';
import { type LogLine, logOf } from '../helpers/log';

/** What the page may ask of the machine and where it may go: nothing and nowhere (E15–E21). */
let studio: LaunchedStudio;
beforeAll(async () => {
  studio = await launch({}, await freshFolder());
});
afterAll(() => quit(studio));

const inPage = <T>(run: () => T | Promise<T>): Promise<T> => studio.page.evaluate(run);
const blocked = (what: string): number =>
  logOf(studio.dataFolder).filter((line: LogLine) => line.kind === 'blocked' && line.what === what).length;
const urlOf = (): Promise<string> => inPage(() => location.href);

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
