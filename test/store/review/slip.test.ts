import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createOp, type Op } from '../../../src/core/plan/ops';
import { bridge, type TestBridge, TODAY, value } from '../../helpers/bridge';
import { mail } from '../../renderer/merge/twoStudios';

/*
 * A planner and the one who posts, each with a store of their own and one clock between them: what happened at the desk
 * comes back in a slip and merges by the law of plans.
 */
const NOON = Date.parse('2026-10-09T12:00:00+08:00');
const link = 'https://weibo.example.com/1';

let planner: TestBridge;
let desk: TestBridge;
let now = NOON;
let out: string;
beforeEach(async () => {
  now = NOON;
  out = mkdtempSync(join(tmpdir(), 'juzhen-slip-'));
  planner = await bridge({ now: () => now });
  await edit(planner, [
    createOp('account', 'a_1', { name: '官微', platform: 'weibo', lang: 'zh' }),
    createOp('piece', 'p_1', { title: '夜游龙门', lang: 'zh' }),
    ...['l_1', 'l_2', 'l_3'].map((id) =>
      createOp('placement', id, { pieceId: 'p_1', accountId: 'a_1', format: 'weibo/post', day: TODAY }),
    ),
  ]);
  desk = await bridge({ seed: { kind: 'plan', path: mail(planner) }, now: () => now });
  now += 60_000;
});
afterEach(() => {
  planner.close();
  desk.close();
  rmSync(out, { recursive: true, force: true });
});

const edit = async (studio: TestBridge, ops: readonly Op[]) =>
  value(await studio.call('change.make', { label: { code: 'import', params: {} }, ops: [...ops] }));
const set = (id: string, register: string, to: string | boolean | null): Op => ({
  kind: 'set',
  type: 'placement',
  id,
  register,
  value: to,
});
const days = { from: TODAY, to: TODAY };

let slips = 0;
/** The slip of the desk as it stands, as a token of the planner. */
async function slip(): Promise<string> {
  slips += 1;
  const path = join(out, `回执 ${slips}.juzhen-slip`);
  value(await desk.call('slip.write', { ...days, token: desk.choose(path) }));
  return planner.choose(path);
}
const facts = async (studio: TestBridge) =>
  value(await studio.call('placement.range', days)).map(({ id, outcome, liveLink }) => [id, outcome, liveLink]);
const preview = async (token: string) =>
  value(await planner.call('slip.preview', { token })).rows.map(({ id, fate, changes, kept }) => [
    id,
    fate,
    changes.map(({ register }) => register),
    kept.map(({ register }) => register),
  ]);
const take = async (token: string) => value(await planner.call('slip.take', { token })).taken;
const steps = async () => value(await planner.call('history.state', {}));

describe('a slip at the planner', () => {
  test('brings ticks, links and times in one step of undo, and a second time nothing', async () => {
    await edit(desk, [
      set('l_1', 'outcome', 'live'),
      set('l_1', 'liveLink', link),
      set('l_1', 'ticks.order', true),
      set('l_2', 'outcome', 'handed_over'),
    ]);
    const token = await slip();
    const before = await facts(planner);
    expect(await preview(token)).toEqual([
      ['l_1', 'news', ['liveLink', 'outcome', 'ticks.order'], []],
      ['l_2', 'news', ['outcome'], []],
    ]);
    expect(await facts(planner)).toEqual(before);
    expect(await take(token)).toBe(2);
    const after = await facts(planner);
    expect(after).toEqual([
      ['l_1', 'live', link],
      ['l_2', 'handed_over', ''],
      ['l_3', 'planned', ''],
    ]);
    const made = await steps();
    expect((await preview(token)).map(([, fate]) => fate)).toEqual(['known', 'known']);
    expect(await take(token)).toBe(0);
    expect(await facts(planner)).toEqual(after);
    expect(await steps()).toEqual(made);
    value(await planner.call('history.undo', {}));
    expect(await facts(planner)).toEqual(before);
    value(await planner.call('history.redo', {}));
    expect(await facts(planner)).toEqual(after);
  });

  test('keeps what the planner changed later, takes what they changed before, and says both', async () => {
    await edit(planner, [set('l_1', 'liveLink', 'https://weibo.example.com/earlier')]);
    now += 60_000;
    await edit(desk, [set('l_1', 'outcome', 'live'), set('l_1', 'liveLink', link), set('l_2', 'outcome', 'live')]);
    const token = await slip();
    now += 60_000;
    await edit(planner, [set('l_2', 'outcome', 'skipped')]);
    expect(await preview(token)).toEqual([
      ['l_1', 'news', ['liveLink', 'outcome'], []],
      ['l_2', 'known', [], ['outcome']],
    ]);
    expect(await take(token)).toBe(1);
    expect(await facts(planner)).toEqual([
      ['l_1', 'live', link],
      ['l_2', 'skipped', ''],
      ['l_3', 'planned', ''],
    ]);
  });

  test('two slips leave the same whichever is taken first', async () => {
    await edit(desk, [set('l_1', 'outcome', 'handed_over')]);
    const early = await slip();
    now += 60_000;
    await edit(desk, [set('l_1', 'outcome', 'live'), set('l_1', 'liveLink', link)]);
    const late = await slip();
    await take(late);
    await take(early);
    const backwards = await facts(planner);
    await take(late);
    expect(await facts(planner)).toEqual(backwards);
    expect(backwards[0]).toEqual(['l_1', 'live', link]);
  });

  test('what was deleted here but posted since comes back, and undo deletes it again', async () => {
    await edit(planner, [{ kind: 'delete', type: 'placement', id: 'l_3' }]);
    now += 60_000;
    await edit(desk, [set('l_3', 'outcome', 'live')]);
    const token = await slip();
    expect((await preview(token))[0]?.slice(0, 2)).toEqual(['l_3', 'back']);
    await take(token);
    expect((await facts(planner)).at(-1)).toEqual(['l_3', 'live', '']);
    value(await planner.call('history.undo', {}));
    expect((await facts(planner)).map(([id]) => id)).toEqual(['l_1', 'l_2']);
  });

  test('of another workspace is refused before anything is read from it', async () => {
    await edit(desk, [set('l_1', 'outcome', 'live')]);
    const path = join(out, 'x.juzhen-slip');
    value(await desk.call('slip.write', { ...days, token: desk.choose(path) }));
    const other = await bridge({ now: () => now });
    try {
      for (const name of ['slip.preview', 'slip.take'] as const) {
        const answer = await other.call(name, { token: other.choose(path) });
        expect(answer.ok ? null : answer.failure.code).toBe('file_elsewhere');
      }
    } finally {
      other.close();
    }
  });
});
