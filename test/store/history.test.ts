import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KEEP_MOST, keptVersions, pointRegister } from '../../src/core/history/points';
import type { Doc } from '../../src/core/model/doc';
import { docText } from '../../src/core/model/docText';
import { createOp, type Op } from '../../src/core/plan/ops';
import { prepared } from '../../src/main/store/database';
import { pruneHistory } from '../../src/main/store/history/historyPrune';
import { bridge, type TestBridge, value } from '../helpers/bridge';

const MINUTE = 60_000;
const DAY = 86_400_000;
let now = Date.UTC(2026, 9, 9, 2);
let studio: TestBridge;
beforeEach(async () => {
  now = Date.UTC(2026, 9, 9, 2);
  studio = await bridge({ now: () => now });
});
afterEach(() => studio.close());

const body = (...lines: readonly string[]): Doc => ({
  type: 'doc',
  content: lines.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
});
const make = async (title = '夜拍') =>
  value(await studio.call('piece.create', { kind: 'scene', title, lang: 'zh' })).id;
const write = async (id: string, doc: Doc, session: string) => {
  const { version } = value(await studio.call('piece.open', { id }));
  return value(await studio.call('piece.write', { id, doc, base: version, session })).version;
};
const edit = async (id: string, ...ops: readonly Omit<Extract<Op, { kind: 'set' }>, 'kind' | 'type' | 'id'>[]) =>
  value(
    await studio.call('change.make', {
      label: { code: 'piece_edit', params: {} },
      ops: ops.map((op) => ({ kind: 'set', type: 'piece', id, ...op })),
    }),
  );
const points = async (id: string) => value(await studio.call('piece.history', { id, limit: 200 })).points;
const at = async (id: string, key: string | null) => value(await studio.call('piece.point', { id, key }));
const text = async (id: string) => docText(value(await studio.call('piece.open', { id })).doc as Doc);

describe('the history of a piece', () => {
  it('has one point per visit, with what changed, when, and how many signs', async () => {
    const id = await make();
    now += MINUTE;
    for (const words of ['夜', '夜里', '夜里十点']) await write(id, body(words), 's1');
    now += 20 * MINUTE;
    await write(id, body('夜里十点以后'), 's2');
    await edit(id, { register: 'title', value: '十点以后' }, { register: 'brief.place', value: '南门' });
    expect(
      (await points(id)).map(({ text: wrote, chars, delta, fields, step, mine }) => [
        wrote,
        chars,
        delta,
        fields,
        step,
        mine,
      ]),
    ).toEqual([
      [false, null, null, ['brief.place', 'title'], 'edit', true],
      [true, 6, 2, [], 'edit', true],
      [true, 4, 4, [], 'edit', true],
      [true, 0, 0, [], 'edit', true],
    ]);
  });

  it('shows text and fields together as they were at any point', async () => {
    const id = await make('一');
    await write(id, body('甲'), 's1');
    now += 20 * MINUTE;
    await edit(id, { register: 'title', value: '二' }, { register: 'brief.place', value: '南门' });
    now += 20 * MINUTE;
    await write(id, body('乙'), 's2');
    await edit(id, { register: 'title', value: '三' });
    const [third, second, first] = await points(id).then((all) => all.map(({ key }) => key));
    const seen = async (key: string | undefined) => {
      const { piece, doc } = await at(id, key ?? null);
      return [piece.title, piece.brief.place, docText(doc as Doc)];
    };
    expect(await seen(third)).toEqual(['三', '南门', '乙']);
    expect(await seen(second)).toEqual(['二', '南门', '乙']);
    expect(await seen(first)).toEqual(['二', '南门', '甲']);
  });

  it('keeps undo and redo as points of their own, and rewinds through them', async () => {
    const id = await make('一');
    await edit(id, { register: 'title', value: '二' });
    value(await studio.call('history.undo', {}));
    const undone = (await points(id))[0];
    expect(undone?.step).toBe('undo');
    value(await studio.call('history.redo', {}));
    expect((await at(id, undone?.key ?? '')).piece.title).toBe('一');
    expect((await points(id))[0]?.step).toBe('redo');
  });

  it('restores an old text as a new version, and undo brings the newer one back', async () => {
    const id = await make();
    await write(id, body('第一稿'), 's1');
    await edit(id, { register: 'brief.place', value: '南门' });
    now += 20 * MINUTE;
    const first = (await points(id)).find(({ chars }) => chars === 3);
    await write(id, body('第二稿，长一些'), 's2');
    await edit(id, { register: 'brief.place', value: '北门' });
    value(await studio.call('piece.restore', { id, key: first?.key ?? '' }));
    expect(await text(id)).toBe('第一稿');
    expect((await at(id, null)).piece.brief.place).toBe('北门');
    expect((await points(id))[0]?.label?.code).toBe('version_restore');
    expect(value(await studio.call('history.undo', {})).label?.code).toBe('version_restore');
    expect(await text(id)).toBe('第二稿，长一些');
    value(await studio.call('piece.restore', { id, key: first?.key ?? '', fields: true }));
    expect([await text(id), (await at(id, null)).piece.brief.place]).toEqual(['第一稿', undefined]);
    value(await studio.call('history.undo', {}));
    expect([await text(id), (await at(id, null)).piece.brief.place]).toEqual(['第二稿，长一些', '北门']);
  });

  it('gives a point a name that undo can take away, and goes on in a new point after it', async () => {
    const id = await make();
    await write(id, body('送审稿'), 's1');
    const { key } = (await points(id))[0] ?? { key: '' };
    value(
      await studio.call('change.make', {
        label: { code: 'point_name', params: {} },
        ops: [{ kind: 'set', type: 'piece', id, register: pointRegister(key), value: '送审' }],
      }),
    );
    await write(id, body('送审稿，又改了'), 's1');
    expect((await points(id)).map(({ name, chars }) => [name, chars])).toEqual([
      [null, 7],
      ['送审', 3],
      [null, 0],
    ]);
    expect(docText((await at(id, key)).doc as Doc)).toBe('送审稿');
    value(await studio.call('history.undo', {}));
    value(await studio.call('history.undo', {}));
    expect((await points(id)).every(({ name }) => name === null)).toBe(true);
  });

  it('lists the versions of a piece that came with a plan file', async () => {
    studio.close();
    studio = await bridge({ seed: { kind: 'sample', edition: 'zh', today: '2026-10-09' as never }, now: () => now });
    const [card] = value(await studio.call('piece.list', { filter: {}, limit: 1, offset: 0 })).items;
    const all = await points(card?.id ?? '');
    expect(all.map(({ label, mine, text: wrote }) => [label, mine, wrote])).toEqual([[null, false, true]]);
    expect((await at(card?.id ?? '', all[0]?.key ?? '')).doc).not.toBeNull();
  });

  it('reads on from a point, page by page', async () => {
    const id = await make();
    for (let visit = 0; visit < 12; visit += 1) {
      now += 20 * MINUTE;
      await write(id, body(`第 ${visit} 次`), `s${visit}`);
    }
    const seen: string[] = [];
    for (;;) {
      const page = value(await studio.call('piece.history', { id, after: seen.at(-1) ?? null, limit: 5 }));
      expect(page.total).toBe(13);
      if (page.points.length === 0) break;
      seen.push(...page.points.map(({ key }) => key));
    }
    expect(seen).toEqual((await points(id)).map(({ key }) => key));
  });
});

describe('what is kept', () => {
  it('is everything lately, then one a day, then one a month, and what is held for ever', () => {
    const versions = Array.from({ length: 800 }, (_, index) => ({
      id: `v${index}`,
      at: now - index * DAY * 0.5,
      held: index === 799,
    }));
    const kept = keptVersions(versions, now);
    const ages = versions.filter(({ id }) => kept.has(id)).map(({ at: when }) => (now - when) / DAY);
    expect(ages.filter((age) => age <= 14)).toHaveLength(29);
    expect(ages.filter((age) => age > 14 && age <= 180).length).toBeGreaterThanOrEqual(165);
    expect(ages.filter((age) => age > 180 && age < 399)).toHaveLength(8);
    expect(kept.has('v799')).toBe(true);
    const busy = Array.from({ length: 2_000 }, (_, index) => ({ id: `b${index}`, at: now - index, held: false }));
    expect(keptVersions(busy, now).size).toBe(KEEP_MOST);
  });

  it('thins out texts but never the shown or named one, and says so instead of showing another', async () => {
    const id = await make();
    const keys: string[] = [];
    for (let visit = 0; visit < 60; visit += 1) {
      now += 20 * MINUTE;
      keys.push(await write(id, body(`第 ${visit} 次`), `s${visit}`));
    }
    const named = keys[3] ?? '';
    await edit(id, { register: pointRegister(named), value: '送审' });
    await edit(id, { register: 'title', value: '改了题' });
    now += 400 * DAY;
    pruneHistory(studio.store.context.db, now);
    const kept = await points(id);
    expect(kept.length).toBeLessThan(12);
    expect(await text(id)).toBe('第 59 次');
    expect(docText((await at(id, named)).doc as Doc)).toBe('第 3 次');
    expect((await at(id, keys[20] ?? '')).doc).toBeNull();
    const refused = await studio.call('piece.restore', { id, key: keys[20] ?? '' });
    expect(refused.ok ? '' : refused.failure.code).toBe('version_gone');
    // Undo of a year ago is not offered any more, and nothing else broke.
    expect(value(await studio.call('history.undo', {})).label).toBeNull();
    await write(id, body('新的一天'), 'later');
    expect(value(await studio.call('history.undo', {})).label?.code).toBe('piece_write');
  });
});

describe('steps of the calendar', () => {
  it('are taken back years later, in order, past steps of writing that are gone', async () => {
    const id = await make();
    const account = createOp('account', 'a_1', { name: '官微', platform: 'weibo', lang: 'zh' });
    value(await studio.call('change.make', { label: { code: 'account_edit', params: {} }, ops: [account] as never }));
    const planned = (day: string) =>
      studio.call('placement.plan', { pieceId: id, accountId: 'a_1', format: null, day: day as never, time: null });
    value(await planned('2026-10-12'));
    await write(id, body('写过的话'), 'old');
    value(await planned('2026-10-13'));
    const count = () =>
      (prepared(studio.store.context.db, 'SELECT count(*) AS n FROM placement WHERE alive = 1').get() as { n: number })
        .n;
    expect(count()).toBe(2);
    now += 5 * 365 * DAY;
    pruneHistory(studio.store.context.db, now);
    expect(value(await studio.call('history.undo', {})).label?.code).toBe('placement_plan');
    expect(value(await studio.call('history.undo', {})).label?.code).toBe('placement_plan');
    expect(count()).toBe(0);
    expect(await text(id)).toBe('写过的话');
    value(await studio.call('history.redo', {}));
    value(await studio.call('history.redo', {}));
    expect(count()).toBe(2);
  });
});

describe('an unexpected end', () => {
  const folders: string[] = [];
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });
  /** Leaves the database as a kill would: committed, never closed. */
  const killed = (open: TestBridge) => open.store.context.db.close();

  it('is announced once, with what was being written and a way to the text before', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'juzhen-test-'));
    folders.push(folder);
    studio.close();
    studio = await bridge({ memory: false, folder, now: () => now });
    const old = await make('早上写完的');
    await write(old, body('早上'), 's1');
    const id = await make('还在写的');
    await write(id, body('昨天的第一段'), 's2');
    now += 60 * MINUTE;
    studio.store.close();
    studio = await bridge({ memory: false, folder, now: () => now });
    expect(value(await studio.call('recovery.state', {}))).toBeNull();
    await write(id, body('昨天的第一段', '今天'), 's3');
    const last = await write(id, body('昨天的第一段', '今天正写到一半'), 's3');
    killed(studio);
    studio = await bridge({ memory: false, folder, now: () => now });
    const left = value(await studio.call('recovery.state', {}));
    expect(left).toMatchObject({ savedAt: now, pieces: [{ id, title: '还在写的', key: last, added: 7, removed: 0 }] });
    expect(docText((await at(id, left?.pieces[0]?.before ?? '')).doc as Doc)).toBe('昨天的第一段');
    // A second end without a look keeps the word; seen is seen.
    killed(studio);
    studio = await bridge({ memory: false, folder, now: () => now });
    expect(value(await studio.call('recovery.state', {}))?.pieces).toHaveLength(1);
    value(await studio.call('recovery.settle', { id }));
    expect(value(await studio.call('recovery.state', {}))).toBeNull();
    expect(prepared(studio.store.context.db, "SELECT count(*) AS n FROM meta WHERE key = 'recovered'").get()).toEqual({
      n: 0,
    });
  });

  it('says nothing when only a look was taken', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'juzhen-test-'));
    folders.push(folder);
    studio.close();
    studio = await bridge({ memory: false, folder, now: () => now });
    value(await studio.call('plan.outline', {}));
    killed(studio);
    studio = await bridge({ memory: false, folder, now: () => now });
    expect(value(await studio.call('recovery.state', {}))).toBeNull();
  });
});
