import { afterEach, describe, expect, it } from 'vitest';
import { pieceFilter } from '../../src/contract';
import type { Doc } from '../../src/core/model/doc';
import type { RecordType } from '../../src/core/model/records';
import { daysLeft, TRASH_DAYS } from '../../src/core/plan/trash';
import { listViews } from '../../src/main/store/rows';
import { bridge, type TestBridge, TODAY, value } from '../helpers/bridge';
import { pngOf } from '../helpers/documents';

const DAY = 86_400_000;
const open: TestBridge[] = [];
afterEach(() => {
  for (const studio of open.splice(0)) studio.close();
});

async function theStudio(now?: () => number): Promise<TestBridge> {
  const studio = await bridge({
    seed: { kind: 'sample', edition: 'zh', today: TODAY },
    ...(now === undefined ? {} : { now }),
  });
  open.push(studio);
  return studio;
}
const listed = async (studio: TestBridge, trashed = false) =>
  value(await studio.call('piece.list', { filter: pieceFilter.parse({ trashed }), limit: 200, offset: 0 })).items;
const trash = async (studio: TestBridge, ids: readonly string[]) =>
  value(await studio.call('piece.bulk', { target: { kind: 'ids', ids: [...ids] }, act: { kind: 'trash' } }));
const count = (studio: TestBridge, type: RecordType) => listViews(studio.store.context.db, type).length;
const counts = (studio: TestBridge) =>
  (['piece', 'placement', 'variant', 'review', 'metric', 'asset', 'wave'] as const).map((type) => count(studio, type));

describe('the trash', () => {
  it('keeps a piece for thirty days and then offers it, never more', async () => {
    const start = Date.UTC(2026, 9, 9);
    let now = start;
    const studio = await theStudio(() => now);
    const [first, second] = await listed(studio);
    await trash(studio, [first?.id ?? '']);
    now += 10 * DAY;
    await trash(studio, [second?.id ?? '']);
    const state = async () => value(await studio.call('trash.state', {}));
    expect(await state()).toEqual({ count: 2, due: [] });
    now = start + TRASH_DAYS * DAY - 1;
    expect((await state()).due).toEqual([]);
    now = start + TRASH_DAYS * DAY + 2;
    expect(await state()).toEqual({ count: 2, due: [first?.id] });
    // Offered is not removed.
    expect(await listed(studio, true)).toHaveLength(2);
    expect([daysLeft(start, start), daysLeft(start, now), daysLeft(start, start + 29.5 * DAY)]).toEqual([30, 0, 1]);
  });

  it('deletes nothing for good that is not in it', async () => {
    const studio = await theStudio();
    const before = counts(studio);
    const [first] = await listed(studio);
    for (const call of ['piece.purge', 'piece.purge_preview'] as const)
      expect(await studio.call(call, { ids: [first?.id ?? ''] })).toMatchObject({
        ok: false,
        failure: { code: 'not_found' },
      });
    expect(counts(studio)).toEqual(before);
  });

  it('names what goes before it goes, takes exactly that, and one undo brings all of it back', async () => {
    const studio = await theStudio();
    const planned = (await listed(studio)).filter(({ placements }) => placements > 1);
    const ids = planned.slice(0, 3).map(({ id }) => id);
    await trash(studio, ids);
    const before = counts(studio);
    const opened = await Promise.all(ids.map(async (id) => value(await studio.call('piece.open', { id }))));
    const preview = value(await studio.call('piece.purge_preview', { ids }));
    expect(preview).toMatchObject({
      pieces: 3,
      titles: opened.map(({ piece }) => piece.title),
      variants: opened.flatMap(({ variants }) => variants).length,
      placements: opened.flatMap(({ placements }) => placements).length,
    });
    expect(value(await studio.call('piece.purge', { ids }))).toEqual({ pieces: 3 });
    expect(await listed(studio, true)).toEqual([]);
    const [piece = 0, placement = 0, variant = 0, review = 0, metric = 0, asset = 0] = before;
    expect(counts(studio).slice(0, 6)).toEqual([
      piece - 3,
      placement - preview.placements,
      variant - preview.variants,
      review - preview.reviews,
      metric - preview.figures,
      asset - preview.images,
    ]);
    value(await studio.call('history.undo', {}));
    expect(counts(studio)).toEqual(before);
    expect(await Promise.all(ids.map(async (id) => value(await studio.call('piece.open', { id })).doc))).toEqual(
      opened.map(({ doc }) => doc),
    );
  });

  it('takes a picture along only when nothing else shows it, not even an older version of another text', async () => {
    const studio = await theStudio();
    const [first, second] = await listed(studio);
    const add = async (name: string, number: number) => {
      const file = value(await studio.call('asset.keep_bytes', { name, bytes: pngOf(number) }));
      return value(await studio.call('asset.take', { files: [file] })).ids[0] ?? '';
    };
    const [mine, shared] = [await add('bakery.png', 1), await add('bridge.png', 2)];
    const picture = (src: string): Doc =>
      ({ type: 'doc', content: [{ type: 'image', attrs: { src, alt: '', caption: '' } }] }) as unknown as Doc;
    const write = async (id: string, doc: Doc, session: string) => {
      const { version } = value(await studio.call('piece.open', { id }));
      value(await studio.call('piece.write', { id, doc, base: version, session }));
    };
    const both = { ...picture(mine), content: [...picture(mine).content, ...picture(shared).content] };
    await write(first?.id ?? '', both, 's1');
    await write(second?.id ?? '', picture(shared), 's2');
    await write(second?.id ?? '', { type: 'doc', content: [{ type: 'paragraph' }] } as unknown as Doc, 's3');
    await trash(studio, [first?.id ?? '']);
    const preview = value(await studio.call('piece.purge_preview', { ids: [first?.id ?? ''] }));
    expect(preview.imageNames).toContain('bakery.png');
    expect(preview.imageNames).not.toContain('bridge.png');
  });
});
