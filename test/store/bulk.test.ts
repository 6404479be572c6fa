import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BulkAct, pieceFilter } from '../../src/contract';
import { sayLabel } from '../../src/core/words/history';
import { bridge, type TestBridge, TODAY, value } from '../helpers/bridge';

/** Many pieces at once, through the contract, on the sample plan. */
let studio: TestBridge;
beforeEach(async () => {
  studio = await bridge({ seed: { kind: 'sample', edition: 'zh', today: TODAY } });
});
afterEach(() => studio.close());

const list = async (filter: Parameters<typeof pieceFilter.parse>[0] = {}) =>
  value(await studio.call('piece.list', { filter: pieceFilter.parse(filter), limit: 200, offset: 0 }));
const twelve = async () => (await list()).items.slice(0, 12).map(({ id }) => id);
const doIt = async (ids: readonly string[], act: BulkAct) =>
  value(await studio.call('piece.bulk', { target: { kind: 'ids', ids: [...ids] }, act }));
const step = async (lang: 'zh' | 'en') => {
  const { undo } = value(await studio.call('history.state', {}));
  return undo === null ? null : sayLabel(lang, undo);
};

describe('many pieces at once', () => {
  it.each([
    [{ kind: 'state', state: 'archived' }, '把 12 篇归档', 'archiving 12 pieces'],
    [{ kind: 'state', state: 'in_review' }, '把 12 篇标为在审', 'marking 12 pieces as In review'],
    [{ kind: 'tag', tag: '秋天' }, '给 12 篇加上标签「秋天」', 'adding the tag “秋天” to 12 pieces'],
    [{ kind: 'trash' }, '把 12 篇移进回收站', 'moving 12 pieces to the trash'],
    [{ kind: 'duplicate', lang: 'zh' }, '把 12 篇另存一份', 'copy of 12 pieces'],
  ] as const)('%j is one step of undo with its own name, and undo brings everything back', async (act, zh, en) => {
    const before = await list();
    await doIt(await twelve(), act);
    expect([await step('zh'), await step('en')]).toEqual([zh, en]);
    expect((await list()).items).not.toEqual(before.items);
    value(await studio.call('history.undo', {}));
    expect(await step('zh')).toBeNull();
    const facts = (items: typeof before.items) =>
      items.map(({ updatedAt: _touched, ...card }) => card).sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(facts((await list()).items)).toEqual(facts(before.items));
  });

  it('names a single piece by its title', async () => {
    const [first] = (await list()).items;
    await doIt([first?.id ?? ''], { kind: 'trash' });
    expect(await step('zh')).toBe(`把「${first?.title}」移进回收站`);
  });

  it('gives and takes persona and campaign', async () => {
    const { persona, campaign } = value(await studio.call('plan.outline', {}));
    const ids = await twelve();
    await doIt(ids, { kind: 'persona', id: persona[0]?.id ?? '' });
    expect(await step('zh')).toBe(`把 12 篇交给${persona[0]?.name}`);
    await doIt(ids, { kind: 'campaign', id: null });
    expect(await step('zh')).toBe('把 12 篇移出战役');
    await doIt(ids, { kind: 'campaign', id: campaign[0]?.id ?? '' });
    const { items } = await list();
    expect(
      items.filter(({ id }) => ids.includes(id)).map(({ personaId, campaignId }) => [personaId, campaignId]),
    ).toEqual(ids.map(() => [persona[0]?.id, campaign[0]?.id]));
  });

  it('copies texts whole, under a new title', async () => {
    const [first, second] = (await list()).items;
    const { made } = await doIt([first?.id ?? '', second?.id ?? ''], { kind: 'duplicate', lang: 'zh' });
    const source = value(await studio.call('piece.open', { id: first?.id ?? '' }));
    const copy = value(await studio.call('piece.open', { id: made[0] ?? '' }));
    expect(copy.doc).toEqual(source.doc);
    expect(copy.piece).toMatchObject({ title: `${first?.title}（副本）`, state: 'drafting', tags: source.piece.tags });
    expect(made).toHaveLength(2);
  });

  it('says so when none of them is there any more, and leaves out the one that is gone', async () => {
    expect(
      await studio.call('piece.bulk', { target: { kind: 'ids', ids: ['p_none'] }, act: { kind: 'trash' } }),
    ).toMatchObject({
      ok: false,
      failure: { code: 'not_found' },
    });
    const [first] = await twelve();
    expect(await doIt(['p_none', first ?? ''], { kind: 'trash' })).toMatchObject({ changed: 1 });
  });

  it('changes nothing when everything already is as asked', async () => {
    const ids = (await list({ states: ['idea'] })).items.map(({ id }) => id);
    expect(await doIt(ids, { kind: 'state', state: 'idea' })).toEqual({ changed: 0, made: [] });
    expect(await step('zh')).toBeNull();
  });
});
