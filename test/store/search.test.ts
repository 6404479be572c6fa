import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { PieceFilterInput, PieceList } from '../../src/contract';
import { pieceFilter } from '../../src/contract';
import type { RecordDraft } from '../../src/core/model/records';
import { createOp, type Op } from '../../src/core/plan/ops';
import { makeChange } from '../../src/main/store/history/changes';
import { ensureCards } from '../../src/main/store/library/derived';
import { indexSlice, isIndexDue, loadSounds, refreshSearch } from '../../src/main/store/library/indexing';
import { bridge, type TestBridge, TODAY, value } from '../helpers/bridge';

/** Searching through the contract, on real SQLite: what is typed against what a plain look at every text finds. */
let studio: TestBridge;
afterEach(() => studio.close());

const db = () => studio.store.context.db;
const doc = (text: string) => ({
  type: 'doc' as const,
  content: [{ type: 'paragraph' as const, ...(text === '' ? {} : { content: [{ type: 'text' as const, text }] }) }],
});
type Made = RecordDraft<'piece'> & { readonly id: string; readonly body?: string };
const add = (...pieces: readonly Made[]): void => {
  const ops = pieces.map(({ id, body = '', ...draft }) => createOp('piece', id, draft, doc(body)));
  makeChange(db(), studio.store.context.clock, { code: 'piece_create', params: {} }, ops);
};
const change = (...ops: readonly Op[]): void => {
  makeChange(db(), studio.store.context.clock, { code: 'piece_edit', params: {} }, ops);
};
const set = (id: string, register: string, to: string | boolean): Op => ({
  kind: 'set',
  type: 'piece',
  id,
  register,
  value: to,
});
const list = async (filter: PieceFilterInput, page: { limit?: number; offset?: number } = {}): Promise<PieceList> =>
  value(await studio.call('piece.list', { filter: pieceFilter.parse(filter), limit: 200, offset: 0, ...page }));
const found = async (query: string, more: PieceFilterInput = {}): Promise<readonly string[]> =>
  (await list({ query, ...more })).items.map(({ id }) => id);
const open = async () => {
  studio = await bridge();
};

describe('a search', () => {
  it('finds one, two and more characters anywhere, before and after the index has followed', async () => {
    await open();
    add(
      { id: 'a', title: '船灯', body: '凌晨四点的菜市场，Ｘ９ 的夜景' },
      { id: 'b', title: '别的', body: '什么也没有' },
    );
    for (const round of ['due', 'indexed']) {
      for (const query of ['四', '场', '菜市', '四点的菜', 'x9', 'X', '，', '夜景 四点', '"的菜市场"'])
        expect([round, query, await found(query)]).toEqual([round, query, ['a']]);
      for (const query of ['四菜', '9', '夜景 没有', '"四点 的菜"'])
        expect([round, query, await found(query)]).toEqual([round, query, []]);
      await refreshSearch(db());
    }
    expect(isIndexDue(db())).toBe(false);
  });

  it('finds titles and tags by pinyin, initials and whole syllables', async () => {
    await open();
    add({ id: 'a', title: '江边夜拍' }, { id: 'b', title: '手记', tags: ['夜拍'] }, { id: 'c', title: 'yp 手册' });
    for (const _ of ['due', 'indexed']) {
      expect([...(await found('yp'))].sort()).toEqual(['a', 'b', 'c']);
      expect([...(await found('yepai'))].sort()).toEqual(['a', 'b']);
      expect(await found('jiangbianyepai')).toEqual(['a']);
      expect(await found('paiye')).toEqual([]);
      await refreshSearch(db());
    }
  });

  it('finds traditional characters by simplified ones and the other way round, and marks what was written', async () => {
    await open();
    add(
      { id: 'a', title: '臺北夜裡', body: '攝影師說' },
      { id: 'b', title: '台北夜里', body: '摄影师说', tags: ['燈會'] },
    );
    for (const _ of ['due', 'indexed']) {
      for (const query of ['台北', '臺北', '夜裡', '摄影师', '攝影師', '師'])
        expect([...(await found(query))].sort(), query).toEqual(['a', 'b']);
      expect(await found('标签:灯会')).toEqual(['b']);
      expect(await found('灯')).toEqual(['b']);
      const { items } = await list({ query: '夜里 摄影' });
      const old = items.find(({ id }) => id === 'a');
      expect(old?.titleMarks.map(([from, to]) => old.title.slice(from, to))).toEqual(['夜裡']);
      expect(old?.snippet?.marks.map(([from, to]) => old.snippet?.text.slice(from, to))).toEqual(['攝影']);
      await refreshSearch(db());
    }
  });

  it('leaves out with a minus, and understands operators in both languages', async () => {
    await open();
    add(
      { id: 'a', title: '夜拍一', kind: 'story', subkind: 'founder', state: 'ready', tags: ['夜', '手持'] },
      { id: 'b', title: '夜拍二', kind: 'scene', state: 'idea', tags: ['夜景'] },
    );
    await refreshSearch(db());
    expect(await found('夜拍 -一')).toEqual(['b']);
    expect(await found('-一')).toEqual(['b']);
    expect(await found('类型:故事')).toEqual(['a']);
    expect(await found('kind:创始人')).toEqual(['a']);
    expect(await found('夜 状态：想法')).toEqual(['b']);
    expect(await found('tag:夜景')).toEqual(['b']);
    expect([...(await found('标签:夜'))].sort()).toEqual(['a']);
    expect(await found('-tag:手')).toEqual(['b']);
    const nothing = await list({ query: 'kind:诗 夜' });
    expect(nothing).toMatchObject({ items: [], total: 0, hidden: 2 });
    expect(nothing.notes).toEqual([{ code: 'unknown_value', operator: 'kind', value: '诗' }]);
  });

  it('puts titles first when the best are asked for, each newest edited first', async () => {
    await open();
    for (const [id, title, body] of [
      ['t1', '夜拍', '甲'],
      ['b1', '别的', '讲夜拍'],
      ['t2', '再谈夜拍', ''],
      ['b2', '又一篇', '夜拍'],
    ] as const)
      add({ id, title, body });
    const both = async () => [await found('夜拍', { sort: 'best' }), await found('夜拍', { sort: 'updated' })];
    const expected = [
      ['t2', 't1', 'b2', 'b1'],
      ['b2', 't2', 'b1', 't1'],
    ];
    expect(await both()).toEqual(expected);
    await refreshSearch(db());
    expect(await both()).toEqual(expected);
    change(set('b1', 'notes', '改过'));
    expect(await found('夜拍', { sort: 'best' })).toEqual(['t2', 't1', 'b1', 'b2']);
    await refreshSearch(db());
    expect(await found('夜拍', { sort: 'best' })).toEqual(['t2', 't1', 'b1', 'b2']);
    expect(await found('夜拍', { sort: 'title' })).toEqual(['t2', 'b1', 'b2', 't1']);
  });

  it('keeps up with the trash, deletion and undo', async () => {
    await open();
    add({ id: 'a', title: '夜拍' });
    await refreshSearch(db());
    change(set('a', 'trashed', true));
    for (const _ of ['due', 'indexed']) {
      expect(await found('夜')).toEqual([]);
      expect(await found('夜', { trashed: true })).toEqual(['a']);
      expect((await list({ trashed: true })).items[0]?.trashedAt).toBeGreaterThan(0);
      await refreshSearch(db());
    }
    value(await studio.call('history.undo', {}));
    expect(await found('夜')).toEqual(['a']);
    change({ kind: 'delete', type: 'piece', id: 'a' });
    expect(await found('夜')).toEqual([]);
    await refreshSearch(db());
    expect([await found('夜'), await found('夜', { trashed: true })]).toEqual([[], []]);
  });

  it('marks the hits in the title and in windows of the text, as it was written', async () => {
    await open();
    add({ id: 'a', title: '江边夜拍', body: `${'前面很长'.repeat(20)}手持Ｘ９在雨里${'后面很长'.repeat(20)}` });
    const [card] = (await list({ query: 'x9 夜' })).items;
    expect(card?.titleMarks).toEqual([[2, 3]]);
    expect(card?.snippet?.marks.map(([from, to]) => card.snippet?.text.slice(from, to))).toEqual(['Ｘ９']);
    expect(card?.snippet?.text.startsWith('…')).toBe(true);
    expect((await list({ query: 'yp' })).items[0]).toMatchObject({ titleMarks: [[2, 4]], snippet: null });
  });

  it('goes on through more hits than it takes at once, each exactly once, also after a bulk edit', async () => {
    await open();
    const all = Array.from({ length: 600 }, (_, index) => ({
      id: `p${index}`,
      title: `夜拍 ${index}`,
      body: '一二三',
    }));
    for (let at = 0; at < all.length; at += 60) add(...all.slice(at, at + 60));
    await refreshSearch(db());
    change(...all.slice(100, 300).map(({ id }) => set(id, 'product', 'X9')));
    await refreshSearch(db());
    const ids: string[] = [];
    for (let offset = 0; offset < 700; offset += 100)
      ids.push(...(await list({ query: '一二三' }, { limit: 100, offset })).items.map(({ id }) => id));
    expect([ids.length, new Set(ids).size]).toEqual([600, 600]);
    const plain: string[] = [];
    for (let offset = 0; offset < 600; offset += 200)
      plain.push(...(await list({}, { offset })).items.map(({ id }) => id));
    expect(ids).toEqual(plain);
    const edited = new Set(all.slice(100, 300).map(({ id }) => id));
    expect(ids.slice(0, 200).every((id) => edited.has(id))).toBe(true);
    expect(db().prepare("SELECT count(*) FROM meta WHERE key = 'index_order'").pluck().get()).toBe(0);
  });

  it('stays in the order of the edits when the newest piece is edited after an older one', async () => {
    await open();
    for (const id of ['a', 'b', 'c']) add({ id, title: '夜拍' });
    await refreshSearch(db());
    change(set('b', 'notes', '一'));
    change(set('c', 'notes', '二'));
    await refreshSearch(db());
    expect(db().prepare('SELECT id FROM piece_card ORDER BY n DESC').pluck().all()).toEqual(['c', 'b', 'a']);
    for (const id of ['b', 'a', 'c']) change(set(id, 'notes', '三'));
    expect(indexSlice(db(), await loadSounds(), { pieces: 2, text: 1_000 })).toBe(true);
    await refreshSearch(db());
    expect(db().prepare('SELECT id FROM piece_card ORDER BY n DESC').pluck().all()).toEqual(['c', 'a', 'b']);
    expect(db().prepare("SELECT count(*) FROM meta WHERE key = 'index_order'").pluck().get()).toBe(0);
  });

  it('builds the index in slices, newest edited first, and says how many texts it has not looked at', async () => {
    await open();
    for (let turn = 0; turn < 5; turn += 1)
      add(...Array.from({ length: 80 }, (_, index) => ({ id: `p${turn}_${index}`, title: `夜拍 ${turn}` })));
    const before = await list({ query: '夜拍' });
    expect([before.items.length, before.unindexed]).toEqual([200, 200]);
    const sounds = await loadSounds();
    expect(indexSlice(db(), sounds)).toBe(true);
    expect((await list({ query: '夜拍' })).unindexed).toBe(136);
    await refreshSearch(db());
    const after = await list({ query: '夜拍' });
    expect([after.total, after.exact, after.unindexed]).toEqual([400, true, 0]);
    expect(after.items[0]?.title).toBe('夜拍 4');
    expect((await list({ query: '夜拍' }, { limit: 1, offset: 399 })).items[0]?.title).toBe('夜拍 0');
  });
});

describe('a list without terms', () => {
  it('filters by all that a card shows, counts each group under the others, and hands out its ids', async () => {
    await open();
    const account = createOp('account', 'c1', { platform: 'weibo', name: '微博' });
    makeChange(db(), studio.store.context.clock, { code: 'piece_create', params: {} }, [account]);
    add(
      {
        id: 'a',
        title: '一',
        kind: 'story',
        subkind: 'user',
        state: 'idea',
        ownerId: 'm1',
        tags: ['夜', '江'],
        personaId: 'n1',
      },
      {
        id: 'b',
        title: '二',
        kind: 'story',
        state: 'ready',
        ownerId: 'm1',
        tags: ['夜'],
        siblingGroup: 's',
        lang: 'zh',
      },
      { id: 'c', title: '三', kind: 'scene', state: 'ready', campaignId: 'g1', siblingGroup: 's', lang: 'en' },
    );
    const day = '2026-10-12' as never;
    makeChange(db(), studio.store.context.clock, { code: 'placement_plan', params: {} }, [
      createOp('placement', 'l1', { pieceId: 'b', accountId: 'c1', format: 'weibo/post', day }),
    ]);
    const ids = async (filter: PieceFilterInput) =>
      [...value(await studio.call('piece.ids', { filter: pieceFilter.parse(filter) })).ids].sort().join('');
    expect(await ids({})).toBe('abc');
    expect(await ids({ kinds: ['story'], ownerIds: ['m1'] })).toBe('ab');
    expect(await ids({ subkinds: ['user'] })).toBe('a');
    // A kind and a sub-kind of another are one list, in the filter as in the query.
    expect(await ids({ kinds: ['scene'], subkinds: ['user'] })).toBe('ac');
    expect(await ids({ kinds: ['scene'], subkinds: ['user'], states: ['ready'] })).toBe('c');
    expect(await ids({ query: 'kind:scene kind:user' })).toBe('ac');
    expect(await ids({ query: 'kind:scene kind:story -kind:user' })).toBe('bc');
    const either = pieceFilter.parse({ kinds: ['scene'], subkinds: ['user'] });
    expect(value(await studio.call('piece.counts', { filter: either }))).toMatchObject({
      total: 2,
      kinds: { scene: 1, story: 2 },
      subkinds: { user: 1 },
    });
    expect(await ids({ states: ['idea', 'ready'], langs: ['en'] })).toBe('c');
    expect(await ids({ tags: ['夜', '江'] })).toBe('a');
    expect(await ids({ platforms: ['weibo'] })).toBe('b');
    expect(await ids({ platforms: ['douyin'] })).toBe('');
    expect(await ids({ from: day, to: day })).toBe('b');
    expect(await ids({ to: '2026-10-11' as never })).toBe('');
    // The other language of a planned piece is planned with it.
    expect(await ids({ unplannedOnly: true })).toBe('a');
    const counts = value(await studio.call('piece.counts', { filter: pieceFilter.parse({ states: ['ready'] }) }));
    expect(counts).toMatchObject({
      total: 2,
      states: { idea: 1, ready: 2 },
      kinds: { scene: 1, story: 1 },
      owners: { m1: 1 },
      campaigns: { g1: 1 },
      platforms: { weibo: 1 },
      tags: [{ tag: '夜', count: 1 }],
      unplanned: 0,
    });
    const found = value(
      await studio.call('piece.counts', { filter: pieceFilter.parse({ query: '一', kinds: ['scene'] }) }),
    );
    expect(found).toMatchObject({ total: 0, kinds: { story: 1 }, states: {}, tags: [] });
    change({ kind: 'remove', type: 'piece', id: 'a', set: 'tags', element: '江' });
    expect(await ids({ tags: ['江'] })).toBe('');
  });

  it('says what adaptation found once it was asked, and how many pieces still wait for it', async () => {
    studio = await bridge({ seed: { kind: 'sample', edition: 'zh', today: TODAY } });
    const filter = { withFindings: true };
    const early = await list(filter);
    expect([early.total, early.unchecked > 0]).toEqual([0, true]);
    while (await studio.store.idle());
    const late = await list(filter);
    expect([late.total > 0, late.unchecked]).toEqual([true, 0]);
    expect(late.items.every(({ errors, warnings, checked }) => checked && errors + warnings > 0)).toBe(true);
    expect((await list({ behind: true })).total).toBeGreaterThan(0);
    // An account's own words are in every variant of it.
    const [account] = value(await studio.call('plan.outline', {})).account;
    change({ kind: 'set', type: 'account', id: account?.id ?? '', register: 'signOff', value: '明天见' });
    expect((await list(filter)).unchecked).toBeGreaterThan(0);
  });

  it('is made anew from the records when a studio before this one wrote them', async () => {
    await open();
    add({ id: 'a', title: '夜拍', tags: ['夜'] }, { id: 'b', title: '别的' });
    await refreshSearch(db());
    const before = await list({ query: '夜' });
    db().exec("DELETE FROM meta WHERE key = 'cards'; UPDATE piece_card SET title = 'x'; DELETE FROM piece_tag");
    ensureCards(db());
    await refreshSearch(db());
    expect(await list({ query: '夜' })).toEqual(before);
    expect((await list({ tags: ['夜'] })).total).toBe(1);
  });
});

/** A plain look at a text, written anew: every term somewhere, a Latin word from its beginning. */
function holds(text: string, term: string): boolean {
  const plain = (given: string) => given.normalize('NFKC').toLowerCase();
  const isLatin = (char: string | undefined) => char !== undefined && /^[a-z0-9]$/.test(char);
  const [whole, wanted] = [plain(text), plain(term)];
  for (let at = 0; at + wanted.length <= whole.length; at += 1)
    if (whole.startsWith(wanted, at) && !(isLatin(whole[at]) && isLatin(whole[at - 1]))) return true;
  return false;
}

describe('over random texts and queries', () => {
  const alphabet = [...'夜拍景门城Ｘx9p ，！🎉👩🚀'];
  const text = fc.string({ unit: fc.constantFrom(...alphabet), maxLength: 24 });

  it('a search answers exactly what a plain look at every text finds, in every order and on every page', async () => {
    await open();
    let round = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ title: text, body: text, tag: text }), { minLength: 1, maxLength: 12 }),
        fc.array(fc.string({ unit: fc.constantFrom(...alphabet), minLength: 1, maxLength: 4 }), {
          minLength: 1,
          maxLength: 3,
        }),
        fc.nat(11),
        fc.constantFrom('updated' as const, 'best' as const, 'title' as const),
        async (made, terms, edited, sort) => {
          const old = db().prepare('SELECT id FROM piece_card WHERE shelf <> 2').pluck().all() as string[];
          if (old.length > 0) change(...old.map((id): Op => ({ kind: 'delete', type: 'piece', id })));
          round += 1;
          const pieces = made.map(({ title, body, tag }, index) => ({
            id: `p${round}_${index}`,
            title,
            body,
            tags: tag.trim() === '' ? [] : [tag],
          }));
          add(...pieces);
          await refreshSearch(db());
          // One is edited and waits for the index.
          const late = pieces[edited];
          if (late !== undefined) change(set(late.id, 'title', `${late.title}门`));
          const shown = pieces.map((piece) => (piece === late ? { ...piece, title: `${piece.title}门` } : piece));
          const wanted = terms.map((term) => term.trim()).filter((term) => term !== '');
          // Two letters or more may be meant as pinyin, which a plain look knows nothing of.
          fc.pre(wanted.length > 0 && !wanted.some((term) => /^[a-zＸ]{2,}$/i.test(term)));
          const query = wanted.map((term) => `"${term}"`).join(' ');
          const expected = shown
            .filter((piece) =>
              wanted.every((term) => [piece.title, piece.body, ...piece.tags].some((part) => holds(part, term))),
            )
            .map(({ id }) => id);
          const { items, total, exact } = await list({ query, sort });
          expect(items.map(({ id }) => id).sort()).toEqual([...expected].sort());
          expect([total, exact]).toEqual([expected.length, true]);
          const second = await list({ query, sort }, { limit: 1, offset: 1 });
          expect(second.items.map(({ id }) => id)).toEqual(items.slice(1, 2).map(({ id }) => id));
        },
      ),
      { numRuns: 60 },
    );
  });
});
