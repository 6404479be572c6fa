import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { appUnderTest, electronPath, notRun } from '../helpers/app';

/** The user `nobody`, who exists everywhere and owns nothing. */
const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;

type Stage = { readonly electron: string; readonly app: string; readonly home: string; readonly end: () => void };

/** A copy of runtime and build that an ordinary user may read: root's own folders are closed to others. */
function stage(): Stage {
  const home = mkdtempSync(join(tmpdir(), 'juzhen-sandbox-'));
  const copy = (from: string, to: string) => execFileSync('cp', ['-R', from, join(home, to)]);
  copy(dirname(electronPath()), 'runtime');
  mkdirSync(join(home, 'app'));
  copy(join(appUnderTest, 'out'), 'app/out');
  copy(join(appUnderTest, 'package.json'), 'app/package.json');
  for (const folder of ['resources', 'node_modules/better-sqlite3']) {
    if (!existsSync(join(appUnderTest, folder))) continue;
    mkdirSync(join(home, 'app', dirname(folder)), { recursive: true });
    copy(join(appUnderTest, folder), join('app', folder));
  }
  execFileSync('chmod', ['-R', 'a+rX', home]);
  mkdirSync(join(home, 'data'));
  for (const own of [home, join(home, 'data')]) {
    chownSync(own, isRoot ? NOBODY : (process.getuid?.() ?? 0), -1);
    chmodSync(own, 0o755);
  }
  return {
    home,
    electron: join(home, 'runtime', 'electron'),
    app: join(home, 'app'),
    end: () => rmSync(home, { recursive: true, force: true, maxRetries: 30, retryDelay: 100 }),
  };
}

/** Status lines of the renderers that descend from `pid`. */
function renderers(pid: number): readonly string[] {
  const parents = new Map<number, number>();
  const pages = new Map<number, string>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const status = readFileSync(`/proc/${name}/status`, 'utf8');
      parents.set(Number(name), Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]));
      if (readFileSync(`/proc/${name}/cmdline`, 'utf8').includes('--type=renderer')) pages.set(Number(name), status);
    } catch {
      // The process ended between listing and reading.
    }
  }
  const descends = (child: number): boolean => child === pid || (child > 1 && descends(parents.get(child) ?? 0));
  return [...pages].flatMap(([page, status]) => (descends(page) ? [status] : []));
}

const reasonNotToRun = (): string | null => {
  if (process.platform !== 'linux') return 'the check reads /proc, which this system does not have';
  const asNobody = isRoot ? { uid: NOBODY, gid: NOBODY } : {};
  const namespaces = spawnSync('unshare', ['-Ur', 'true'], { ...asNobody, cwd: '/' });
  return namespaces.status === 0 ? null : 'this kernel gives ordinary users no namespaces to build the sandbox with';
};

test('the page’s process runs inside the system’s sandbox for an ordinary user (E5)', async () => {
  const reason = reasonNotToRun();
  if (reason !== null) return notRun('the system’s sandbox (E5)', reason);
  const { electron, app, home, end } = stage();
  let child: ChildProcess | null = null;
  try {
    const env = { ...process.env, HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home, XDG_RUNTIME_DIR: home };
    child = spawn(electron, ['--log-level=3', '--disable-gpu', app, `--data-dir=${join(home, 'data')}`], {
      env,
      cwd: home,
      stdio: 'ignore',
      ...(isRoot ? { uid: NOBODY, gid: NOBODY } : {}),
    });
    const pid = child.pid ?? 0;
    await expect.poll(() => renderers(pid).length, { timeout: 20_000, interval: 200 }).toBeGreaterThan(0);
    await expect
      .poll(() => renderers(pid).every((status) => /^Seccomp:\s+2$/m.test(status)), { timeout: 5_000 })
      .toBe(true);
    const running = renderers(pid);
    expect(running).not.toEqual([]);
    for (const status of running) {
      expect(status).toMatch(/^NoNewPrivs:\s+1$/m);
      expect(status).toMatch(/^CapEff:\s+0+$/m);
    }
  } finally {
    if (child !== null && child.exitCode === null) {
      const gone = new Promise((done) => child?.once('exit', done));
      child.kill('SIGKILL');
      await gone;
    }
    end();
  }
});
