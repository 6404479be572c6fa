import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FirstScreen } from '../../src/contract';
import { wallDate } from '../../src/core/time/wall';
import { readFirst, writeFirst } from '../../src/main/store/firstFile';
import { latestStamp } from '../../src/main/store/rows';
import { createStore, type Store } from '../../src/main/store/store';

const TODAY = wallDate('2026-10-09');
let folder: string;
let open: Store | null = null;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'juzhen-first-'));
});
afterEach(() => {
  open?.close();
  open = null;
  rmSync(folder, { recursive: true, force: true });
});

async function start(setup: { shown?: string | null; today?: string; app?: string } = {}): Promise<Store> {
  open = await createStore({
    folder,
    seed: { kind: 'sample', edition: 'zh', today: TODAY },
    resources: join(process.cwd(), 'resources'),
    today: setup.today === undefined ? TODAY : wallDate(setup.today),
    binding: process.env.JUZHEN_SQLITE_BINDING ?? null,
    app: setup.app ?? '1.0.0',
    shown: setup.shown ?? null,
    changed: () => undefined,
    trouble: () => undefined,
  });
  return open;
}
async function end(store: Store): Promise<void> {
  await store.keepFirst();
  store.close();
  open = null;
}
const file = () => join(folder, 'first-screen.json');
const call = async (store: Store, name: string, input: object = {}) => {
  const answer = await store.call(name as never, input as never, null);
  return answer.ok ? (answer as { value: unknown }).value : expect.fail(answer.failure.code);
};
const retitle = async (store: Store) => {
  const [piece] = (await call(store, 'piece.tray')) as { id: string }[];
  const op = { kind: 'set', type: 'piece', id: piece?.id, register: 'title', value: '改过的标题' };
  await call(store, 'change.make', { label: { code: 'piece_edit', params: {} }, ops: [op] });
};

describe('the first screen that is kept for the next start', () => {
  it('holds exactly what the calls would have answered', async () => {
    await end(await start());
    const kept = readFirst(folder);
    const screen = JSON.parse(kept?.screen ?? '') as FirstScreen;
    const store = await start();
    const asked = {
      outline: await call(store, 'plan.outline'),
      cards: await call(store, 'placement.range', screen.range),
      tray: await call(store, 'piece.tray'),
      history: await call(store, 'history.state'),
    };
    expect(screen).toEqual({
      ...JSON.parse(JSON.stringify(asked)),
      today: TODAY,
      range: screen.range,
      faces: screen.faces,
    });
    expect(screen.cards.length).toBeGreaterThan(10);
    expect(kept).toMatchObject({ app: '1.0.0', today: TODAY, name: '汀岸新媒体', zone: 'Asia/Shanghai' });
    expect(kept?.stamp).toBe(latestStamp(store.context.db));
  });

  it('names every platform an account is on', async () => {
    const store = await start();
    const { faces, outline } = JSON.parse((await store.first()) ?? '') as FirstScreen;
    expect(Object.keys(faces).sort()).toEqual([...new Set(outline.account.map(({ platform }) => platform))].sort());
  });

  it('is gone before anybody hears of a change, and is written again at the next end', async () => {
    await end(await start());
    const store = await start();
    expect(existsSync(file())).toBe(true);
    await retitle(store);
    expect(existsSync(file())).toBe(false);
    await end(store);
    expect(JSON.parse(readFirst(folder)?.screen ?? '').history.undo).not.toBeNull();
  });

  it('is gone after an undo too', async () => {
    const store = await start();
    await retitle(store);
    await end(store);
    const again = await start();
    await call(again, 'history.undo');
    expect(existsSync(file())).toBe(false);
  });

  it('is not sent again to screens that show it, and is when they show something older', async () => {
    await end(await start());
    const stamp = readFirst(folder)?.stamp ?? '';
    const same = await start({ shown: stamp });
    expect(await same.first()).toBeNull();
    await retitle(same);
    same.close();
    const newer = await start({ shown: stamp });
    expect(JSON.parse((await newer.first()) ?? '').history.undo).not.toBeNull();
  });

  it('is written again for another day and by another version, and left alone when nothing is new', async () => {
    await end(await start());
    const before = readFileSync(file(), 'utf8');
    writeFirst(folder, { ...(readFirst(folder) ?? expect.fail('no file')), name: '没有重写' });
    await end(await start());
    expect(readFirst(folder)?.name).toBe('没有重写');
    await end(await start({ today: '2026-10-19' }));
    expect(readFirst(folder)).toMatchObject({ today: '2026-10-19', name: '汀岸新媒体' });
    await end(await start({ today: TODAY, app: '1.0.1' }));
    expect(readFirst(folder)?.app).toBe('1.0.1');
    expect(readFileSync(file(), 'utf8')).not.toBe(before);
  });

  it.each([
    ['cut short', (text: string) => text.slice(0, -10)],
    ['turned in one place', (text: string) => text.replace('"cards":[{', '"cards":[{ ')],
    ['turned in its head', (text: string) => text.replace('"sum":"', '"sum":"0')],
    ['without its head', (text: string) => text.slice(text.indexOf('\n') + 1)],
    ['zeros', (text: string) => '\0'.repeat(text.length)],
    ['of a later format', (text: string) => text.replace('"format":1', '"format":2')],
  ])('is not shown when it is %s', async (_, spoil) => {
    await end(await start());
    const text = readFileSync(file(), 'utf8');
    writeFileSync(file(), spoil(text));
    expect(spoil(text)).not.toBe(text);
    expect(readFirst(folder)).toBeNull();
  });
});
