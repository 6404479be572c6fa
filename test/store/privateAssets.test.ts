import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { assetFilter } from '../../src/contract';
import { assetIdOf } from '../../src/core/media/assetId';
import type { Doc } from '../../src/core/model/doc';
import { readPlanFile } from '../../src/core/plan/file/read';
import { createOp } from '../../src/core/plan/ops';
import { bridge, type TestBridge, value } from '../helpers/bridge';
import { pictureStudio, withExif } from '../main/images/pictures';

const home = mkdtempSync(join(tmpdir(), 'juzhen-private-'));
let studio: TestBridge;
afterEach(() => {
  studio.close();
  rmSync(home, { recursive: true, force: true });
});

/** A photo as a phone writes it, turned on its side, in a file. */
async function photo(): Promise<{ readonly path: string; readonly bytes: Buffer }> {
  const pictures = await pictureStudio();
  const jpeg = readFileSync(pictures.picture('p.jpg', { width: 800, height: 400, format: '.jpg' }));
  const bytes = withExif(jpeg, 6);
  return { path: pictures.file('IMG_0001.jpg', bytes), bytes: Buffer.from(bytes) };
}
const inAll = (folder: string): readonly string[] =>
  (readdirSync(folder, { recursive: true }) as string[]).filter((path) => statSync(join(folder, path)).isFile());
const tells = (bytes: Uint8Array): boolean => Buffer.from(bytes).includes('Geheimcam');
const show = (src: string): Doc => ({
  type: 'doc',
  content: [
    { type: 'paragraph', content: [{ type: 'text', text: '今晚去江边。' }] },
    { type: 'image', attrs: { src, alt: '江边', title: '图注' } },
  ],
});

/** Writes every export there is and answers every picture that left. */
async function leaves(): Promise<readonly Uint8Array[]> {
  const out = mkdtempSync(join(tmpdir(), 'juzhen-out-'));
  const choice = { kinds: ['plan' as const, 'copy_pack' as const, 'markdown' as const] };
  const { folder } = value(await studio.call('export.write', { choice, token: studio.choose(out) }));
  const pieces = value(await studio.call('piece.list', { filter: {}, limit: 10, offset: 0 })).items.map(({ id }) => id);
  const alone = value(
    await studio.call('piece.export', { target: { kind: 'ids', ids: pieces }, token: studio.choose(out) }),
  ).folder;
  const pictures: Uint8Array[] = [];
  for (const path of [
    ...inAll(folder).map((one) => join(folder, one)),
    ...inAll(alone).map((one) => join(alone, one)),
  ]) {
    const bytes = new Uint8Array(readFileSync(path));
    if (/\.(jpg|png|webp)$/.test(path)) pictures.push(bytes);
    if (!path.endsWith('.juzhen')) continue;
    const plan = readPlanFile(bytes, path);
    if (!plan.ok) throw new Error(plan.error.code);
    pictures.push(...plan.value.assets.values());
  }
  rmSync(out, { recursive: true });
  return pictures;
}

/** A planned piece with this picture in its text and as its cover. */
async function withPiece(src: string): Promise<string> {
  const { id } = value(
    await studio.call('piece.create', { kind: 'scene', title: '江边', templateId: null, lang: 'zh' }),
  );
  const { version } = value(await studio.call('piece.open', { id }));
  value(await studio.call('piece.write', { id, doc: show(src) as never, base: version, session: 's' }));
  const ops = [
    { kind: 'set', type: 'piece', id, register: 'coverId', value: src },
    createOp('account', 'w1', { name: '官微', platform: 'weibo', lang: 'zh' }),
    createOp('placement', 'l1', { pieceId: id, accountId: 'w1', format: 'weibo/post', day: '2026-10-12' as never }),
  ] as const;
  value(await studio.call('change.make', { label: { code: 'piece_edit', params: {} }, ops: [...ops] as never }));
  return id;
}

describe('where a photo was taken', () => {
  test('never lies beside the database: what comes in is clean, under the hash of its clean bytes', async () => {
    studio = await bridge({ memory: false, folder: home });
    const { path, bytes } = await photo();
    const file = value(await studio.call('asset.keep', { token: studio.choose(path) }));
    const same = value(await studio.call('asset.keep_bytes', { name: 'IMG_0001.jpg', bytes: new Uint8Array(bytes) }));
    expect(same.file).toBe(file.file);
    const kept = readFileSync(join(home, 'assets', file.file));
    expect(tells(bytes) && !tells(kept)).toBe(true);
    expect(createHash('sha256').update(kept).digest('hex')).toBe(file.file.slice(0, 64));
    const [id = ''] = value(await studio.call('asset.take', { files: [file] })).ids;
    const { items } = value(await studio.call('asset.list', { filter: assetFilter.parse({}), limit: 9, offset: 0 }));
    // The phone was held upright: 400 wide, 800 high.
    expect(items).toMatchObject([{ id, width: 400, height: 800, bytes: kept.length }]);
    await withPiece(id);
    const left = await leaves();
    expect(left.length).toBeGreaterThan(3);
    expect(left.filter(tells)).toEqual([]);
  });

  test('a picture that came with it in an older plan is exchanged before a plan leaves, everywhere it is shown', async () => {
    studio = await bridge({ memory: false, folder: home });
    const { bytes } = await photo();
    const hash = createHash('sha256').update(bytes).digest('hex');
    const old = assetIdOf(hash);
    mkdirSync(join(home, 'assets'), { recursive: true });
    writeFileSync(join(home, 'assets', `${hash}.jpg`), bytes);
    const about = { name: 'IMG_0001.jpg', hash, mime: 'image/jpeg', bytes: bytes.length, width: 400, height: 800 };
    const ops = [createOp('asset', old, { ...about, alt: '夜里的江', credit: '小林', focalX: 300 })];
    value(await studio.call('change.make', { label: { code: 'asset_add', params: {} }, ops }));
    const id = await withPiece(old);
    const left = await leaves();
    expect(left.length).toBeGreaterThan(3);
    expect(left.filter(tells)).toEqual([]);
    const { piece, doc, assets } = value(await studio.call('piece.open', { id }));
    const [clean] = assets;
    expect(assets).toHaveLength(1);
    expect(clean).toMatchObject({ name: 'IMG_0001.jpg', alt: '夜里的江', credit: '小林', focalX: 300, width: 400 });
    expect(clean?.id).not.toBe(old);
    expect(piece.coverId).toBe(clean?.id);
    expect(doc).toMatchObject(show(clean?.id ?? ''));
    expect(value(await studio.call('history.state', {})).undo).toMatchObject({
      code: 'asset_clean',
      params: { count: 1 },
    });
    // Once is enough: the next plan changes nothing.
    await leaves();
    expect(value(await studio.call('piece.open', { id })).assets).toEqual(assets);
  });
});
