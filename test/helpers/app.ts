import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { holdAnswers } from '../../scripts/held-answers.mjs';
import type { StudioBridge } from '../../src/contract';

export const root = resolve(import.meta.dirname, '../..');

/** The folder whose `out/` is the studio under test: the checkout, or another build named by the environment. */
export const appUnderTest = process.env.JUZHEN_APP_UNDER_TEST ?? root;

export type LaunchOptions = {
  /** A data folder to start on; a fresh one is made, and removed at the end, when it is left out. */
  readonly dataFolder?: string;
  readonly lang?: 'zh' | 'en';
  readonly theme?: 'light' | 'dark';
  readonly today?: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Another app folder than the checkout, for a deliberately changed build. */
  readonly appFolder?: string;
  /** Wait for the screens to be ready. Default true. */
  readonly untilReady?: boolean;
};

/** What the page complained of while it was open. A journey ends by expecting nothing here. */
export type Complaints = {
  readonly console: readonly string[];
  readonly policy: readonly string[];
  readonly requests: readonly string[];
};

export type LaunchedStudio = {
  readonly app: ElectronApplication;
  /** Its main process; the driver no longer names it once it is gone. */
  readonly child: ChildProcess;
  readonly page: Page;
  readonly dataFolder: string;
  readonly complaints: () => Promise<Complaints>;
};

declare global {
  interface Window {
    readonly studio: StudioBridge;
  }
}

/** The day the sample plan's screens were written for; any fixed day would do. */
export const TODAY = '2026-10-14';

/** The Electron to run: the one the start script chose, or the one npm installed. Never downloads. */
export function electronPath(): string {
  const chosen = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const installed = join(root, 'node_modules/electron');
  const folder = chosen ?? join(installed, 'dist');
  const inside: Partial<Record<NodeJS.Platform, string>> = {
    win32: 'electron.exe',
    darwin: 'Electron.app/Contents/MacOS/Electron',
  };
  const path = join(folder, inside[process.platform] ?? 'electron');
  if (!existsSync(path)) throw new Error('No Electron runtime was chosen. Run the suite with: npm test');
  return path;
}

/** Root cannot use Chromium's sandbox; everyone else must. */
export const sandboxArgs = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const quietArgs = ['--log-level=3', '--disable-gpu'];

export const studioArgs = (options: LaunchOptions, dataFolder: string): string[] => [
  ...sandboxArgs,
  ...quietArgs,
  options.appFolder ?? appUnderTest,
  `--data-dir=${dataFolder}`,
  `--today=${options.today ?? TODAY}`,
  `--lang=${options.lang ?? 'zh'}`,
  ...(options.theme === undefined ? [] : [`--theme=${options.theme}`]),
  ...(options.args ?? []),
];

export const freshFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'juzhen-test-'));

/** Starts the built studio, hands it to `use`, and ends it whatever happens. */
export async function withStudio<T>(options: LaunchOptions, use: (studio: LaunchedStudio) => Promise<T>): Promise<T> {
  const dataFolder = options.dataFolder ?? (await freshFolder());
  const studio = await launch(options, dataFolder);
  try {
    return await use(studio);
  } finally {
    await quit(studio);
    if (options.dataFolder === undefined) await rm(dataFolder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Starts the studio without promising to end it: for tests about ending. Prefer `withStudio`. */
export async function launch(options: LaunchOptions, dataFolder: string): Promise<LaunchedStudio> {
  const built = join(options.appFolder ?? appUnderTest, 'out/main/index.js');
  if (!existsSync(built)) throw new Error('The studio is not built. Run: npm run build');
  electronPath();
  // Without `executablePath` (it finds the same runtime), Playwright holds the studio back until it listens. With it,
  // about one start in twenty-five loads its page in between, and Playwright waits for that page for ever.
  const app = await _electron.launch({
    args: studioArgs(options, dataFolder),
    env: { ...plainEnvironment(), ...options.env },
    timeout: 60_000,
  });
  holdAnswers(app);
  const child = app.process();
  try {
    const requests: string[] = [];
    app.context().on('request', (request) => {
      if (!/^(app|data|blob):/.test(request.url())) requests.push(request.url());
    });
    const page = await app.firstWindow({ timeout: 60_000 });
    if (options.untilReady !== false) await ready(page);
    return {
      app,
      child,
      page,
      dataFolder,
      complaints: async () => {
        const messages = await page.consoleMessages({ filter: 'all' });
        const said = messages.filter((message) => /^(error|warning)$/.test(message.type())).map((one) => one.text());
        const thrown = (await page.pageErrors({ filter: 'all' })).map((error) => `uncaught: ${error.message}`);
        return {
          console: [...said.filter((text) => !isPolicy(text)), ...thrown],
          policy: said.filter(isPolicy),
          requests,
        };
      },
    };
  } catch (error) {
    await quit({ app, child });
    throw error;
  }
}

const isPolicy = (text: string): boolean => /Content Security Policy|Permissions policy|TrustedHTML/i.test(text);

/** The screens say on the root element when the first of them stands. */
export const ready = (page: Page): Promise<void> =>
  page
    .waitForFunction(() => document.documentElement.dataset.ready !== undefined, undefined, { timeout: 60_000 })
    .then(() => undefined);

/** Quits by the menu's way; a studio that does not go is killed, and the test that left it so fails on its own. */
export async function quit({ app, child }: Pick<LaunchedStudio, 'app' | 'child'>): Promise<void> {
  const gone = new Promise<'gone'>((done) => {
    if (child.exitCode !== null || child.signalCode !== null) done('gone');
    child.once('exit', () => done('gone'));
  });
  void app.close().catch(() => undefined);
  const timer = setTimeout(() => child.kill('SIGKILL'), 15_000);
  await gone;
  clearTimeout(timer);
}

/** The test runner's own settings must not reach the studio. */
export function plainEnvironment(): Record<string, string> {
  const kept = Object.entries(process.env).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined &&
      !/^(VITEST|VITE_|NODE_OPTIONS|ELECTRON_RUN_AS_NODE|ELECTRON_RENDERER_URL)/.test(entry[0]),
  );
  return Object.fromEntries(kept);
}

/** Makes the next dialogs of the system answer with a path, as if the user had chosen it. */
export async function chooses(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
  }, path);
}

/** Says one line that cannot be overlooked when a check could not be made here. */
export function notRun(check: string, reason: string): void {
  process.stdout.write(`not run: ${check}: ${reason}\n`);
}
