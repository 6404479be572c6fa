import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillQuickly } from '../../bench/lib/filling';
import type { PieceFilterInput } from '../../src/contract';
import { createOp } from '../../src/core/plan/ops';
import { sayLabel } from '../../src/core/words/history';
import { bridge, type TestBridge, value } from '../helpers/bridge';

/** Acts on more pieces than any list of a screen ever names. */
describe('all that match', () => {
  const MANY = 5_200;
  const all = (filter: PieceFilterInput, except: string[] = []) => ({ kind: 'matching' as const, filter, except });
  const total = async (filter: PieceFilterInput) =>
    value(await library.call('piece.list', { filter, limit: 1, offset: 0 })).total;
  let library: TestBridge;
  beforeAll(async () => {
    library = await bridge({ seed: { kind: 'blank', name: '很多', lang: 'zh' } });
    const pieces = Array.from({ length: MANY }, (_, n) =>
      createOp(
        'piece',
        `p_${n}`,
        { title: `${n} 盏灯`, state: n < 5_100 ? 'idea' : 'ready' },
        { type: 'doc', content: [{ type: 'paragraph' }] },
      ),
    );
    await fillQuickly({ ...library.store.context, fresh: false }, pieces, { from: Date.UTC(2026, 8, 1), step: 1_000 });
  });
  afterAll(() => library.close());

  it('are acted on in one step without those taken out, though their texts wait for the index, and calls are answered meanwhile', async () => {
    // As after a change of all of them: a search looks at the newest edited alone.
    library.store.context.db.exec('UPDATE piece_card SET text_due = 1');
    const target = all({ query: '盏灯 -kind:lottery', states: ['idea'] }, ['p_7', 'p_8']);
    const doing = library.call('piece.bulk', { target, act: { kind: 'tag', tag: '灯会' } });
    // Asked while it is being made: nothing of it is seen yet.
    expect(await total({ tags: ['灯会'] })).toBe(0);
    expect(value(await doing).changed).toBe(5_098);
    expect(await total({ tags: ['灯会'] })).toBe(5_098);
    expect(await total({ tags: ['灯会'], states: ['ready'] })).toBe(0);
    const { undo } = value(await library.call('history.state', {}));
    expect(undo === null ? '' : sayLabel('zh', undo)).toBe('给 5098 篇加上标签「灯会」');
    value(await library.call('history.undo', {}));
    expect(await total({ tags: ['灯会'] })).toBe(0);
  });

  it('are copied up to a number that is told, and written out as files', async () => {
    const copying = { target: all({}), act: { kind: 'duplicate', lang: 'zh' } } as const;
    expect(await library.call('piece.bulk', copying)).toMatchObject({
      ok: false,
      failure: { code: 'too_many_copies', params: { count: MANY, limit: 500 } },
    });
    const token = library.choose(library.folder);
    const written = await library.call('piece.export', { target: all({ states: ['ready'] }, ['p_5199']), token });
    expect(value(written).pieces).toBe(99);
  });

  it('are named from any place of the list on', async () => {
    const whole = value(await library.call('piece.ids', { filter: {}, limit: 100_000 }));
    const part = value(await library.call('piece.ids', { filter: {}, offset: 5_100, limit: 3 }));
    expect(whole.ids).toHaveLength(MANY);
    expect(part).toEqual({ ids: whole.ids.slice(5_100, 5_103), total: MANY });
  });
});
