import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { KeptFile } from '../../src/contract';
import { assetFilter } from '../../src/contract';
import { sweepAssets } from '../../src/main/store/assets/assetSweep';
import { bridge, type TestBridge, value } from '../helpers/bridge';

const DAY = 86_400_000;
const START = Date.parse('2026-10-09T08:00:00Z');
const opened: TestBridge[] = [];
const folders: string[] = [];
afterEach(() => {
  for (const one of opened.splice(0)) one.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

async function studio() {
  const home = mkdtempSync(join(tmpdir(), 'juzhen-assets-'));
  folders.push(home);
  let now = START;
  const made = await bridge({ folder: join(home, 'w'), memory: false, now: () => now });
  opened.push(made);
  const file = (name: string, bytes: Uint8Array): string => {
    writeFileSync(join(home, name), bytes);
    return made.choose(join(home, name));
  };
  const keep = async (name: string, bytes: Uint8Array): Promise<KeptFile> =>
    value(await made.call('asset.keep', { token: file(name, bytes) }));
  const take = async (...files: readonly KeptFile[]) => value(await made.call('asset.take', { files: [...files] }));
  const list = async (filter: object = {}) =>
    value(await made.call('asset.list', { filter: assetFilter.parse(filter), limit: 100, offset: 0 }));
  const onDisk = (): readonly string[] => {
    const place = join(made.folder, 'assets');
    return existsSync(place) ? readdirSync(place).sort() : [];
  };
  const sweep = () => sweepAssets(made.store.context.db, made.folder, now, process.env.JUZHEN_SQLITE_BINDING ?? null);
  return { made, file, keep, take, list, onDisk, sweep, later: (days: number) => (now += days * DAY) };
}

/** A PNG header of a given size; `mark` makes the bytes differ. */
function png(width: number, height: number, mark = 0): Uint8Array {
  const bytes = Buffer.alloc(40);
  bytes.write('\x89PNG\r\n\x1a\n', 0, 'latin1');
  bytes.writeUInt32BE(13, 8);
  bytes.write('IHDR', 12, 'latin1');
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  bytes.writeUInt8(mark, 39);
  return bytes;
}

/** The least film there is: brand, a movie header of 12.5 seconds, one track of 1080 × 1920. */
function mp4(brand = 'isom'): Uint8Array {
  const box = (type: string, ...inside: Uint8Array[]): Buffer => {
    const body = Buffer.concat(inside);
    const head = Buffer.alloc(8);
    head.writeUInt32BE(body.length + 8, 0);
    head.write(type, 4, 'latin1');
    return Buffer.concat([head, body]);
  };
  const mvhd = Buffer.alloc(100);
  mvhd.writeUInt32BE(1000, 12);
  mvhd.writeUInt32BE(12_500, 16);
  const tkhd = Buffer.alloc(84);
  tkhd.writeInt32BE(0x10000, 40);
  tkhd.writeUInt32BE(1080 * 65_536, 76);
  tkhd.writeUInt32BE(1920 * 65_536, 80);
  return Buffer.concat([
    box('ftyp', Buffer.from(`${brand}\0\0\0\0`, 'latin1')),
    box('mdat', Buffer.alloc(5_000)),
    box('moov', box('mvhd', mvhd), box('trak', box('tkhd', tkhd))),
  ]);
}

describe('bringing files in', () => {
  test('several at once are one step of undo, each described by its own bytes', async () => {
    const { made, keep, take, list } = await studio();
    const files = [await keep('夜景.jpg', png(1200, 800)), await keep('片子.mov', mp4())];
    expect((await list()).total).toBe(0);
    expect((await take(...files)).known).toEqual([]);
    expect(
      (await list()).items.map(({ name, mime, width, height, seconds }) => [name, mime, width, height, seconds]),
    ).toEqual([
      ['片子.mov', 'video/mp4', 1080, 1920, 13],
      ['夜景.jpg', 'image/png', 1200, 800, 0],
    ]);
    value(await made.call('history.undo', {}));
    expect((await list()).total).toBe(0);
    value(await made.call('history.redo', {}));
    expect((await list()).total).toBe(2);
  });

  test('the same bytes under another name are the same asset, and keep what was written about it', async () => {
    const { made, keep, take, list, onDisk } = await studio();
    const [id = ''] = (await take(await keep('a.png', png(10, 10)))).ids;
    const ops = [{ kind: 'set', type: 'asset', id, register: 'alt', value: '湖' }] as const;
    value(await made.call('change.make', { label: { code: 'asset_edit', params: {} }, ops: [...ops] }));
    expect(await take(await keep('b.png', png(10, 10)), await keep('c.png', png(10, 10)))).toEqual({
      ids: [id],
      known: [id],
    });
    expect((await list()).items.map(({ name, alt }) => [name, alt])).toEqual([['a.png', '湖']]);
    expect(onDisk()).toHaveLength(1);
  });

  test.each([
    ['nothing in it', 'leer.png', new Uint8Array(0), 'file_empty'],
    ['a phone’s HEIC called JPEG', 'IMG_1.jpg', mp4('heic'), 'image_heic'],
    ['an SVG', 'logo.svg', Buffer.from('<?xml version="1.0"?><svg xmlns="x"><script/></svg>'), 'image_svg'],
    ['an AVIF', 'a.avif', mp4('avif'), 'image_other'],
    ['a TIFF', 'a.tif', Buffer.from('II*\0aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'), 'image_other'],
    ['a text called PNG', 'a.png', Buffer.from('hello, this is only text and no picture'), 'media_unreadable'],
    ['a cut PNG header', 'a.png', png(10, 10).subarray(0, 18), 'image_broken'],
    ['a film without a movie header', 'a.mp4', mp4().subarray(0, 4_000), 'media_unreadable'],
    ['a size of nought', 'a.png', png(0, 10), 'image_broken'],
  ])('%s is refused by name with its own reason, and leaves nothing behind', async (_case, name, bytes, code) => {
    const { made, file, onDisk } = await studio();
    const answer = await made.call('asset.keep', { token: file(name, bytes) });
    expect(answer).toMatchObject({ ok: false, failure: { code, params: { file: name } } });
    expect(await made.call('asset.keep_bytes', { name, bytes: new Uint8Array(bytes) })).toEqual(answer);
    expect(onDisk()).toEqual([]);
  });

  test('a record is never made for a file that is not there', async () => {
    const { made, list } = await studio();
    const answer = await made.call('asset.take', { files: [{ name: 'x.png', file: `${'ab'.repeat(32)}.png` }] });
    expect(answer).toMatchObject({ ok: false, failure: { code: 'file_missing' } });
    expect((await list()).total).toBe(0);
  });
});

describe('where an asset is used', () => {
  async function withPiece() {
    const all = await studio();
    const { made, keep, take } = all;
    const taken = await take(await keep('a.png', png(10, 10)), await keep('b.png', png(10, 10, 1)));
    const [inText = '', cover = ''] = taken.ids;
    const { id } = value(
      await made.call('piece.create', { kind: 'scene', title: '夜拍', templateId: null, lang: 'zh' }),
    );
    const write = async (...sources: readonly string[]) => {
      const content = sources.map((src) => ({ type: 'image', attrs: { src } }) as const);
      const doc = { type: 'doc', content: [{ type: 'paragraph' } as const, ...content] } as const;
      const base = value(await made.call('piece.open', { id })).version;
      value(await made.call('piece.write', { id, doc: doc as never, base, session: 's' }));
    };
    return { ...all, id, inText, cover, write };
  }
  const set = (id: string, register: string, value: string | boolean | null) =>
    ({
      label: { code: 'piece_edit', params: {} },
      ops: [{ kind: 'set', type: 'piece', id, register, value }],
    }) as const;

  test('text, cover and plan are named, and follow every edit and its undo', async () => {
    const { made, list, id, inText, cover, write } = await withPiece();
    const used = async () => (await list({ use: 'used' })).items.map((one) => one.id).sort();
    expect(await used()).toEqual([]);
    await write(inText);
    value(await made.call('change.make', structuredClone(set(id, 'coverId', cover)) as never));
    expect(await used()).toEqual([inText, cover].sort());
    expect(value(await made.call('asset.uses', { id: cover }))).toMatchObject([
      { type: 'piece', id, title: '夜拍', cover: true, trashed: false, placements: [] },
    ]);
    await write();
    expect(await used()).toEqual([cover]);
    value(await made.call('history.undo', {}));
    value(await made.call('history.undo', {}));
    expect((await list({ use: 'unused' })).total + (await used()).length).toBe(2);
  });

  test('a used one is deleted only by who insists, and comes back where it was', async () => {
    const { made, list, inText, write } = await withPiece();
    await write(inText);
    expect(await made.call('asset.remove', { ids: [inText] })).toMatchObject({
      ok: false,
      failure: { code: 'asset_used', params: { file: 'a.png', count: 1 } },
    });
    expect(value(await made.call('asset.remove', { ids: [inText], anyway: true }))).toEqual({ removed: 1 });
    expect((await list({ trashed: true })).items.map(({ name, uses }) => [name, uses])).toEqual([['a.png', 1]]);
    expect(value(await made.call('asset.restore', { ids: [inText] }))).toEqual({ restored: 1 });
    expect((await list({ use: 'used' })).items.map(({ id }) => id)).toEqual([inText]);
  });

  test('a piece in the trash still counts: it may come back', async () => {
    const { made, id, inText, write } = await withPiece();
    await write(inText);
    value(await made.call('change.make', structuredClone(set(id, 'trashed', true)) as never));
    expect(value(await made.call('asset.uses', { id: inText }))).toMatchObject([{ id, trashed: true }]);
  });
});

describe('finding assets', () => {
  test('by words in any of their notes, by kind, and by what is missing', async () => {
    const { made, keep, take, list } = await studio();
    const { ids } = await take(await keep('湖 Lake.png', png(10, 10)), await keep('b.mp4', mp4()));
    const write = (register: string, value: string) =>
      ({ kind: 'set', type: 'asset', id: ids[0] ?? '', register, value }) as const;
    value(
      await made.call('change.make', {
        label: { code: 'asset_edit', params: {} },
        ops: [write('alt', '晨雾里的湖'), write('licence', 'CC BY 4.0')],
      }),
    );
    const names = async (filter: object) => (await list(filter)).items.map(({ name }) => name);
    expect(await names({ query: '雾' })).toEqual(['湖 Lake.png']);
    expect(await names({ query: 'lake cc' })).toEqual(['湖 Lake.png']);
    expect(await names({ query: 'lake 山' })).toEqual([]);
    expect(await names({ kind: 'video' })).toEqual(['b.mp4']);
    expect(await names({ missing: 'alt' })).toEqual(['b.mp4']);
    expect(await names({ missing: 'licence', kind: 'picture' })).toEqual([]);
  });
});

describe('files are swept only when nobody can want them back', () => {
  test('not before 30 days, and not while a backup shows them', async () => {
    const { made, keep, take, onDisk, sweep, later } = await studio();
    const kept = await keep('a.png', png(10, 10));
    const { ids } = await take(kept);
    const backup = value(await made.call('backup.make', {}));
    value(await made.call('asset.remove', { ids: [...ids] }));
    later(29);
    expect(sweep()).toEqual([]);
    later(2);
    expect(sweep()).toEqual([]);
    expect(value(await made.call('backup.restore', { name: backup.name }))).toBe(null);
    expect(onDisk()).toEqual([kept.file]);
    value(await made.call('asset.remove', { ids: [...ids] }));
    later(31);
    rmSync(join(made.folder, 'backups'), { recursive: true });
    expect(sweep()).toEqual([kept.file]);
    expect(onDisk()).toEqual([]);
  });

  test('a file without a record goes by its age; one that is used, and what is not ours, stays', async () => {
    const { made, keep, take, onDisk, sweep } = await studio();
    const used = await keep('used.png', png(10, 10));
    await take(used);
    const fresh = await keep('fresh.png', png(11, 11));
    const old = await keep('old.png', png(12, 12));
    const age = (file: string) =>
      utimesSync(join(made.folder, 'assets', file), START / 1000, START / 1000 - 40 * 86_400);
    for (const file of [used.file, old.file]) age(file);
    utimesSync(join(made.folder, 'assets', fresh.file), START / 1000, START / 1000 - 86_400);
    writeFileSync(join(made.folder, 'assets', 'notes.txt'), 'mine');
    age('notes.txt');
    expect(sweep()).toEqual([old.file]);
    expect(onDisk()).toEqual([used.file, fresh.file, 'notes.txt'].sort());
  });

  test('nothing goes while a backup cannot be read', async () => {
    const { made, keep, sweep } = await studio();
    const old = await keep('old.png', png(12, 12));
    utimesSync(join(made.folder, 'assets', old.file), 1, 1);
    const { name } = value(await made.call('backup.make', {}));
    const path = join(made.folder, 'backups', name);
    const sound = readFileSync(path);
    writeFileSync(path, 'rubbish');
    expect(sweep()).toEqual([]);
    writeFileSync(path, sound);
    expect(sweep()).toEqual([old.file]);
  });
});
