import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { exportChoice } from '../../src/contract';
import { createOp } from '../../src/core/plan/ops';
import { formatFrom } from '../../src/core/platforms/ownPacks';
import { addDays } from '../../src/core/time/wall';
import { listViews } from '../../src/main/store/rows';
import { runIn } from '../cli/runIn';
import { bridge, type TestBridge, TODAY, value } from '../helpers/bridge';

/** A team's rules through the contract, on real SQLite: what the plan is adapted, checked and exported with. */
let studio: TestBridge;
afterEach(() => studio.close());
const openSample = async () => {
  studio = await bridge({ seed: { kind: 'sample', edition: 'zh', today: TODAY } });
};
const overridesOf = (id: string) =>
  listViews(studio.store.context.db, 'platform').find((record) => record.id === id)?.overrides ?? null;
const pack = (id: string) => studio.store.context.packs().find((one) => one.id === id);
const set = (id: string, values: Readonly<Record<string, string | null>>) =>
  studio.call('platform.set', { id, title: id, values: { ...values } });

const head = { zh: '即刻', en: 'Jike', glyph: '即', region: 'cn', role: 'circle', checkedOn: '2026-10-01' };
const own = {
  '+': JSON.stringify(head),
  '+post': JSON.stringify(
    formatFrom({
      id: 'post',
      name: '动态',
      family: 'short_post',
      count: 'code_points',
      titleMax: null,
      bodyMax: 60,
      tagsMax: 1,
      imagesMax: 9,
    }),
  ),
};

describe("a team's rules", () => {
  it('are kept with the plan, one step of undo each, and a record made again brings no old value back', async () => {
    await openSample();
    expect(overridesOf('douyin')).toBeNull();
    value(await set('douyin', { 'video.body_max': '300', 'video.tags_max': '2' }));
    expect(pack('douyin')?.formats[0]?.limits).toMatchObject({ body_max: 300, tags_max: 2 });
    value(await studio.call('history.undo', {}));
    expect(pack('douyin')?.formats[0]?.limits).toMatchObject({ body_max: 1000, tags_max: 5 });
    value(await set('douyin', { 'video.tags_max': '3' }));
    expect(overridesOf('douyin')).toEqual({ 'video.tags_max': '3' });
    value(await set('douyin', { 'video.tags_max': null }));
    expect(pack('douyin')?.formats[0]?.limits.tags_max).toBe(5);
  });

  it('are refused all together when one does not fit', async () => {
    await openSample();
    const answer = await set('douyin', { 'video.body_max': '300', 'video.lines': '"curly"' });
    expect(answer).toMatchObject({ ok: false, failure: { code: 'rule_unfit', params: { rule: 'video.lines' } } });
    expect(overridesOf('douyin')).toBeNull();
    expect(value(await set('douyin', {}))).toEqual({ changed: 0 });
    expect(overridesOf('douyin')).toBeNull();
  });

  it('say when a platform takes copy for later: the plan check goes by them, undo gives the default back, and the plan file carries them', async () => {
    await openSample();
    const span = { from: TODAY, to: addDays(TODAY, 60) };
    const far = async (of: TestBridge = studio) =>
      value(await of.call('plan.check', span)).findings.filter(
        ({ code, params }) => code === 'window_far' && params.most === 1,
      ).length;
    const shipped = pack('xiaohongshu')?.scheduler;
    expect(await far()).toBe(0);
    expect(await set('xiaohongshu', { scheduler: '{"leastMinutes":2000,"mostDays":1}' })).toMatchObject({
      ok: false,
      failure: { code: 'rule_unfit', params: { rule: 'scheduler' } },
    });
    value(await set('xiaohongshu', { scheduler: '{"leastMinutes":60,"mostDays":1}' }));
    expect(await far()).toBeGreaterThan(0);

    const folder = mkdtempSync(join(tmpdir(), 'juzhen-window-'));
    const written = value(
      await studio.call('export.write', {
        choice: exportChoice.parse({ kinds: ['plan'] }),
        token: studio.choose(folder),
      }),
    );
    const [name = ''] = readdirSync(written.folder);
    const there = await bridge({ seed: { kind: 'plan', path: join(written.folder, name) } });
    expect(there.store.context.packs().find(({ id }) => id === 'xiaohongshu')?.scheduler).toEqual({
      leastMinutes: 60,
      mostDays: 1,
      confidence: 'team',
      sources: [],
    });
    expect(await far(there)).toBe(await far());
    there.close();

    value(await studio.call('history.undo', {}));
    expect(pack('xiaohongshu')?.scheduler).toEqual(shipped);
    expect(await far()).toBe(0);
  });

  it('hold a platform of its own through placing, checking, exporting, and the plan file on another machine', async () => {
    await openSample();
    value(await set('jike', own));
    const piece = listViews(studio.store.context.db, 'piece').find(({ lang, trashed }) => lang === 'zh' && !trashed);
    if (piece === undefined) throw new Error('The sample holds pieces.');
    value(
      await studio.call('change.make', {
        label: { code: 'account_edit', params: {} },
        ops: [
          createOp('account', 'a_jike', { platform: 'jike', name: '汀岸在即刻', lang: 'zh' }),
          createOp('placement', 'pl_jike', { pieceId: piece.id, accountId: 'a_jike', format: 'jike/post', day: TODAY }),
        ],
      }),
    );
    const [report] = value(await studio.call('placement.reports', { ids: ['pl_jike'], lang: 'zh' }));
    expect(report?.placementId).toBe('pl_jike');

    const folder = mkdtempSync(join(tmpdir(), 'juzhen-own-'));
    const choice = exportChoice.parse({ platforms: ['jike'], kinds: ['copy_pack', 'plan'] });
    value(await studio.call('export.write', { choice, token: studio.choose(folder) }));
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const bodyOf = (where: string, names: readonly string[]) =>
      readFileSync(join(where, names.find((name) => name.endsWith('body.txt')) ?? ''), 'utf8');
    const body = bodyOf(folder, files);
    expect([...body.trim()].length).toBeLessThanOrEqual(60);
    expect(files.some((name) => name.includes('即刻'))).toBe(true);

    const plan = files.find((name) => name.endsWith('.juzhen')) ?? '';
    const checked = await runIn(folder, ['check', plan, '--json']);
    expect(checked.out).toContain('"placement": "pl_jike"');
    const exported = await runIn(folder, ['export', plan, '--out', 'there', '--platforms', 'jike']);
    expect(exported.err).not.toContain('orkut');
    const there = join(folder, 'there');
    expect(bodyOf(there, readdirSync(there, { recursive: true, encoding: 'utf8' }))).toBe(body);
  });
});
