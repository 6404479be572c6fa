import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { freshFolder, withStudio } from '../helpers/app';

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

/** Runs the studio with Chromium's own record of its network and answers what is in it. */
async function recorded(wanted: readonly string[], use: (page: Page) => Promise<unknown>): Promise<readonly string[]> {
  const folder = await freshFolder();
  try {
    const path = join(folder, 'net.json');
    const args = [`--log-net-log=${path}`, '--net-log-capture-mode=Everything'];
    await withStudio({ args }, async ({ page }) => {
      await page.evaluate(() => window.studio.call('workspace.create', { name: '安静' }));
      await use(page);
    });
    return await seen(path, wanted);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

test('a studio that starts and idles does not even think of the network (E14)', async () => {
  expect(await recorded([...leaves, ...thinks], (page) => page.waitForTimeout(5_000))).toEqual([]);
});

test('a page that is tempted by hints, images and requests lets nothing out (E14)', async () => {
  const out = await recorded(leaves, async (page) => {
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
  expect(out).toEqual([]);
});
