import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { failure } from '../../src/core/result';
import { contentPolicy, headersFor, permissionsPolicy } from '../../src/main/headers';
import type { ImageAnswer, ImageTask } from '../../src/main/images/task';
import { serve } from '../../src/main/protocol';
import { assetFolder, listBundle } from '../../src/main/served';
import { createThumbnails } from '../../src/main/thumbnails';
import traversal from '../fixtures/links/traversal.json';

const home = mkdtempSync(join(tmpdir(), 'juzhen-served-'));
const bundleFolder = join(home, 'renderer');
const assetsFolder = join(home, 'assets');
mkdirSync(join(bundleFolder, 'code'), { recursive: true });
mkdirSync(assetsFolder);
writeFileSync(join(home, 'secret.txt'), 'secret');
writeFileSync(join(home, 'secret.js'), 'secret');
writeFileSync(join(bundleFolder, 'index.html'), '<meta name="csp-nonce" content="__CSP_NONCE__">');
writeFileSync(join(bundleFolder, 'code', 'index-a1.js'), 'let a');
writeFileSync(join(bundleFolder, 'code', 'index-a1.css'), 'a{}');
writeFileSync(join(bundleFolder, 'code', 'index-a1.js.map'), '{}');
symlinkSync(join(home, 'secret.js'), join(bundleFolder, 'code', 'link.js'));
const digest = 'ab'.repeat(32);
writeFileSync(join(assetsFolder, `${digest}.png`), 'png');
writeFileSync(join(assetsFolder, `${'cd'.repeat(32)}.svg`), '<svg/>');
symlinkSync(join(home, 'secret.txt'), join(assetsFolder, `${'ef'.repeat(32)}.png`));

/** An image thread that paints its number of calls. */
const painted: string[] = [];
const painter = {
  run: async (task: ImageTask): Promise<ImageAnswer> => {
    if (task.kind !== 'thumbnail') throw new Error('only thumbnails are asked for here');
    painted.push(task.to);
    if (task.from.includes('12'.repeat(32))) return { ok: false, failure: failure('image_broken') };
    writeFileSync(task.to, `small ${painted.length}`);
    return { ok: true, value: { width: 1, height: 1, bytes: 1, sha256: '' } };
  },
  close: async () => undefined,
};

const serving = {
  bundle: listBundle(bundleFolder),
  assets: assetFolder(() => assetsFolder),
  thumbnails: createThumbnails(
    assetFolder(() => assetsFolder),
    () => assetsFolder,
    painter,
  ),
  resources: 'same-origin',
} as const;
const get = (path: string, method = 'GET') => serve({ method, url: `app://bundle${path}` }, serving);

describe('the page’s own address', () => {
  test('lists the built files once, without maps and links', () => {
    expect([...serving.bundle.keys()].sort()).toEqual(['/code/index-a1.css', '/code/index-a1.js', '/index.html']);
  });

  test.each([
    ['/', 200, 'text/html; charset=utf-8'],
    ['/index.html', 200, 'text/html; charset=utf-8'],
    ['/index.html?x=1#y', 200, 'text/html; charset=utf-8'],
    ['/code/index-a1.js', 200, 'text/javascript; charset=utf-8'],
    ['/code/index-a1.css', 200, 'text/css; charset=utf-8'],
    [`/assets/a_${digest.slice(0, 24)}`, 200, 'image/png'],
    [`/assets/a_${'cd'.repeat(12)}`, 404, 'text/plain; charset=utf-8'],
    [`/assets/a_${'ef'.repeat(12)}`, 404, 'text/plain; charset=utf-8'],
    [`/assets/${digest}.png`, 404, 'text/plain; charset=utf-8'],
    ['/assets/', 404, 'text/plain; charset=utf-8'],
    ['/code/', 404, 'text/plain; charset=utf-8'],
    ['/code/index-a1.js.map', 404, 'text/plain; charset=utf-8'],
    ['/code/link.js', 404, 'text/plain; charset=utf-8'],
    ['/CODE/index-a1.js', 404, 'text/plain; charset=utf-8'],
  ])('answers %s with %i and %s', async (path, status, type) => {
    const response = await get(path);
    expect([response.status, response.headers.get('content-type')]).toEqual([status, type]);
  });

  test.each(traversal as string[])('answers 404 to %j', async (path) => {
    const response = await serve({ method: 'GET', url: path }, serving);
    expect([response.status, await response.text()]).toEqual([404, '']);
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('refuses %s', async (method) => {
    expect((await get('/', method)).status).toBe(405);
  });

  test('gives each page load a nonce of its own, the same in the page and in its policy', async () => {
    const [one, two] = [await get('/'), await get('/')];
    const nonces = [await one.text(), await two.text()].map((text) => /content="([^"]+)"/.exec(text)?.[1]);
    expect(nonces[0]).toMatch(/^[A-Za-z0-9+/]{22}==$/);
    expect(nonces[0]).not.toBe(nonces[1]);
    expect(one.headers.get('content-security-policy')).toBe(contentPolicy(nonces[0] ?? ''));
  });

  test('finds an image that was added after the folder was listed, and follows a switch of workspace', () => {
    const other = mkdtempSync(join(tmpdir(), 'juzhen-assets-'));
    let now: string | null = assetsFolder;
    const assets = assetFolder(() => now);
    expect(assets.find('0'.repeat(24))).toBeNull();
    writeFileSync(join(assetsFolder, `${'0'.repeat(64)}.jpg`), 'jpg');
    expect(assets.find('0'.repeat(24))?.type).toBe('image/jpeg');
    now = other;
    expect(assets.find('0'.repeat(24))).toBeNull();
    now = join(other, 'missing');
    expect(assets.find('0'.repeat(24))).toBeNull();
    now = null;
    expect(assets.find('0'.repeat(24))).toBeNull();
  });
});

describe('headers', () => {
  test('the content policy is exactly this', () => {
    expect(contentPolicy('N')).toBe(
      "default-src 'none'; script-src 'self'; style-src-elem 'self' 'nonce-N'; style-src-attr 'unsafe-inline'; " +
        "img-src 'self' data: blob:; font-src 'self'; media-src 'self'; connect-src 'self'; worker-src 'none'; frame-src 'none'; " +
        "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
        "require-trusted-types-for 'script'; trusted-types default ProseMirrorClipboard",
    );
  });

  test('every answer carries all of them, refusals too', async () => {
    for (const path of ['/', '/code/index-a1.js', '/nothing']) {
      const { headers } = await get(path);
      const golden = headersFor('x', 'N', 'same-origin');
      for (const name of Object.keys(golden)) expect(headers.has(name), `${name} on ${path}`).toBe(true);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-embedder-policy')).toBe('require-corp');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    }
  });

  test('the permissions policy switches everything off for everyone', () => {
    expect(permissionsPolicy.split(', ').every((entry) => /^[a-z-]+=\(\)$/.test(entry))).toBe(true);
    expect(permissionsPolicy).toContain('camera=()');
  });
});

describe('films and sounds', () => {
  const film = `/assets/a_${'34'.repeat(12)}`;
  writeFileSync(join(assetsFolder, `${'34'.repeat(32)}.mp4`), '0123456789');
  const ask = (range: string | null) =>
    serve(
      { method: 'GET', url: `app://bundle${film}`, headers: new Headers(range === null ? {} : { range }) },
      serving,
    );

  test.each([
    [null, 200, '0123456789', null],
    ['bytes=0-', 206, '0123456789', 'bytes 0-9/10'],
    ['bytes=2-4', 206, '234', 'bytes 2-4/10'],
    ['bytes=7-400', 206, '789', 'bytes 7-9/10'],
    ['bytes=-3', 206, '789', 'bytes 7-9/10'],
    ['bytes=-30', 206, '0123456789', 'bytes 0-9/10'],
    ['bytes=10-', 416, '', 'bytes */10'],
    ['bytes=-0', 416, '', 'bytes */10'],
    ['bytes=4-2', 200, '0123456789', null],
    ['bytes=0-1,4-5', 200, '0123456789', null],
    ['lines=0-1', 200, '0123456789', null],
  ])('to %s the answer is %i with %j', async (range, status, body, place) => {
    const response = await ask(range);
    expect([response.status, await response.text(), response.headers.get('content-range')]).toEqual([
      status,
      body,
      place,
    ]);
    expect(response.headers.get('content-type')).toBe('video/mp4');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  });
});

describe('small pictures', () => {
  const id = `a_${digest.slice(0, 24)}`;

  test('are made once however often they are asked for, and again when they are gone', async () => {
    painted.length = 0;
    const answers = await Promise.all([get(`/thumbs/320/${id}`), get(`/thumbs/320/${id}`)]);
    expect(await Promise.all(answers.map((answer) => answer.text()))).toEqual(['small 1', 'small 1']);
    expect(answers[0]?.headers.get('content-type')).toBe('image/webp');
    expect(await (await get(`/thumbs/320/${id}`)).text()).toBe('small 1');
    expect(await (await get(`/thumbs/960/${id}`)).text()).toBe('small 2');
    rmSync(join(home, 'thumbs'), { recursive: true });
    expect(await (await get(`/thumbs/320/${id}`)).text()).toBe('small 3');
  });

  test('of other sizes, other files and broken pictures there are none, and a broken one is tried once', async () => {
    painted.length = 0;
    writeFileSync(join(assetsFolder, `${'12'.repeat(32)}.png`), 'broken');
    const broken = `/thumbs/320/a_${'12'.repeat(12)}`;
    const wrong = [`/thumbs/321/${id}`, `/thumbs/9600/${id}`, `/thumbs/320/a_${'f0'.repeat(12)}`, broken, broken];
    for (const path of wrong) expect((await get(path)).status).toBe(404);
    expect(painted).toHaveLength(1);
  });

  test('stay few: the oldest go, and come back when somebody looks', async () => {
    const place = join(home, 'few', 'assets');
    mkdirSync(place, { recursive: true });
    const digests = Array.from({ length: 10 }, (_, index) => index.toString(16).repeat(64));
    for (const one of digests) writeFileSync(join(place, `${one}.png`), one);
    const few = createThumbnails(
      assetFolder(() => place),
      () => place,
      painter,
      8,
    );
    for (const one of digests) await few.find(one.slice(0, 24), 320);
    expect(readdirSync(join(home, 'few', 'thumbs')).length).toBeLessThanOrEqual(8);
    expect(await few.find(digests[0]?.slice(0, 24) ?? '', 320)).not.toBe(null);
  });
});
