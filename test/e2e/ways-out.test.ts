import { type ChildProcess, spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { electronPath, freshFolder, type LaunchedStudio, launch, quit, studioArgs, withStudio } from '../helpers/app';
import { logOf } from '../helpers/log';

/** Every way to end the studio keeps what the page still had to say; a second one on the same folder gives way. */
const exited = (child: ChildProcess): Promise<number | null> =>
  new Promise((done) => {
    if (child.exitCode !== null || child.signalCode !== null) done(child.exitCode);
    else child.once('exit', (code) => done(code));
  });

const titles = ({ page }: LaunchedStudio): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const answer = await window.studio.call('piece.list', { filter: {}, limit: 100, offset: 0 });
    if (!answer.ok) throw new Error(answer.failure.code);
    return answer.value.items.map((piece) => piece.title).sort();
  });

/** The page writes one piece when it is hidden or told to flush, and another at its very last moment. */
const lastWords = ({ page }: LaunchedStudio): Promise<void> =>
  page.evaluate(async () => {
    const write = (title: string) => window.studio.call('piece.create', { kind: 'scene', title, lang: 'zh' });
    await window.studio.call('workspace.create', { name: '出口' });
    let flushed = false;
    window.studio.on('command', ({ id }) => {
      if (id === 'app.flush' && !flushed) {
        flushed = true;
        void write('收到通知时写的');
      }
    });
    addEventListener('beforeunload', () => void write('最后一刻写的'));
    void write('刚按下的键');
  });

const ways: Readonly<Record<string, (studio: LaunchedStudio) => unknown>> = {
  'the close button': ({ app }) => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()),
  'the menu': ({ app }) => app.evaluate(({ app: electron }) => electron.quit()),
  SIGTERM: ({ child }) => child.kill('SIGTERM'),
  SIGINT: ({ child }) => child.kill('SIGINT'),
  SIGHUP: ({ child }) => child.kill('SIGHUP'),
  'the end of the session': ({ app }) =>
    app.evaluate(({ powerMonitor }) => {
      powerMonitor.emit('shutdown');
    }),
};

describe('leaving keeps every word (F23)', () => {
  test.each(Object.keys(ways))('by %s', async (way) => {
    const dataFolder = await freshFolder();
    try {
      const studio = await launch({ dataFolder }, dataFolder);
      await lastWords(studio);
      const gone = exited(studio.child);
      await Promise.resolve(ways[way]?.(studio)).catch(() => undefined);
      expect(await gone).toBe(0);
      expect(logOf(dataFolder).at(-1)).toMatchObject({ kind: 'left' });
      expect(logOf(dataFolder).filter((line) => line.kind === 'leaving_slow')).toEqual([]);
      await withStudio({ dataFolder }, async (again) => {
        expect(await titles(again)).toEqual(['刚按下的键', '收到通知时写的', '最后一刻写的'].sort());
      });
    } finally {
      await rm(dataFolder, { recursive: true, force: true, maxRetries: 5 });
    }
  });
});

describe('one studio per data folder (F16)', () => {
  test('a second start hands over and exits by itself; its arguments change nothing', async () => {
    await withStudio({ lang: 'zh' }, async ({ app, page, dataFolder }) => {
      await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
      const second = spawn(
        electronPath(),
        studioArgs({ lang: 'en', args: ['--theme=dark', 'evil.juzhen'] }, dataFolder),
        {
          stdio: 'ignore',
        },
      );
      expect(await exited(second)).toBe(0);
      const boot = await page.evaluate(() => window.studio.call('studio.boot', {}));
      expect(boot).toMatchObject({ ok: true, value: { settings: { lang: 'zh' } } });
      expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized())).toBe(false);
    });
  });

  test('after a kill the next start needs no manual step and finds what was answered', async () => {
    const dataFolder = await freshFolder();
    try {
      const studio = await launch({ dataFolder }, dataFolder);
      await studio.page.evaluate(async () => {
        await window.studio.call('workspace.create', { name: '断电' });
        await window.studio.call('piece.create', { kind: 'story', title: '已经答复的', lang: 'zh' });
      });
      const gone = exited(studio.child);
      studio.child.kill('SIGKILL');
      await gone;
      await quit(studio);
      await withStudio({ dataFolder }, async (again) => expect(await titles(again)).toEqual(['已经答复的']));
    } finally {
      await rm(dataFolder, { recursive: true, force: true, maxRetries: 5 });
    }
  });
});

describe('a page that crashes (F21)', () => {
  test('is loaded again within a few seconds, with the same workspace', async () => {
    await withStudio({}, async ({ app, page, dataFolder }) => {
      await page.evaluate(() => window.studio.call('workspace.create', { name: '重来' }));
      const processOf = () =>
        app.evaluate(({ BrowserWindow }) => {
          const contents = BrowserWindow.getAllWindows()[0]?.webContents;
          const stands = contents !== undefined && !contents.isCrashed() && !contents.isLoading();
          return stands ? contents.getOSProcessId() : null;
        });
      const before = await processOf();
      await app.evaluate(({ BrowserWindow }) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        setTimeout(() => contents?.forcefullyCrashRenderer(), 10);
      });
      await expect
        .poll(
          async () => {
            const now = await processOf();
            return now !== null && now !== before;
          },
          { timeout: 8_000 },
        )
        .toBe(true);
      const name = await app.evaluate(({ BrowserWindow }) => {
        const run = `window.studio.call('studio.boot', {}).then((answer) => answer.value.workspace.name)`;
        return BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(run) as Promise<string>;
      });
      expect(name).toBe('重来');
      expect(logOf(dataFolder)).toContainEqual(expect.objectContaining({ kind: 'page_gone' }));
    });
  });
});
