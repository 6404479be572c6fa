import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StudioEvents } from '../../src/contract';
import { pieceFilter } from '../../src/contract';
import { readBasis } from '../../src/core/adapt/basis';
import { keptSentences } from '../../src/core/adapt/keep';
import { variantId } from '../../src/core/model/ids';
import { recordTypes } from '../../src/core/model/records';
import type { Stamp } from '../../src/core/model/stamp';
import { canonical } from '../../src/core/plan/canonical';
import { readPlanFile } from '../../src/core/plan/file/read';
import { encodePlan, packPlan, planJson } from '../../src/core/plan/file/write';
import { encodeFolder } from '../../src/core/plan/folder/write';
import { applyOp, createOp } from '../../src/core/plan/ops';
import type { RecordState } from '../../src/core/plan/state';
import { wallDate } from '../../src/core/time/wall';
import { sayLabel } from '../../src/core/words/history';
import { readPlan, writePlan } from '../../src/main/store/files/planFiles';
import { listViews } from '../../src/main/store/rows';
import { everyFeature } from '../core/plan/everyFeature';
import { bridge, type TestBridge, TODAY, value } from '../helpers/bridge';

/** The sample plan through the contract: what the screens ask, on real SQLite. */
let studio: TestBridge;
const openSample = () => bridge({ seed: { kind: 'sample', edition: 'zh', today: TODAY } });
afterEach(() => studio.close());

const outline = async () => value(await studio.call('plan.outline', {}));
const month = async () =>
  value(await studio.call('placement.range', { from: wallDate('2026-09-01'), to: wallDate('2026-11-30') }));
/** Where some piece is planned in some format: all that names a version. */
const somewhere = async () => {
  for (const { pieceId, format, accountId } of await month())
    if (pieceId !== null && format !== null) return { pieceId, format, accountId };
  throw new Error('the sample plans something');
};
const list = async (filter: Parameters<typeof pieceFilter.parse>[0] = {}) =>
  value(await studio.call('piece.list', { filter: pieceFilter.parse(filter), limit: 200, offset: 0 }));

describe('the sample', () => {
  beforeEach(async () => {
    studio = await openSample();
  });

  it('holds at least one of every noun', () => {
    const empty = recordTypes.filter((type) => listViews(studio.store.context.db, type).length === 0);
    expect(empty).toEqual([]);
  });

  it('shows today in the burst phase of its campaign', async () => {
    const { phase } = await outline();
    const burst = phase.find(({ kind }) => kind === 'burst');
    expect(burst?.start != null && burst.start <= TODAY && burst.end != null && TODAY <= burst.end).toBe(true);
  });

  it('finds Chinese by any substring, of one character too', async () => {
    const all = await list();
    const first = all.items[0];
    const excerpt = first?.excerpt.replaceAll(/\s/g, '') ?? '';
    for (const query of [excerpt.slice(2, 3), excerpt.slice(2, 4), excerpt.slice(1, 7)]) {
      const found = await list({ query });
      expect(found.items.map(({ id }) => id)).toContain(first?.id);
    }
    expect((await list({ query: '这句话哪里都没有写过' })).items).toEqual([]);
  });

  it('finds what was typed a moment ago, before indexing', async () => {
    const { id } = value(await studio.call('piece.create', { kind: 'scene', title: '凌晨四点的菜市场', lang: 'zh' }));
    expect((await list({ query: '四点的菜' })).items.map((card) => card.id)).toEqual([id]);
  });

  it('adapts every placement, and its report names errors where the tile shows a dot', async () => {
    const placements = await month();
    const reports = value(await studio.call('placement.reports', { ids: placements.map(({ id }) => id), lang: 'zh' }));
    expect(reports).toHaveLength(placements.length);
    expect(reports.some(({ errors }) => errors > 0)).toBe(true);
    expect(reports.some(({ errors, warnings }) => errors + warnings === 0)).toBe(true);
    expect(reports.some(({ behind }) => behind)).toBe(true);
  });

  it('moves a placement to another day without touching its time, outcome, or the piece’s state', async () => {
    const before = (await month()).find(({ outcome, day }) => outcome === 'planned' && day !== null && day > TODAY);
    if (before === undefined) throw new Error('the sample plans something after today');
    const events: StudioEvents['changed'][] = [];
    studio.on('changed', (fact) => events.push(fact));
    value(await studio.call('placement.move', { moves: [{ id: before.id, day: wallDate('2026-11-02') }] }));
    const after = (await month()).find(({ id }) => id === before.id);
    expect(after).toEqual({ ...before, day: '2026-11-02' });
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      types: ['placement'],
      ids: [before.id],
      history: { undo: { code: 'placement_move' } },
    });
  });

  it('gives a placement dropped on an account of another platform that platform’s format', async () => {
    const { account } = await outline();
    const weibo = account.find(({ platform }) => platform === 'weibo');
    const before = (await month()).find(
      ({ accountId }) => account.find(({ id }) => id === accountId)?.platform === 'douyin',
    );
    if (weibo === undefined || before === undefined) throw new Error('the sample has both');
    value(
      await studio.call('placement.move', {
        moves: [{ id: before.id, day: wallDate('2026-11-02'), accountId: weibo.id }],
      }),
    );
    const after = (await month()).find(({ id }) => id === before.id);
    expect(after?.accountId).toBe(weibo.id);
    expect(after?.format).toMatch(/^weibo\//);
  });

  it('sends a placement back to the tray, and undo puts it where it was', async () => {
    const before = await month();
    const first = before.find(({ outcome }) => outcome === 'planned');
    if (first === undefined) throw new Error('something is planned');
    value(await studio.call('placement.remove', { ids: [first.id] }));
    expect((await month()).some(({ id }) => id === first.id)).toBe(false);
    value(await studio.call('history.undo', {}));
    expect(await month()).toEqual(before);
  });

  it('keeps an overridden field under the derived id, and gives it back', async () => {
    const { pieceId, format, accountId } = await somewhere();
    const written = value(
      await studio.call('variant.override', { pieceId, format, accountId, field: 'title', value: '换个题目' }),
    );
    expect(written.variantId).toBe(variantId(pieceId, format, accountId));
    const read = async () =>
      value(await studio.call('piece.open', { id: pieceId })).variants.find(({ id }) => id === written.variantId)
        ?.overrides.title;
    expect(await read()).toBe('换个题目');
    value(await studio.call('variant.override', { pieceId, format, accountId, field: 'title', value: null }));
    expect(await read()).toBeUndefined();
  });

  it('mends a finding as one step of undo, which history names', async () => {
    const { pieceId, format, accountId } = await somewhere();
    const read = async () =>
      value(await studio.call('piece.open', { id: pieceId })).variants.find(
        ({ id }) => id === variantId(pieceId, format, accountId),
      ) ?? null;
    const before = await read();
    const fields = { body: '没有链接的正文。', firstComment: 'https://example.com' };
    const fix = { act: 'link_to_comment' as const, params: {}, fields };
    value(await studio.call('variant.fix', { pieceId, format, accountId, ...fix }));
    const made = await read();
    expect(made?.overrides).toMatchObject(fields);
    expect(readBasis(made)?.blocks.flat().length).toBeGreaterThan(0);
    const undone = value(await studio.call('history.undo', {}));
    expect(sayLabel('zh', undone?.label ?? { code: 'other', params: {} })).toMatch(
      /^修好「.+」的版本：链接移到首条评论$/,
    );
    expect(await read()).toEqual(before);
    // Giving back what nobody wrote makes no record.
    value(
      await studio.call('variant.fix', { pieceId, format: 'x/article', accountId, ...fix, fields: { body: null } }),
    );
    const { variants } = value(await studio.call('piece.open', { id: pieceId }));
    expect(variants.some(({ id }) => id === variantId(pieceId, 'x/article', accountId))).toBe(false);
  });

  it('keeps a sentence in one version until it is let go, and settles a version that was behind', async () => {
    const { pieceId, format, accountId } = await somewhere();
    const at = { pieceId, format, accountId };
    const read = async () =>
      value(await studio.call('piece.open', { id: pieceId })).variants.find(
        ({ id }) => id === variantId(pieceId, format, accountId),
      ) ?? null;
    const sentence = '灯没有糊成一片。';
    value(await studio.call('variant.keep', { ...at, sentence, keep: true }));
    expect(keptSentences(await read())).toEqual([sentence]);
    value(await studio.call('variant.keep', { ...at, sentence, keep: false }));
    expect(keptSentences(await read())).toEqual([]);
    value(await studio.call('history.undo', {}));
    expect(keptSentences(await read())).toEqual([sentence]);

    value(await studio.call('variant.override', { ...at, field: 'body', value: '手写的一句。' }));
    const made = await read();
    const then = readBasis(made);
    expect(then?.blocks.flat().length).toBeGreaterThan(0);
    const opened = value(await studio.call('piece.open', { id: pieceId }));
    const doc = {
      type: 'doc' as const,
      content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: '源稿换了一句。' }] }],
    };
    value(await studio.call('piece.write', { id: pieceId, doc, base: opened.version, session: 's' }));
    value(await studio.call('variant.override', { ...at, field: 'body', value: '又改了一次。' }));
    expect(readBasis(await read()), 'an edit does not hide that the source moved on').toEqual(then);
    value(await studio.call('variant.settle', { ...at, overrides: { body: '跟上了。' } }));
    const settled = await read();
    expect(settled?.overrides.body).toBe('跟上了。');
    expect(readBasis(settled)?.blocks).toEqual([['源稿换了一句。']]);
    expect(settled?.sourceHash).not.toBe(made?.sourceHash);
    value(await studio.call('variant.settle', { ...at, overrides: { body: null } }));
    expect(await read()).toMatchObject({ sourceHash: null, basis: {} });
  });

  it('dresses an article, which is no text of one’s own and one step of undo, and keeps a case of pasting as a file', async () => {
    const { pieceId, format, accountId } = await somewhere();
    const read = async () =>
      value(await studio.call('piece.open', { id: pieceId })).variants.find(
        ({ id }) => id === variantId(pieceId, format, accountId),
      );
    value(await studio.call('variant.dress', { pieceId, format, accountId, theme: 'clay' }));
    expect(await read()).toMatchObject({ theme: 'clay', sourceHash: null });
    value(await studio.call('history.undo', {}));
    expect((await read())?.theme ?? '').toBe('');

    const kept = { format: 'wechat_oa/article', theme: 'clay', ours: '<p>灯</p>', theirs: '<p>路灯</p>' } as const;
    const { file } = value(await studio.call('article.keep_case', kept));
    expect(value(await studio.call('article.keep_case', kept)).file).toBe(file);
    const written: unknown = JSON.parse(readFileSync(join(studio.folder, file), 'utf8'));
    expect(written).toMatchObject({ ...kept, kind: 'paste_case', differences: [{ kind: 'words' }] });
  });

  it('writes a body only over the version it came from', async () => {
    const card = (await list()).items[0];
    const opened = value(await studio.call('piece.open', { id: card?.id ?? '' }));
    const doc = {
      type: 'doc' as const,
      content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: '重写' }] }],
    };
    const id = opened.piece.id;
    value(await studio.call('piece.write', { id, doc, base: opened.version, session: 's' }));
    const stale = await studio.call('piece.write', { id, doc, base: opened.version, session: 's' });
    expect(stale).toMatchObject({ ok: false, failure: { code: 'stale_write' } });
    expect(value(await studio.call('piece.open', { id })).doc).toEqual(doc);
  });

  it('refuses text with broken characters before it reaches the database', async () => {
    const answer = await studio.call('piece.create', { kind: 'scene', title: '夜\ud83d拍', lang: 'zh' });
    expect(answer).toMatchObject({ ok: false, failure: { code: 'bad_input' } });
  });
});

describe('a plan file', () => {
  it('opens elsewhere as a workspace of its own and exports to the same bytes', async () => {
    studio = await openSample();
    const out = mkdtempSync(join(tmpdir(), 'juzhen-out-'));
    const choice = { kinds: ['plan' as const] };
    const written = value(await studio.call('export.write', { choice, token: studio.choose(out) }));
    const [name] = readdirSync(written.folder);
    const path = join(written.folder, name ?? '');
    const received = await bridge({ seed: { kind: 'plan', path } });
    const again = value(await received.call('export.write', { choice, token: received.choose(out) }));
    const [second] = readdirSync(again.folder);
    expect(readFileSync(join(again.folder, second ?? '')).equals(readFileSync(path))).toBe(true);
    expect(canonical(value(await received.call('plan.outline', {})))).toBe(canonical(await outline()));
    received.close();
    rmSync(out, { recursive: true });
  });

  it('of a part holds what was chosen and what it leans on, without notes and pictures when asked', async () => {
    studio = await openSample();
    const [campaign] = (await outline()).campaign;
    if (campaign === undefined) throw new Error('The sample has no campaign.');
    const pieceId = (await month()).find(({ campaignId }) => campaignId === campaign.id)?.pieceId ?? '';
    const noted = { kind: 'set', type: 'piece', id: pieceId, register: 'notes', value: '只给自己看' } as const;
    value(await studio.call('change.make', { label: { code: 'other', params: {} }, ops: [noted] }));
    const out = mkdtempSync(join(tmpdir(), 'juzhen-out-'));
    const write = async (plan: object) => {
      const choice = { kinds: ['plan' as const], campaignIds: [campaign.id], plan };
      const { folder } = value(await studio.call('export.write', { choice, token: studio.choose(out) }));
      return join(folder, readdirSync(folder)[0] ?? '');
    };
    const whole = await write({ part: 'all' });
    const full = await write({ part: 'chosen' });
    const bare = await write({ part: 'chosen', pictures: false, notes: false });
    const sizes = [whole, full, bare].map((path) => statSync(path).size);
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    const text = (path: string) => planJson(readPlan(path));
    expect([full, bare].map((path) => text(path).includes('只给自己看'))).toEqual([true, false]);
    expect(readPlan(bare).assets.size).toBe(0);
    const received = await bridge({ seed: { kind: 'plan', path: bare } });
    const theirs = value(await received.call('plan.outline', {}));
    expect(theirs.campaign.map(({ id }) => id)).toEqual([campaign.id]);
    const posts = async (where: TestBridge) =>
      value(await where.call('placement.range', { from: wallDate('2026-08-01'), to: wallDate('2027-02-01') }))
        .filter(({ campaignId }) => campaignId === campaign.id)
        .map(({ id }) => id);
    expect(await posts(received)).toEqual(await posts(studio));
    received.close();
    rmSync(out, { recursive: true });
  });

  it('opens from its folder form as well, named by the folder or by the juzhen.json in it', async () => {
    const out = mkdtempSync(join(tmpdir(), 'juzhen-out-'));
    const folder = join(out, '夜拍');
    for (const { path, bytes } of encodeFolder(everyFeature)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), bytes);
    }
    for (const path of [folder, join(folder, 'juzhen.json')]) {
      studio = await bridge({ seed: { kind: 'plan', path } });
      expect(studio.store.name).toBe('夜拍');
      const written = readPlanFile(writePlan(studio.store.context.db, studio.folder), 'x');
      const states = written.ok ? written.value.states.filter(({ type }) => type !== 'workspace') : [];
      expect(planJson({ workspaceId: 'w', states })).toBe(planJson({ workspaceId: 'w', states: everyFeature.states }));
      if (path === folder) studio.close();
    }
    rmSync(out, { recursive: true });
  });

  it('of a newer version opens with what is understood, and leaves with all that came', async () => {
    const stamp = Object.values(everyFeature.states[0]?.stamps ?? {})[0] as Stamp;
    const op = createOp('workspace', everyFeature.workspaceId, { name: '夜拍', lang: 'zh' });
    const workspace = applyOp(null, op, stamp)?.state as RecordState;
    const content = {
      ...everyFeature,
      states: [...everyFeature.states, workspace],
      // Pictures that no record names do not come along.
      assets: new Map<string, Uint8Array>(),
      more: { weather: { sunny: true } },
      newer: { version: 4, manifest: { madeBy: 'later' } },
    };
    const path = join(mkdtempSync(join(tmpdir(), 'juzhen-out-')), 'later.juzhen');
    const bytes = packPlan(encodePlan(content));
    writeFileSync(path, bytes);
    studio = await bridge({ seed: { kind: 'plan', path } });
    expect(Buffer.from(writePlan(studio.store.context.db, studio.folder)).equals(Buffer.from(bytes))).toBe(true);
  });

  it('without a workspace record opens all the same, called after the file', async () => {
    const path = join(process.cwd(), 'test/fixtures/plan/format-1.juzhen');
    studio = await bridge({ seed: { kind: 'plan', path } });
    expect((await outline()).workspace.map(({ name }) => name)).toEqual(['format-1']);
    expect(studio.store.name).toBe('format-1');
  });

  it('that is cut short is refused with its name, and leaves nothing behind', async () => {
    studio = await openSample();
    const out = mkdtempSync(join(tmpdir(), 'juzhen-out-'));
    const { folder } = value(
      await studio.call('export.write', { choice: { kinds: ['plan'] }, token: studio.choose(out) }),
    );
    const whole = readFileSync(join(folder, readdirSync(folder)[0] ?? ''));
    const path = join(out, '半个.juzhen');
    writeFileSync(path, whole.subarray(0, whole.length >> 1));
    const home = join(out, 'new-workspace');
    await expect(bridge({ seed: { kind: 'plan', path }, memory: false, folder: home })).rejects.toMatchObject({
      failure: { params: { file: '半个.juzhen' } },
    });
    expect(() => statSync(home)).toThrow();
    rmSync(out, { recursive: true });
  });
});

describe('restoring a backup', () => {
  it('saves the present first, and brings the past back under a new node', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'juzhen-restore-'));
    studio = await bridge({ memory: false, folder });
    value(
      await studio.call('change.make', {
        label: { code: 'piece_create' },
        ops: [createOp('piece', 'p1', { title: '昨天' })],
      }),
    );
    const made = value(await studio.call('backup.make', {}));
    const node = studio.store.context.clock.node;
    value(
      await studio.call('change.make', {
        label: { code: 'piece_edit' },
        ops: [{ kind: 'set', type: 'piece', id: 'p1', register: 'title', value: '今天' }],
      }),
    );
    value(await studio.call('backup.restore', { name: made.name }));
    expect(value(await studio.call('piece.open', { id: 'p1' })).piece.title).toBe('昨天');
    expect(studio.store.context.clock.node).not.toBe(node);
    const saved = value(await studio.call('backup.list', {})).find(({ reason }) => reason === 'before_restore');
    expect(saved?.verified).toBe(true);
    value(await studio.call('backup.restore', { name: saved?.name ?? '' }));
    expect(value(await studio.call('piece.open', { id: 'p1' })).piece.title).toBe('今天');
    rmSync(folder, { recursive: true });
  });
});
