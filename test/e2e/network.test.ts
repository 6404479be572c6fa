import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { electronPath, freshFolder, studioArgs, withStudio } from '../helpers/app';

type NetLog = {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> };
  readonly events: readonly {
    readonly type: number;
    readonly params?: { readonly url?: string; readonly host?: string };
  }[];
};

/** Something left the machine. */
const leaves = [
  'TCP_CONNECT',
  'TCP_CONNECT_ATTEMPT',
  'UDP_BYTES_SENT',
  'SSL_CONNECT',
  'DNS_TRANSACTION',
  'HOST_RESOLVER_MANAGER_JOB',
  'HOST_RESOLVER_SYSTEM_TASK',
];
/** Something inside Chromium only thought of leaving. */
const thinks = [
  'URL_REQUEST_START_JOB',
  'UDP_CONNECT',
  'HOST_RESOLVER_MANAGER_REQUEST',
  'SOCKET_POOL_CONNECT_JOB_CREATED',
];

/** The studio's own address is answered inside the process. */
const isOwn = (name: string, url: string | undefined): boolean =>
  name === 'URL_REQUEST_START_JOB' && (url === undefined || url.startsWith('app://bundle/'));

/** What the log holds of the named events, with the address where there is one. */
async function seen(path: string, wanted: readonly string[]): Promise<readonly string[]> {
  const log = JSON.parse(await readFile(path, 'utf8')) as NetLog;
  const types = log.constants.logEventTypes;
  const names = new Map(Object.entries(types).map(([name, type]) => [type, name]));
  // A Chromium that renamed all its events would make this check blind; then it must fail.
  for (const name of ['TCP_CONNECT', 'UDP_BYTES_SENT', 'HOST_RESOLVER_MANAGER_REQUEST', 'URL_REQUEST_START_JOB']) {
    expect(types).toHaveProperty(name);
  }
  return log.events
    .map((event) => ({ name: names.get(event.type) ?? '', params: event.params ?? {} }))
    .filter(({ name, params }) => wanted.includes(name) && !isOwn(name, params.url))
    .map(({ name, params }) => `${name} ${params.url ?? params.host ?? ''}`);
}

const recordArgs = (path: string): string[] => [`--log-net-log=${path}`, '--net-log-capture-mode=Everything'];

test('a studio that starts and idles does not even think of the network (E14)', async () => {
  // Started without Playwright, whose own switches would quiet Chromium too.
  const dataFolder = await freshFolder();
  const path = join(dataFolder, 'net.json');
  const child = spawn(electronPath(), studioArgs({ args: recordArgs(path) }, dataFolder), { stdio: 'ignore' });
  const gone = new Promise<number | null>((done) => child.once('exit', done));
  try {
    await new Promise((done) => setTimeout(done, 9_000));
    child.kill('SIGTERM');
    expect(await gone).toBe(0);
    expect(await seen(path, [...leaves, ...thinks])).toEqual([]);
  } finally {
    child.kill('SIGKILL');
    await gone;
    await rm(dataFolder, { recursive: true, force: true, maxRetries: 5 });
  }
});

test('a page that is tempted by hints, images and requests lets nothing out (E14)', async () => {
  const folder = await freshFolder();
  const path = join(folder, 'net.json');
  try {
    await withStudio({ args: recordArgs(path) }, async ({ page }) => {
      await page.evaluate(() => {
        for (const [rel, href] of [
          ['prefetch', 'https://blocked.example/prefetch'],
          ['dns-prefetch', 'https://dns.blocked.example'],
          ['preconnect', 'https://connect.blocked.example'],
          ['preconnect', 'https://127.0.0.1:9'],
        ]) {
          document.head.append(Object.assign(document.createElement('link'), { rel, href }));
        }
        new Image().src = 'https://blocked.example/x.png';
        void fetch('https://blocked.example/').catch(() => undefined);
      });
      await page.waitForTimeout(3_000);
    });
    expect(await seen(path, leaves)).toEqual([]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
